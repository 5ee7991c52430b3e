"""Every way to a report: the questions of each face, and every address."""

import json
import secrets
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

PARTS = 24
"""Sections, passages and rows of a report whose addresses are tried."""

TABLES, COLUMNS = 6, 5
"""Tables, and columns of each, whose addresses are tried."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back on a face: its status and all that a client receives, headers too."""

    face: str
    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who asks a server, with what they show it; ``licensed`` is the one report they have a licence for."""

    name: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    of_a_site: bool = False
    licensed: str | None = None

    def asked(self, question: str, report: str) -> Iterator[Reply]:
        """What every face says to a question about a report."""
        body = {"question": question}
        yield self.post("ask", "/v1/ask", body)
        yield self.post("ask one report", "/v1/ask", body | {"report": report})
        yield self.post("stream", "/v1/ask", body | {"report": report}, Accept="text/event-stream")
        if self.of_a_site:
            return
        yield self._page(question)
        yield self.post("search", "/v1/search", {"query": question, "limit": 50})
        yield self.post("search one report", "/v1/search", {"query": question, "report": report, "limit": 50})
        yield self.post("chart", "/v1/chart.svg", body)
        chat = {"model": "footnote", "messages": [{"role": "user", "content": question}]}
        yield self.post("chat", "/v1/chat/completions", chat)
        yield self.post("chat stream", "/v1/chat/completions", chat | {"model": report, "stream": True})
        yield self.post("responses", "/v1/responses", {"model": report, "input": question})
        yield self.tool("MCP ask_report", "ask_report", {"question": question, "report": report})
        yield self.tool("MCP find_quantities", "find_quantities", {"subject": question[:60]})

    def addresses(self, report: str) -> Iterator[Reply]:
        """What stands at every address of a report."""
        places = [f"{report}:{kind}{n}" for kind in "sp" for n in range(PARTS)]
        cells = [
            f"{report}:t{table}r{row}" + (f"c{column}" if column >= 0 else "")
            for table in range(TABLES) for row in range(-1, PARTS) for column in range(-1, COLUMNS)
        ]  # fmt: skip
        for place in (*places, *cells, f"{report}:front"):
            yield self.get("passage", f"/v1/passages/{place}")
        for number in range(TABLES):
            yield self.get("table", f"/v1/tables/{report}:t{number}")
            yield self.get("table as CSV", f"/v1/tables/{report}:t{number}?format=csv")
        for path in ("/v1/reports", f"/v1/reports/{report}", "/v1/models", f"/v1/models/{report}"):
            yield self.get("list", path)
        for measure in ("size", "share", "cagr", "growth", "count", "volume", "price", "other"):
            yield self.get("quantities", f"/v1/quantities?measure={measure}&limit=200")
            yield self.get("quantities", f"/v1/quantities?measure={measure}&report={report}&limit=200")
        for path in (f"/v1/widget?report={report}", "/v1/widget", "/demo", f"/embed?report={report}", "/openapi.json"):
            yield self.get("widget", path)
        for number in range(PARTS):
            yield self.tool("MCP read_passage", "read_passage", {"address": f"{report}:p{number}"})

    def _page(self, question: str) -> Reply:
        """The chat page's answer, by the requests that its script makes."""
        config = self.get("page", "/config")
        if config.status != 200:
            return config
        parts = json.loads(config.text.partition("\n\n")[2])["dependencies"]
        number = next(part["id"] for part in parts if part["api_name"] == "ask")
        session = secrets.token_hex(5)
        event = {"data": [question, "", None], "event_data": None, "fn_index": number, "session_hash": session}
        joined = self.post("page", "/gradio_api/queue/join", event)
        return self.get("page", f"/gradio_api/queue/data?session_hash={session}") if joined.status == 200 else joined

    def tool(self, face: str, name: str, arguments: Mapping[str, str]) -> Reply:
        """A call by MCP."""
        call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": arguments}}
        return self.post(face, "/mcp", call, Accept="application/json, text/event-stream")

    def get(self, face: str, path: str) -> Reply:
        """What a path gives."""
        return self._exchanged(face, urllib.request.Request(self.url + path, headers=dict(self.headers)))

    def post(self, face: str, path: str, body: Mapping[str, Any], **headers: str) -> Reply:
        """What a path answers to JSON."""
        sent = {"Content-Type": "application/json", **self.headers, **headers}
        return self._exchanged(face, urllib.request.Request(self.url + path, json.dumps(body).encode(), sent))

    def _exchanged(self, face: str, request: urllib.request.Request) -> Reply:
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return Reply(face, response.status, _all_of(response.headers, response.read()))
        except urllib.error.HTTPError as error:
            with error:
                return Reply(face, error.code, _all_of(error.headers, error.read()))


def _all_of(headers: Message, body: bytes) -> str:
    return "\n".join(f"{name}: {value}" for name, value in headers.items()) + "\n\n" + body.decode()
