"""The staff page's tab of reports, in Gradio: upload, look, try out, publish, take down, roll back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import gradio as gr

from bot.staff.reports import StaffReports, VersionInfo, Who
from bot.staff.reports_html import (
    STATES,
    answer_html,
    details_html,
    progress_html,
    told_html,
    versions_html,
)
from ingest.errors import FootnoteError
from ingest.read.find import ENDINGS
from ingest.versions import State

WhoOf = Callable[[gr.Request], Who]
"""Who of the staff sends a request. It raises where nobody who is signed in does."""

Action = Literal["publish", "roll back", "take down", "delete"]

_ASKED: dict[str, str] = {
    "roll back": "Roll back '{report}'? Visitors get the version before at once. Rolling back again undoes it.",
    "take down": "Take down '{report}'? Visitors are told that there is no such report, until it is published again.",
    "delete": "Delete version {number} of '{report}'? This cannot be undone.",
}
_DONE: dict[Action, str] = {
    "publish": "Version {number} of '{report}' answers now.",
    "roll back": "'{report}' is rolled back.",
    "take down": "'{report}' is taken down.",
    "delete": "Version {number} of '{report}' is deleted.",
}
_EVERY_S = 1.0
_TYPES = [*sorted(ENDINGS), ".zip"]
_QUESTION = 1_000


def reports_tab(blocks: gr.Blocks, service: StaffReports, who_of: WhoOf) -> None:
    """The tab's components, within ``blocks``; whoever mounts it lets only those who are signed in reach any of its
    routes, that of uploads too, and sets ``max_file_size`` to ``service.largest``."""
    tab = _Tab(service, who_of)
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    with gr.Column(elem_classes="reports-tab"):
        gr.HTML(f"<style>{_css()}</style>", apply_default_css=False)
        told = gr.HTML(elem_id="reports-told", apply_default_css=False)
        file = gr.File(
            label="Upload a file, or a zip of a report's folder", file_types=_TYPES, height=150, elem_id="reports-file"
        )
        progress = gr.HTML(elem_id="reports-progress", apply_default_css=False)
        stop = gr.Button("Stop", visible=False, elem_id="reports-stop", elem_classes="lesser")
        versions = gr.HTML(elem_id="reports-versions", apply_default_css=False)
        picker = gr.Dropdown(label="Look at", choices=[], elem_id="reports-picker", visible=False)
        with gr.Row(elem_classes="steps"):
            publish, back, down, delete = (
                gr.Button(name, visible=False, elem_classes="" if name == "Publish" else "lesser")
                for name in ("Publish", "Roll back", "Take down", "Delete")
            )
        asked = gr.State("")
        with gr.Group(visible=False, elem_id="reports-sure") as sure:
            question = gr.HTML(apply_default_css=False)
            with gr.Row(elem_classes="steps"):
                yes, no = gr.Button("Yes"), gr.Button("No, leave it", elem_classes="lesser")
        line = gr.Textbox(
            label="Try it out: ask this version", lines=1, max_length=_QUESTION, submit_btn="Ask", visible=False,
            elem_id="reports-line",
        )  # fmt: skip
        answer = gr.HTML(elem_id="reports-answer", apply_default_css=False)
        details = gr.HTML(elem_id="reports-details", apply_default_css=False)
    timer = gr.Timer(_EVERY_S, active=False)
    view = [versions, picker, publish, back, down, delete, sure, line, answer, details]
    running = [progress, stop, timer]

    blocks.load(tab.open, [picker], [told, *running, *view], **quiet)
    file.upload(tab.upload, [file], [told, file, *running], **quiet)
    stop.click(tab.stop, None, running, **quiet)
    timer.tick(tab.tick, [picker], [told, *running, *view], **quiet)
    picker.input(tab.look, [picker], [told, *view], **quiet)
    publish.click(tab.doing("publish"), [picker], [told, *view], **quiet)
    steps: list[tuple[gr.Button, Action]] = [(back, "roll back"), (down, "take down"), (delete, "delete")]
    for button, action in steps:
        button.click(tab.asking(action), [picker], [sure, question, asked], **quiet)
    yes.click(tab.sure, [asked, picker], [told, *view], **quiet)
    no.click(lambda: gr.update(visible=False), None, [sure], **quiet)
    line.submit(tab.ask, [line, picker], [told, answer], **quiet)


def _css() -> str:
    return (Path(__file__).parent / "reports.css").read_text(encoding="utf-8")


class _Tab:
    """What the tab's events do. A version is chosen as ``report:number``."""

    def __init__(self, service: StaffReports, who_of: WhoOf) -> None:
        self._service = service
        self._who_of = who_of

    def open(self, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        """All of it, as it is now."""
        return self._safely(lambda: ("", *self._running(request), *self._view(chosen, request)), 3)

    def upload(self, path: str | None, request: gr.Request) -> tuple[Any, ...]:
        """Begin to take in what was sent; the page's own copy of it is deleted."""
        if path is None:
            return gr.skip(), gr.skip(), *(gr.skip(),) * 3
        sent = Path(path)
        try:
            data = sent.read_bytes()
        finally:
            sent.unlink(missing_ok=True)
        try:
            self._service.upload(self._who_of(request), sent.name, data)
        except FootnoteError as error:
            return told_html(str(error), failed=True), None, *self._running(request)
        return "", None, *self._running(request)

    def stop(self, request: gr.Request) -> tuple[Any, ...]:
        """Stop what is being taken in."""
        self._service.stop(self._who_of(request))
        return self._running(request)

    def tick(self, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        """How far it is; at its end the draft that came of it."""
        job = self._service.job(self._who_of(request))
        if job and job.is_over:
            made = f"{job.report}:{job.version}" if job.version is not None else chosen
            return self._safely(lambda: ("", *self._running(request), *self._view(made, request)), 3)
        return gr.skip(), *self._running(request), *(gr.skip(),) * _VIEW

    def look(self, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        """Another version was chosen."""
        return self._safely(lambda: ("", *self._view(chosen, request)))

    def asking(self, action: Action) -> Callable[[str | None], tuple[Any, ...]]:
        """Asks whether it is meant."""

        def ask(chosen: str | None) -> tuple[Any, ...]:
            if not chosen:
                return gr.skip(), gr.skip(), gr.skip()
            report, number = _of(chosen)
            return gr.update(visible=True), told_html(_ASKED[action].format(report=report, number=number)), action

        return ask

    def doing(self, action: Action) -> Callable[[str | None, gr.Request], tuple[Any, ...]]:
        """Does it."""

        def do(chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
            return self._safely(lambda: self._done(action, chosen, request))

        return do

    def sure(self, action: Action, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        """Does what was asked about."""
        return self._safely(lambda: self._done(action, chosen, request))

    def ask(self, question: str, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        """The chosen version's answer."""
        if not question.strip() or not chosen:
            return gr.skip(), gr.skip()
        try:
            report, number = _of(chosen)
            answer = self._service.ask(self._who_of(request), report, number, question.strip()[:_QUESTION])
        except FootnoteError as error:
            return told_html(str(error), failed=True), ""
        return "", answer_html(answer)

    def _done(self, action: Action, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        who, service = self._who_of(request), self._service
        report, number = _of(chosen or ":0")
        match action:
            case "publish":
                service.publish(who, report, number)
            case "roll back":
                chosen = f"{report}:{service.roll_back(who, report).number}"
            case "take down":
                service.take_down(who, report)
            case "delete":
                service.discard(who, report, number)
        said = told_html(_DONE[action].format(report=report, number=number))
        return said, *self._view(chosen, request)

    def _running(self, request: gr.Request) -> tuple[Any, ...]:
        job = self._service.job(self._who_of(request))
        is_on = job is not None and not job.is_over
        return progress_html(job), gr.update(visible=is_on), gr.Timer(active=is_on)

    def _view(self, chosen: str | None, request: gr.Request) -> tuple[Any, ...]:
        who = self._who_of(request)
        versions = self._service.reports(who)
        version = next((each for each in versions if _name(each) == chosen), versions[0] if versions else None)
        choices = [(_label(each), _name(each)) for each in versions]
        states = {each.state for each in versions if version and each.report == version.report}
        shown = self._shown(version, states)
        buttons = (gr.update(visible=name in shown) for name in ("publish", "roll back", "take down", "delete"))
        picker = gr.update(choices=choices, value=_name(version) if version else None, visible=bool(versions))
        details = self._details(who, version) if version else ""
        asks = gr.update(visible=version is not None)
        return versions_html(versions), picker, *buttons, gr.update(visible=False), asks, "", details

    def _shown(self, version: VersionInfo | None, states: set[State]) -> set[Action]:
        """What can be done with a version whose report has these states."""
        if version is None:
            return set()
        if version.state in ("draft", "taken down"):
            return {"publish", "delete"}
        shown: set[Action] = {"roll back"} if "previous" in states else set()
        return shown | ({"take down"} if version.state == "live" else set())

    def _details(self, who: Who, version: VersionInfo) -> str:
        report, number = version.report, version.number
        return details_html(
            version,
            self._service.check(who, report, number),
            self._service.changes(who, report, number),
            self._service.history(who, report),
        )

    def _safely(self, work: Callable[[], tuple[Any, ...]], running: int = 0) -> tuple[Any, ...]:
        """What some work shows, or why it could not be done."""
        try:
            return work()
        except FootnoteError as error:
            return told_html(str(error), failed=True), *(gr.skip(),) * (running + _VIEW)


_VIEW = 10


def _name(version: VersionInfo) -> str:
    return f"{version.report}:{version.number}"


def _of(chosen: str) -> tuple[str, int]:
    """What is chosen; it comes from the browser, and may be anything."""
    report, _, number = chosen.partition(":")
    return report, int(number) if number.isdecimal() else 0


def _label(version: VersionInfo) -> str:
    return f"{version.title} — {STATES[version.state]}, version {version.number}"
