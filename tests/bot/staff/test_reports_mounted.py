"""The reports' tab where it belongs: on the staff page, for whoever is signed in."""

from pathlib import Path

from bot.api.body_limit import STAFF_UPLOAD
from bot.app import ForStaff, build_app
from bot.keys import Keys
from bot.records import Records
from bot.settings import BotSettings
from ingest.settings import IngestSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.desks import desk


def test_the_staff_page_has_the_tab_and_takes_uploads_from_nobody_who_is_not_signed_in(tmp_path: Path) -> None:
    sent, own = {"files": ("a.md", b"x" * 200_000)}, {"Origin": "http://127.0.0.1:8000"}
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    _, token = Keys(records.engine).create("Ann", "staff")
    with desk(IngestSettings(data_dir=tmp_path / "data", embedding_model="hash")) as at:
        app = build_app(FakeBot(), BotSettings(), records, staff=ForStaff(reports=at.reports))
        with local_client(app) as client:
            assert client.post(STAFF_UPLOAD, files=sent, headers=own).status_code == 401
            client.post("/staff/sign-in", data={"key": token}, headers=own)
            assert "reports-file" in client.get("/staff/config").text
            assert client.post(STAFF_UPLOAD, files=sent, headers=own).status_code == 200
            assert client.post(STAFF_UPLOAD, files=sent, headers={"Origin": "https://other.example"}).status_code == 403
    records.close()
