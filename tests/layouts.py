"""Databases of earlier releases, kept as these wrote them, and what a database looks like from outside."""

import zipfile
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect

DATA = Path(__file__).parent / "data"
BEFORE = ("layout_3", "layout_4")
"""Data folders of releases before revisions were counted: one fictional report, five questions and two thumbs."""


def unpack(layout: str, folder: Path) -> Path:
    """A copy of such a data folder, without its index."""
    with zipfile.ZipFile(DATA / f"{layout}.zip") as kept:
        kept.extractall(folder)
    return folder


def shape(engine: Engine) -> dict[str, Any]:
    """Tables with their columns, keys and indexes, whatever order they were made in."""
    seen = inspect(engine)
    return {
        name: {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(name)),
            "primary": seen.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted(
                (key["constrained_columns"], key["referred_table"], sorted(key["options"].items()))
                for key in seen.get_foreign_keys(name)
            ),
            "unique": sorted(each["column_names"] for each in seen.get_unique_constraints(name)),
            "indexes": sorted(
                (index["name"], index["column_names"], bool(index["unique"]))
                for index in seen.get_indexes(name)
                if not index.get("duplicates_constraint")
            ),
        }
        for name in seen.get_table_names()
    }
