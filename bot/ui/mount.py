"""Mounts a page of Gradio in the app, with everything shut that Gradio opens by itself."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import gradio as gr
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from bot.api.problems import exception_handler
from bot.ui.theme import theme

_SHUT: dict[str, Any] = {
    "footer_links": [], "run_history": False, "enable_monitoring": False, "ssr_mode": False, "show_error": False,
    "mcp_server": False, "pwa": False, "max_file_size": "1mb", "allowed_paths": [], "blocked_paths": ["/"],
}  # fmt: skip


def mount(
    app: FastAPI, page: Callable[[], gr.Blocks], path: str, around: Sequence[Middleware] = (), **options: str | int
) -> FastAPI:
    """The app with the page that ``page`` makes at a path, and ``around`` it. ``options`` are Gradio's own."""

    async def mounted() -> FastAPI:
        problem = exception_handler()
        handlers = {HTTPException: problem, RequestValidationError: problem}
        own = {"exception_handlers": handlers, "middleware": list(around)}
        done: FastAPI = gr.mount_gradio_app(app, page(), path=path, theme=theme(), app_kwargs=own, **(_SHUT | options))
        return done

    # Inside a running loop, because outside of one Gradio makes event loops that nobody closes.
    return asyncio.run(mounted())
