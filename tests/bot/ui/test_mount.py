"""What Gradio opens by itself is shut on a page that is mounted."""

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware

from bot.ui.mount import mount
from tests.bot.local import local_client


def page() -> gr.Blocks:
    blocks: gr.Blocks = gr.Blocks(analytics_enabled=False)
    with blocks:
        gr.HTML("There is a page.")
    return blocks


class Teapot:
    """ASGI middleware that answers 418."""

    def __init__(self, app: object) -> None:
        pass

    async def __call__(self, scope: object, receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 418, "headers": []})
        await send({"type": "http.response.body"})


def test_files_of_the_machine_are_not_there_and_a_failure_is_a_problem() -> None:
    with local_client(mount(FastAPI(), page, "/page", css="", head="")) as client:
        assert client.get("/page/").status_code == 200
        response = client.get(f"/page/gradio_api/file={__file__}")
        assert response.status_code == 403
        assert response.headers["content-type"] == "application/problem+json"
        assert client.get("/page/config").json()["analytics_enabled"] is False


def test_what_is_around_a_page_sees_all_that_is_asked_of_it_and_of_nothing_else() -> None:
    with local_client(mount(FastAPI(), page, "/page", [Middleware(Teapot)], css="", head="")) as client:
        assert {client.get(path).status_code for path in ("/page/", "/page/config", "/page/xyzzy")} == {418}
        assert client.get("/docs").status_code == 200


def test_a_larger_file_may_be_taken_where_that_is_said() -> None:
    for options, status in (({}, 413), ({"max_file_size": "3mb"}, 200)):
        with local_client(mount(FastAPI(), page, "/page", css="", head="", **options)) as client:
            sent = client.post("/page/gradio_api/upload", files={"files": ("a.txt", b"x" * 2_000_000)})
            assert sent.status_code == status
