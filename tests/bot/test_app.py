"""The joining of the parts: empty library, real files, real answers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from starlette.testclient import TestClient

from bot.answer import Answer, Citation, HandoffBlock, ListBlock
from bot.app import Service, answering, build_app, joined_bot, open_owners_bot, open_records, open_writer
from bot.desk import NotReady
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.used_up import QuotesUsedUp
from ingest.embed import Encoder
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.settings import IngestSettings
from ingest.split import passages
from tests.bot.local import local_client
from tests.bot.model.fakes import seen, sent, sentence
from tests.bot.model.faulty_server import server
from tests.bot.sources import report_of


def test_an_empty_library_is_served_but_not_ready(tmp_path: Path) -> None:
    settings, ingest = BotSettings(), IngestSettings(data_dir=tmp_path)
    records = open_records(settings, ingest)
    with joined_bot(settings, ingest, records, Encoder()) as bot:
        with local_client(build_app(bot, settings, records)) as client:
            assert client.get("/healthz").status_code == 200
            assert client.get("/readyz").status_code == 503
            assert client.get("/").status_code == 200
        with pytest.raises(NotReady):
            bot.ask("How big is the market?")
    records.close()
    assert (tmp_path / "records.sqlite").exists()


def test_an_owner_s_bot_brings_records_of_its_own(tmp_path: Path) -> None:
    ingest = IngestSettings(data_dir=tmp_path)
    with open_owners_bot(BotSettings(), ingest, Encoder()) as bot, pytest.raises(NotReady):
        bot.ask("How big is the market?")
    assert (tmp_path / "records.sqlite").exists()


SHOP = Reader(name="shop", licensed=True)


@pytest.fixture
def silk(tmp_path: Path) -> IngestSettings:
    """A library with one report, which is licensed and names nobody to ask."""
    ingest = IngestSettings(data_dir=tmp_path, embedding_model="hash")
    report = report_of("The silk market was valued at USD 7.8 billion in 2025.", "Silk Market", ("Market size",))
    read = replace(report, id="silk", access="licensed")
    with Library(ingest.library_location) as library:
        library.replace(read, passages(read), quantities(read), item_lists(read))
    return ingest


@pytest.mark.parametrize("licensed", [False, True])
def test_whoever_names_nobody_reads_what_the_settings_say(
    silk: IngestSettings, records: Records, licensed: bool
) -> None:
    with joined_bot(BotSettings(licensed=licensed), silk, records, Encoder()) as bot:
        assert [report.id for report in bot.reports()] == ["silk"] * licensed
        assert (bot.passage("silk:s0") is not None) == licensed


def test_without_a_service_nothing_is_counted_and_nobody_handed_over(silk: IngestSettings, records: Records) -> None:
    with joined_bot(BotSettings(licensed=True), silk, records, Encoder()) as bot:
        assert bot.seen_by(SHOP).passage("silk:s0")
        assert not people(bot.ask("Can I talk to someone?"))


def test_others_are_quoted_so_much_a_day_and_handed_over(silk: IngestSettings, records: Records) -> None:
    service = Service(hands_over=True, quoted_per_day=1)
    with joined_bot(BotSettings(licensed=True), silk, records, Encoder(), service) as bot:
        assert people(bot.ask("Can I talk to someone?"))
        with pytest.raises(QuotesUsedUp):
            bot.seen_by(SHOP).passage("silk:s0")


def people(answer: Answer) -> list[HandoffBlock]:
    """Who an answer says can be asked."""
    return [block for block in answer.blocks if isinstance(block, HandoffBlock)]


@pytest.mark.parametrize(
    ("cited", "spoken_of"), [(("kites", "kites"), "kites"), (("kites", "tents"), None), ((), None)]
)
def test_a_conversation_is_about_the_one_report_that_answered(cited: tuple[str, ...], spoken_of: str | None) -> None:
    citations = tuple(Citation.model_construct(number=n, report=report) for n, report in enumerate(cited, 1))
    assert answering(Answer.model_construct(citations=citations)) == spoken_of


def test_records_can_be_kept_elsewhere(tmp_path: Path) -> None:
    settings = BotSettings(records_url=f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    open_records(settings, IngestSettings(data_dir=tmp_path / "data")).close()
    assert (tmp_path / "elsewhere.sqlite").exists()
    assert not (tmp_path / "data").exists()


@pytest.fixture(scope="module")
def served(corpus_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The whole application over the library of corpus/."""
    settings, ingest = BotSettings(), IngestSettings(data_dir=corpus_data)
    records = Records(f"sqlite:///{tmp_path_factory.mktemp('records') / 'records.sqlite'}")
    with (
        joined_bot(settings, ingest, records, Encoder()) as bot,
        local_client(build_app(bot, settings, records)) as client,
    ):
        yield client
    records.close()


def asked(client: TestClient, question: str) -> Answer:
    return Answer.model_validate(client.post("/v1/ask", json={"question": question}).json())


QUESTIONS = (
    "How big is the market in 2026?",
    "How much will the market grow from 2026 to 2032?",
    "What is the market size by year?",
    "Who are the key players?",
    "Which chapters does the report have?",
    "Does it cover Japan?",
    "Who can I ask about the report?",
    "What does the report say about cloud computing?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_stands_at_its_offsets_in_the_passage_it_names(served: TestClient, question: str) -> None:
    answer = asked(served, question)
    assert answer.citations
    for citation in answer.citations:
        passage = served.get(f"/v1/passages/{citation.passage}").json()
        assert passage["text"][citation.start : citation.end] == citation.quote
        assert passage["report"] == citation.report


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_number_of_a_citation_is_of_a_citation(served: TestClient, question: str) -> None:
    answer = asked(served, question)
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    marks = {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)}
    assert marks <= {citation.number for citation in answer.citations}


def test_every_question_a_report_suggests_is_answered(served: TestClient) -> None:
    (report,) = served.get("/v1/reports").json()
    assert len(report["examples"]) >= 4
    for example in report["examples"]:
        answer = asked(served, example)
        assert answer.status == "answered", (example, answer.text)
        assert answer.citations, (example, answer.text)


def test_which_regions_the_report_covers_is_a_list(served: TestClient) -> None:
    (block, *_) = asked(served, "Which regions does the report cover?").blocks
    assert isinstance(block, ListBlock)
    assert [item.text for item in block.items] == ["Americas", "Europe, Middle East & Africa", "Asia-Pacific"]


def test_a_streamed_answer_is_the_same_answer(served: TestClient) -> None:
    body = {"question": "How big is the market in 2026?"}
    frames = served.post("/v1/ask", json=body, headers={"Accept": "text/event-stream"}).text.strip().split("\n\n")
    event, data = frames[-1].splitlines()
    assert event == "event: done"
    assert Answer.model_validate_json(data.removeprefix("data: ")).text == asked(served, body["question"]).text


def test_without_a_model_nothing_words_answers_anew(records: Records) -> None:
    with open_writer(BotSettings(), records) as write:
        assert write is None


def echoed(request: dict[str, Any]) -> str:
    """The first sentence of the draft in other words."""
    shown = seen([HumanMessage(request["messages"][-1]["content"])])
    line = shown.draft[0]
    return sent(sentence(line.text.replace("was put at", "was valued at"), *line.evidence))


def test_a_model_words_an_answer_on_every_face_and_what_it_took_is_kept(corpus_data: Path, records: Records) -> None:
    with server("none", echoed) as faulty:
        settings = BotSettings(model="openai:small", model_url=faulty.url)
        with (
            joined_bot(settings, IngestSettings(data_dir=corpus_data), records, Encoder()) as bot,
            local_client(build_app(bot, settings, records)) as client,
        ):
            answer = asked(client, "How big was the market in 2025?")
    assert answer.answerer == "model"
    assert answer.status == "answered"
    assert "was valued at USD 11.87 billion in 2025" in answer.text
    assert [use.outcome for use in records.uses(answer.id)] == ["answered"]


def test_who_watches_sees_who_waits(corpus_data: Path, records: Records) -> None:
    settings = BotSettings()
    here = {"base_url": "http://127.0.0.1", "client": ("127.0.0.1", 5000)}
    with (
        joined_bot(settings, IngestSettings(data_dir=corpus_data), records, Encoder()) as bot,
        TestClient(build_app(bot, settings, records), **here) as client,
    ):
        assert "footnote_questions_waiting 0.0" in client.get("/metrics").text
