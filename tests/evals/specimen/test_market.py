from evals.specimen.market import Unit, dimension


def test_a_dimension_is_read_from_its_spelling() -> None:
    read = dimension("Scanner", "Fixed: Large, Small; Mobile")
    assert read.groups == (("Fixed", ("Large", "Small")), ("Mobile", ()))
    assert read.leaves == (("Fixed", "Large"), ("Fixed", "Small"), ("Mobile",))
    assert read.is_grouped
    assert not dimension("Payer", "Public; Private").is_grouped


def test_a_dimension_starts_small_inside_a_sentence() -> None:
    assert dimension("End use", "A; B").noun == "end use"


def test_large_units_are_kept_in_thousandths_and_small_ones_whole() -> None:
    assert Unit("USD million", 10**6, 1, "USD").grain == 1000
    assert Unit("tonnes", 1, 0).grain == 1
