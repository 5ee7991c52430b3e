"""What the reports tab shows, as HTML; whatever a report or a person says goes through Markup.format, which escapes
it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from markupsafe import Markup

from bot.answer import Answer
from bot.notices import notice
from bot.staff.changes import Changes, FigureChange
from bot.staff.reports import Checked, VersionInfo
from bot.staff.upload_job import Job
from ingest.audit.finding import Finding, Place
from ingest.audit.tell import counted
from ingest.lifecycle import Event
from ingest.versions import State

STATES: Mapping[State, str] = {
    "live": "live",
    "draft": "draft",
    "previous": "kept to roll back to",
    "taken down": "taken down",
    "unfinished": "unfinished",
}
_ACTIONS = {
    "draft": "read as a draft",
    "publish": "published",
    "take down": "taken down",
    "roll back": "rolled back to",
    "discard": "deleted",
    "remove": "removed",
}
_FIRST = 50
"""Notices and figures that are shown one by one."""


def told_html(text: str, failed: bool = False) -> str:
    """What was just done, or why it was not."""
    kind = Markup(' failed" role="alert') if failed else Markup('" role="status')
    return str(Markup('<p class="told{}">{}</p>').format(kind, text)) if text else ""


def versions_html(versions: Sequence[VersionInfo]) -> str:
    """Every version with its state."""
    if not versions:
        return str(Markup('<p class="none">There is no report yet. Upload one.</p>'))
    rows = Markup().join(map(_version, versions))
    return str(
        Markup(
            '<ul class="versions" aria-label="Reports and their versions">{}</ul>'
        ).format(rows)
    )  # fmt: skip


def _version(version: VersionInfo) -> Markup:
    done = f"{_time(version.at)} by {version.by or 'a command'}" if version.at else ""
    source = f"upload of {version.source}" if version.uploaded else Path(version.source).name
    facts = [version.report, f"version {version.number}", version.edition, source, done]
    return Markup(
        '<li class="{}"><span class="name">{} <span class="state">{}</span></span><span class="meta">{}</span></li>'
    ).format(
        version.state.replace(" ", "-"),
        version.title,
        STATES[version.state],
        " · ".join(dict.fromkeys(fact for fact in facts if fact)),
    )


def progress_html(job: Job | None) -> str:
    """How far an upload is; nothing where there was none."""
    if job is None:
        return ""
    match job.phase:
        case "reading":
            said = "is being read"
        case "embedding":
            said = f"is being made searchable: {job.done:,} of {job.total:,} passages"
        case "waiting":
            said = "waits for another process that writes to the library"
        case "writing":
            said = "is being written to the library"
        case "done":
            said = f"is a draft of '{job.report}', version {job.version}. Look at it below, then publish it."
        case "stopped":
            said = "was stopped; nothing of it is kept"
        case "failed":
            return told_html(f"{job.name} was not taken in. {job.said}", failed=True)
    share = Markup('<progress max="{}" value="{}" aria-label="Passages done"></progress>').format(
        max(job.total, 1), job.done
    )
    bar = share if job.phase == "embedding" else ""
    return str(Markup('<div class="progress"><p role="status">{} {}</p>{}</div>').format(job.name, said, bar))


def details_html(version: VersionInfo, checked: Checked, changes: Changes | None, history: Sequence[Event]) -> str:
    """What reading a version gave, its audit, how its figures differ, and what was done with its report."""
    return str(
        Markup('<div class="details"><h3>{} · version {} <span class="state">{}</span></h3>{}{}{}{}</div>').format(
            version.title,
            version.number,
            STATES[version.state],
            _checked(checked),
            _audit(checked.findings),
            _changes(changes, version),
            _history(history),
        )
    )


def _checked(checked: Checked) -> Markup:
    counts = checked.counts
    numbers = [
        (counts.sections, "section"),
        (counts.tables, "table"),
        (counts.quantities, "figure"),
        (counts.lists, "list"),
        (counts.passages, "passage"),
    ]
    facts = Markup().join(
        Markup("<li><b>{:,}</b> {}{}</li>").format(number, what, "" if number == 1 else "s") for number, what in numbers
    )
    notices = [f"{n.file}:{n.line}: {n.message}" for n in checked.notices]
    found = _listed(notices, "line not understood", "lines not understood")
    return _part("Check", Markup('<ul class="counts">{}</ul>{}').format(facts, found or _none("All was understood.")))


def _listed(lines: Sequence[str], one: str, several: str) -> Markup:
    if not lines:
        return Markup()
    shown = Markup().join(Markup("<li>{}</li>").format(line) for line in lines[:_FIRST])
    more = _none(f"and {len(lines) - _FIRST:,} more") if len(lines) > _FIRST else ""
    head = f"{len(lines):,} {one if len(lines) == 1 else several}"
    return Markup("<details><summary>{}</summary><ul>{}</ul>{}</details>").format(head, shown, more)


def _audit(findings: Sequence[Finding]) -> Markup:
    if not findings:
        return _part("Audit", _none("Nothing contradicts itself."))
    items = Markup().join(map(_finding, findings[:_FIRST]))
    return _part("Audit", Markup('{}<ol class="findings">{}</ol>').format(_none(counted(findings)), items))


def _finding(finding: Finding) -> Markup:
    places = Markup().join(dict.fromkeys(map(_place, finding.places)))
    kind = "contradiction" if finding.is_contradiction else "worth-a-look"
    return Markup('<li class="{}"><p>{}.</p><p class="sums">{}</p><ul>{}</ul></li>').format(
        kind, finding.said, finding.arithmetic, places
    )


def _place(place: Place) -> Markup:
    where = f"{place.where}, page {place.page}" if place.page else place.where
    return Markup("<li><cite>{}</cite> <q>{}</q></li>").format(where, place.quote)


def _changes(changes: Changes | None, version: VersionInfo) -> Markup:
    title = "Figures, beside the version before" if version.state == "live" else "Figures, beside the live version"
    if changes is None:
        return _part(title, _none("There is no other version to compare with."))
    said = f"{changes.added:,} new, {changes.changed:,} changed, {changes.gone:,} gone, {changes.same:,} as they were"
    rows = Markup().join(map(_figure, changes.figures[:_FIRST]))
    more = len(changes.figures) - _FIRST
    body = (
        Markup(
            '<div class="scroller" tabindex="0" role="region" aria-label="Figures that differ"><table><thead><tr>'
            '<th scope="col">Figure</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Where</th>'
            "</tr></thead><tbody>{}</tbody></table></div>{}"
        ).format(rows, _none(f"and {more:,} more") if more > 0 else "")
        if rows
        else ""
    )
    return _part(title, Markup("{}{}").format(_none(said), body))


def _figure(change: FigureChange) -> Markup:
    return Markup('<tr class="{}"><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>').format(
        change.sort, change.said, change.before or "—", change.after or "—", change.where
    )


def _history(history: Iterable[Event]) -> Markup:
    items = [
        Markup('<li><time datetime="{}">{}</time> version {} {} by {}</li>').format(
            event.at.isoformat(), _time(event.at), event.version, _ACTIONS[event.action], event.by or "a command"
        )
        for event in history
    ]
    return _part("History", Markup('<ul class="history">{}</ul>').format(Markup().join(items)) if items else _none("—"))


def answer_html(answer: Answer) -> str:
    """An answer of the version that is tried out, with its sources."""
    said = Markup().join(Markup("<p>{}</p>").format(part) for part in answer.text.split("\n") if part.strip())
    sources = Markup().join(
        Markup('<li value="{}"><cite>{}</cite> <q>{}</q></li>').format(
            each.number, " › ".join(each.heading) or each.title, each.quote
        )
        for each in answer.citations
    )
    told = Markup('<p class="meta">{}</p>').format(noticed) if (noticed := notice(answer)) else ""
    return str(Markup('<div class="tried {}">{}{}<ol>{}</ol></div>').format(answer.status, told, said, sources))


def _part(title: str, body: Markup) -> Markup:
    return Markup("<section><h4>{}</h4>{}</section>").format(title, body)


def _none(text: str) -> Markup:
    return Markup('<p class="meta">{}</p>').format(text)


def _time(at: datetime) -> str:
    return f"{at.day} {at:%b %Y, %H:%M} UTC"
