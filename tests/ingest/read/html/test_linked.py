import pytest

from ingest.read.html.linked import linked_data


@pytest.mark.parametrize("script", ["{", "[" * 100_000, '{"@type": }', "undefined"])
def test_broken_linked_data_is_counted(script: str) -> None:
    data, broken = linked_data([script, '{"@type":"Report","name":"Tea"}'])
    assert broken == 1 and data.said("name") == "Tea"


def test_linked_data_of_odd_shapes_says_nothing_wrong() -> None:
    data, broken = linked_data(
        ['{"@type":["Report",5],"name":["Tea"],"publisher":[{"name":{"@value":"Leaf"}}]}', "[1,null]"]
    )
    assert (data.said("name"), data.said("publisher"), broken) == ("Tea", "Leaf", 0)
