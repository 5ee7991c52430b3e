"""The commands that manage sites."""

import argparse
import json

import pytest

from bot.__main__ import main
from bot.records import Records
from bot.site_commands import add_site_commands, run_site_command
from bot.sites import NoSuchSite, Sites, snippet

ORIGIN = ("--origin", "https://Shop.example")


def run(sites: Sites, *arguments: str, public_url: str | None = "https://bot.example") -> str:
    parser = argparse.ArgumentParser()
    add_site_commands(parser)
    said: list[str] = []
    assert run_site_command(parser.parse_args(arguments), sites, ["kites"], public_url, said.append) == 0
    return "\n".join(said)


@pytest.fixture
def sites(records: Records) -> Sites:
    return Sites(records.engine)


def test_only_the_line_to_copy_is_printed(sites: Sites, capsys: pytest.CaptureFixture[str]) -> None:
    limits = ("--visitor-limit", "20", "--day-limit", "500", "--licensed")
    line = run(sites, "create", "Shop", *ORIGIN, "--origin", "http://localhost:80", "--report", "kites", *limits)
    (site,) = sites.all()
    assert line == (
        f'<script async src="https://bot.example/widget.js" data-site="{site.id}" data-report="kites"></script>'
    )
    assert site.origins == ("https://shop.example", "http://localhost")
    assert (site.reports, site.licensed, site.visitor_limit, site.day_limit) == (("kites",), True, 20, 500)
    told = capsys.readouterr().err
    assert "licensed reports too, of those only kites" in told and "note" not in told


def test_what_is_missing_is_said(sites: Sites, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(sites, "create", "Shop", *ORIGIN, "--report", "kites", "--report", "tides", public_url=None)
    assert lines.count("<script") == 2 and "data-report" in lines
    told = capsys.readouterr().err
    assert "no report tides" in told and "BOT_PUBLIC_URL" in told
    assert "data-report" not in run(sites, "create", "All", *ORIGIN)


def test_nothing_in_the_line_is_markup(sites: Sites) -> None:
    site = sites.create("Shop", ("https://shop.example",))
    line = snippet(site, 'https://bot.example/"><b>', '"><script>alert(1)</script>')
    assert line.count("<script") == 1 and "<b>" not in line


def test_sites_are_listed_and_revoked(sites: Sites) -> None:
    assert "sites create" in run(sites, "list")
    run(sites, "create", "Shop", *ORIGIN, "--day-limit", "5")
    run(sites, "create", "Desk", "--origin", "https://desk.example")
    assert "refused" in run(sites, "revoke", "Shop")
    lines = run(sites, "list").splitlines()
    assert ["revoked" in line for line in lines[1:]] == [True, False]
    assert "5 in all" in lines[1] and "any" in lines[2]
    assert [site["name"] for site in json.loads(run(sites, "list", "--json"))] == ["Shop", "Desk"]
    with pytest.raises(NoSuchSite):
        run(sites, "revoke", "Shop")


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", "Shop"), ("create", "Shop", "--origin", "shop.example"), ("create", "Shop", "--origin", "null"),
        ("create", "Shop", "--origin", "https://shop.example/page"), ("create", "", *ORIGIN),
        ("create", "Shop", *ORIGIN, "--day-limit", "0"), ("create", "Shop", *ORIGIN, "--visitor-limit", "-1"), (),
    ],
)  # fmt: skip
def test_what_is_no_site_is_refused(sites: Sites, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        run(sites, *arguments)
    assert sites.all() == []


def test_it_is_a_command(tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("BOT_PUBLIC_URL", "https://bot.example")
    assert main(["sites", "create", "Shop", *ORIGIN]) == 0
    assert capsys.readouterr().out.startswith('<script async src="https://bot.example/widget.js" data-site="site_')
    assert main(["sites", "revoke", "nobody"]) == 1
