"""Pages of a publisher, on an origin of their own, that the widget stands on in tests."""

from html import escape

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.bot.fakes import PLAYERS, REGIONS

HOSTILE_CSS = (
    "* { all: unset; } :not(:defined) { display: none !important; } "
    "footnote-widget { display: none !important; opacity: 0; position: static !important; z-index: -1 !important; "
    "transform: scale(0); pointer-events: none; color: lime !important; font-size: 40px !important; } "
    "head, style, script { display: none; } p, h1, table, ul, footer { display: block; margin: 1em; } "
    "table { display: table; } tr { display: table-row; } td, th { display: table-cell; padding: 1em; } "
    "button { background: lime !important; font-size: 60px !important; } "
    ".over { position: fixed; inset: 0; z-index: 2147483647; pointer-events: auto; }"
)
HOSTILE_SCRIPT = """
addEventListener('keydown', (event) => event.target.tagName === 'TEXTAREA' || event.preventDefault());
for (const name of ['wheel', 'touchmove', 'mousedown', 'contextmenu', 'selectstart', 'copy', 'cut', 'paste'])
    addEventListener(name, (event) => event.preventDefault(), { passive: false });
Array.prototype.extra = Object.prototype.inherits = function () { return 'x'; };
Array.from = (list) => Array.prototype.slice.call(list);
Object.freeze(Array.prototype);
"""
"""A page with shortcuts, a scrolling of its own and a guard against copying, on an old library."""

SENTENCE = (
    "The <b>tidal energy</b> market&nbsp;size was esti&shy;mated at <i>USD&nbsp;1.87&nbsp;billion</i> in 2025<sup>1"
    "</sup> and is\n   expected to reach USD <span>2.10</span> billion in 2026, at a CAGR of 12.40% to reach USD 4.24 "
    "billion by 2032."
)
_ROWS = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in REGIONS.rows)
_HEAD = "".join(f"<th>{escape(name)}</th>" for name in REGIONS.header)
_TEXT = (
    "<h1>Tidal Energy Market</h1><p id=decoy>Talk to Deepflow AS and Isle Motion GmbH. Some 842 people did.</p>"
    + "<p>A paragraph that makes the page long enough to be scrolled.</p>" * 40
    + f"<p id=size>Tidal energy turns the movement of the sea into electricity. {SENTENCE} Coastal grids buy most.</p>"
    + "<p>Another paragraph.</p>" * 20
    + f"<ul id=players>{''.join(f'<li>{escape(name)}</li>' for name in PLAYERS)}</ul>"
    + f"<table><caption>Regions</caption><tr>{_HEAD}</tr>{_ROWS}</table>"
    + "<footer>The end</footer>"
)


def host(bot: str, site: str) -> FastAPI:
    """The pages /plain, /hostile, /other, /empty and /twice, which load the widget from an origin, with a site's key.

    What is behind ``?`` becomes the attributes of the script.
    """

    async def page(request: Request) -> Response:
        name = request.path_params["name"]
        attributes = {"site": site, **request.query_params}
        data = "".join(f' data-{key}="{escape(value)}"' for key, value in attributes.items() if key != "lang")
        queue = '<script src="/queue.js"></script>' if name == "queue" else ""
        tag = f'<script async src="{bot}/widget.js"{data}></script>'
        link = '<link rel="stylesheet" href="/hostile.css"><script src="/hostile.js"></script>' * (name == "hostile")
        early = tag.replace(" async", "") * 2 if name == "twice" else ""
        html = (
            f'<!doctype html><html lang="{escape(request.query_params.get("lang", "en"))}"><head><meta charset="utf-8">'
            f'<title>A report</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
            f"{link}{queue}{early}</head><body>{'' if name == 'empty' else _TEXT}"
            f"{'' if early else tag}{'<div class=over></div>' if name == 'hostile' else ''}"
            "<a href=/other>Another page</a></body></html>"
        )
        policy = (
            f"default-src 'none'; script-src {bot} 'self'; connect-src {bot}; style-src 'self'; img-src data:; "
            "require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'"
        )
        return HTMLResponse(html, headers={"Content-Security-Policy": policy} if name == "hostile" else {})

    async def css(_: Request) -> Response:
        return Response(HOSTILE_CSS, media_type="text/css")

    async def hostile_script(_: Request) -> Response:
        return Response(HOSTILE_SCRIPT, media_type="text/javascript")

    async def queue(_: Request) -> Response:
        script = (
            "window.told = []; window.footnote = window.footnote || [];"
            "for (const name of ['ready', 'open', 'close', 'answer', 'citation', 'lead', 'error'])"
            " footnote.push(['on', name, (detail) => told.push([name, detail])]);"
            "footnote.push(['ask', 'How big is the market?']);"
        )
        return Response(script, media_type="text/javascript")

    app = FastAPI()
    scripts = (Route("/hostile.js", hostile_script), Route("/queue.js", queue))
    app.router.routes.extend([Route("/hostile.css", css), *scripts, Route("/{name}", page)])
    return app
