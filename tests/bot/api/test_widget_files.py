"""The widget's files as pages of other sites get them."""

import gzip

import pytest
from starlette.testclient import TestClient

from bot.api.widget_files import EDITION, FILES, FOLDER, SCRIPT, widget_file


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_served_to_any_page(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"Origin": "https://publisher.example"})
    assert response.status_code == 200
    assert response.content == (FOLDER / FILES[path]).read_bytes()
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["content-type"].endswith("; charset=utf-8")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert client.head(path).status_code == 200


def test_a_file_is_packed_once_for_those_who_can_unpack_it(client: TestClient) -> None:
    packed = client.get(SCRIPT, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert gzip.decompress(widget_file(SCRIPT).packed) == packed.content
    assert "content-encoding" not in client.get(SCRIPT, headers={"Accept-Encoding": "identity"}).headers


def test_who_has_a_file_is_not_sent_it_again(client: TestClient) -> None:
    tag = client.get(SCRIPT).headers["etag"]
    again = client.get(SCRIPT, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_only_the_edition_that_the_script_names_is_kept_for_good(client: TestClient) -> None:
    script = client.get(SCRIPT)
    edition = script.text.partition("?v=")[2][:EDITION]
    assert "max-age=600" in script.headers["cache-control"]
    assert "immutable" in client.get(f"/widget/panel.js?v={edition}").headers["cache-control"]
    assert "immutable" in client.get(f"/widget/de.json?v={edition}").headers["cache-control"]
    for other in ("", "?v=", "?v=000000000000", "?v=addEventList", "?v=12"):
        assert "max-age=600" in client.get(f"/widget/panel.js{other}").headers["cache-control"]
