from ingest.quantity import vocabulary


def test_words_are_lower_case_and_apart() -> None:
    sets = {name: value for name, value in vars(vocabulary).items() if isinstance(value, frozenset)}
    assert len(sets) > 10
    for name, words in sets.items():
        assert words and all(word == word.lower() and word == word.strip() for word in words), name


def test_a_pronoun_is_no_verb_and_a_market_no_part() -> None:
    assert not vocabulary.POINTERS & vocabulary.VERBS
    assert not vocabulary.MARKET & vocabulary.PARTS
