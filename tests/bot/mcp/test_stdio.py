"""The protocol over stdin and stdout: the real command, model and library."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from bot.answer import Answer
from bot.desk import PassageView

ROOT = Path(__file__).parent.parent.parent.parent


def test_a_client_that_starts_the_server_asks_and_reads_the_source(corpus_data: Path, tmp_path: Path) -> None:
    records = f"sqlite:///{tmp_path / 'records.sqlite'}"
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "PATH") if name in os.environ}
    environment = kept | {"INGEST_DATA_DIR": str(corpus_data), "HF_HUB_OFFLINE": "1", "BOT_RECORDS_URL": records}
    command = StdioServerParameters(command=sys.executable, args=["-m", "bot", "mcp"], env=environment, cwd=ROOT)

    async def ask() -> tuple[Answer, Answer, PassageView]:
        async with Client(command) as client:
            first = await client.call_tool("ask_report", {"question": "How big is the market in 2026?"})
            answer = Answer.model_validate(first.structured_content)
            followed = await client.call_tool(
                "ask_report", {"question": "And in 2032?", "conversation": answer.conversation}
            )
            source = await client.call_tool("read_passage", {"address": answer.citations[0].passage})
            return (
                answer,
                Answer.model_validate(followed.structured_content),
                PassageView.model_validate(source.structured_content),
            )

    answer, followed, source = asyncio.run(ask())
    cited = answer.citations[0]
    assert "13.70" in answer.text and "31.56" in followed.text
    assert source.text[cited.start : cited.end] == cited.quote


@pytest.mark.parametrize("arguments", [["mcp", "more"]])
def test_the_command_takes_nothing_more(arguments: list[str]) -> None:
    from bot.__main__ import main

    with pytest.raises(SystemExit):
        main(arguments)
