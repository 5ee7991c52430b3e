"""Writes what leaked for a terminal and for evals/RESULTS.md."""

from collections.abc import Sequence

from evals.leaks.run import Attempts


def table(found: Sequence[Attempts], machine: str) -> str:
    """Attempts and leaks by who asked; the last one may read it all, so that what it is told shows what could leak."""
    rows = "\n".join(map(_row, found))
    return f"""## What is licensed

Written by `python -m evals leaks --write`. Three invented reports, one licensed as a whole, one but for three sections,
one in two chapters and a table, are asked for what is licensed in {found[0].wordings} wordings on every face, and every
address of theirs is tried: passages, cells, tables, lists. Figures and names that stand in licensed parts alone must
not be in anything that comes back, headers and errors included, unless the question itself names them. A licence holder
is asked the same: the wordings that tell them something could have told others. Who has a licence for one report is
asked for the other two.

| who asks | wordings | that told something licensed | replies | of them leaks | server errors |
| --- | --- | --- | --- | --- | --- |
{rows}

Measured on {machine}."""


def _row(each: Attempts) -> str:
    replies, faults = sum(each.replies.values()), sum(each.faults.values())
    return f"| {each.client} | {each.wordings} | {each.telling} | {replies:,} | {len(each.leaks):,} | {faults} |"
