"""The page of results is what the writer makes of scorecards, and says what the baseline keeps."""

import re
from pathlib import Path

from evals.baseline import read_baseline
from evals.comparison import compare
from evals.question import Act, Split, Trap
from evals.results import ACTS, RESULTS, SPLITS, TRAPS, results, write_results
from evals.score import score
from evals.scorecard import Scorecard, scorecard
from evals.scored import Scored
from evals.sections import put
from tests.evals.answers import answer, asked, money, question, saying

TALK = "conversation "
REFRESH = "python -m evals --write-baseline --write-results writes both."
GOOD, BAD = saying("It was USD 11.87 billion."), saying("It was USD 5 billion.")


def answers(split: Split, right: int = 5) -> list[Scored]:
    """Eight ordinary answers on as many reports, and one to a trap."""
    found = [
        score(question(figure=[money("11.87")], report=f"r{n}", split=split), asked(GOOD if n < right else BAD), {}.get)
        for n in range(8)
    ]
    trap: Trap = "silence"
    return [*found, score(question(declined=True, trap=trap, split=split), asked(answer(status="declined")), {}.get)]


def apart(name: str) -> str:
    """What a rate's name begins with where it is counted apart."""
    return next((before for before in ("adversarial ", TALK) if name.startswith(before)), "")


def card(split: Split) -> Scorecard:
    return scorecard(split, answers(split))


PAGE = results([card("dev"), card("test")], "a machine")


def headings(page: str) -> list[str]:
    return re.findall(r"^#+ .*", page, re.MULTILINE)


def heads(page: str) -> dict[str, list[str]]:
    """By heading, the first rows of the tables under it."""
    parts = re.split(r"^(#+ .*)$", page, flags=re.MULTILINE)
    return {
        heading: re.findall(r"^(\|.*)\n\| ---", part, re.MULTILINE)
        for heading, part in zip(parts[1::2], parts[2::2], strict=True)
    }


def rows(page: str, heading: str) -> dict[str, list[str]]:
    """The cells of a section's rows by the first."""
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {cells[0]: cells[1:] for cells in found}


def test_each_rate_stands_with_both_intervals() -> None:
    assert "| right | 62.5% | 30.6% to 86.3% | 25.0% to 100.0% | 5 of 8 |" in PAGE
    assert rows(PAGE, "Right by kind of question")["figure"][:3] == ["62.5%", "30.6% to 86.3%", "5 of 8"]


def test_the_adversarial_ones_are_apart_with_their_wrong_figures() -> None:
    found = rows(PAGE, "Adversarial questions of test")
    assert found["declined recall"][-1] == "1 of 1"
    assert found[f"silence: {TRAPS['silence']}"][-1].startswith("0.0% (")
    assert "declined recall" not in rows(PAGE, "Rates of test")


def test_conversations_stand_apart_where_there_are_any() -> None:
    gold, turns = [money("11.87")], ["How big is it?", "and then?"]
    talk = score(question(figure=gold, act="time", turns=turns), asked(BAD), {}.get)
    page = results([scorecard("dev", [*answers("dev"), talk])], "a machine")
    found = rows(page, "Conversations of dev")
    assert found[ACTS["time"]][1].endswith("1 of 1")
    assert found["right"][-1] == "0 of 1"
    assert "Conversations of" not in PAGE


def test_a_model_stands_apart_and_only_where_one_was_measured() -> None:
    assert "None was measured" in PAGE
    both = compare("dev", "p:m", answers("dev", 3), answers("dev", 8))
    page = results([card("dev"), card("test")], "a machine", [both])
    apart = page.index("## With a language model")
    assert page[:apart] == PAGE[:apart]
    assert "| right | 37.5% | 100.0% | +62.5 (" in page[apart:]


def test_what_is_nearly_all_is_not_said_to_be_all() -> None:
    found = [score(question(figure=[money("11.87")], report=f"r{n % 9}"), asked(GOOD), {}.get) for n in range(4000)]
    missed = score(question(figure=[money("11.87")], report="r0"), asked(BAD), {}.get)
    cells = rows(results([scorecard("dev", [*found, missed])], "a machine"), "Rates of dev")["right"]
    assert (cells[0], cells[-1]) == ("99.98%", "4000 of 4001")


def test_what_is_kept_is_the_page(tmp_path: Path) -> None:
    write_results(PAGE, tmp_path / "page.md")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == PAGE


def test_every_split_and_every_trap_is_explained() -> None:
    assert set(SPLITS) == set(Split.__args__)
    assert set(TRAPS) == set(Trap.__args__)
    assert set(ACTS) == set(Act.__args__)


def test_the_committed_page_is_what_the_writer_makes() -> None:
    page = RESULTS.read_text(encoding="utf-8")
    made = headings(PAGE)
    assert [heading for heading in headings(page) if heading in made] == made
    written = heads(page)
    assert {heading: written[heading] for heading in heads(PAGE)} == heads(PAGE)


def test_the_committed_page_says_what_the_baseline_keeps() -> None:
    page = RESULTS.read_text(encoding="utf-8")
    for split, kept in read_baseline().items():
        for title, before in (("Rates", ""), ("Adversarial questions", "adversarial "), ("Conversations", TALK)):
            heading = f"{title} of {split}"
            if before == TALK and not any(name.startswith(TALK) for name in kept.rates):
                continue
            said = {name: cells[-1] for name, cells in rows(page, heading).items() if re.fullmatch("[a-z ]+", name)}
            wanted = {name: f"{rate.hits:g} of {rate.of}" for name, rate in kept.rates.items()}
            own = {
                name.removeprefix(before): counts
                for name, counts in wanted.items()
                if not name.startswith("kind ")
                and next((b for b in ("adversarial ", TALK) if name.startswith(b)), "") == before
            }
            assert own.items() <= said.items(), REFRESH
        assert rows(page, "Speed")[split] == [f"{kept.times_embedding:.2f}"], REFRESH


def test_the_readme_leads_to_it() -> None:
    readme = RESULTS.parent.parent / "README.md"
    assert "(evals/RESULTS.md)" in readme.read_text(encoding="utf-8")


def test_what_other_commands_put_into_the_page_stays_when_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    write_results(PAGE, file)
    assert file.read_text(encoding="utf-8") == PAGE
    put("load", "a curve", file)
    write_results(PAGE, file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(PAGE)
    assert "<!-- load: begin -->\na curve\n<!-- load: end -->" in text
