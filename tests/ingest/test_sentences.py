import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


ONE = [
    "The U.S. market grew.",
    "The U.S. Census Bureau counts them.",
    "It is approx. 5% of sales.",
    "It ranks No. 1 in Asia.",
    "Acme, Inc. and Beta Co., Ltd. lead.",
    "Acme Inc. Holdings leads.",
    "It grew 4.5 percent to $1.25 billion.",
    "Some places, e.g. Spain, e.g., Italy, grow.",
    "Hardware vs. Software is the question.",
    "Growth slowed ... and then recovered.",
    "Dr. J. P. Morgan wrote to Prof. Smith.",
    "Yahoo! is a company.",
    "Is it big? asks everyone.",
    "Koninklijke Widget N.V. Group is Dutch.",
    "See Fig. 3 and Eq. 4.",
    "1. Market overview",
    "A. Scope of work",
    "Base Year: 2024",
    "Prices (excl. VAT) rose.",
    "It was est. 2019 in Rome",
    "no final stop",
    "The Widget Pvt. Ltd. Company is private.",
    "Visit www.example.com/a.b?c=d for more.",
    "It rose (see p. 12) again.",
    "Version 2.0.1 is out.",
    'The word "end." is quoted.',
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


MANY = [
    ("It grew. It fell.", ["It grew.", "It fell."]),
    (
        "Acme (France) has 13%, Bolt (U.S.) 8%. Clamp Ltd. has 2%.",
        ["Acme (France) has 13%, Bolt (U.S.) 8%.", "Clamp Ltd. has 2%."],
    ),
    ("It was sold (to Acme Inc.). The price is unknown.", ["It was sold (to Acme Inc.).", "The price is unknown."]),
    (
        "It sells abroad (mostly in the U.S.) The rest stays.",
        ["It sells abroad (mostly in the U.S.)", "The rest stays."],
    ),
    ("It grew in the U.S. The rest fell.", ["It grew in the U.S.", "The rest fell."]),
    (
        "Leaders are Acme and Beta LLC. Gamma N.V. left. Delta S.A. Epsilon stayed.",
        ["Leaders are Acme and Beta LLC.", "Gamma N.V. left.", "Delta S.A.", "Epsilon stayed."],
    ),
    ("It was sold to Acme Inc. The price is unknown.", ["It was sold to Acme Inc.", "The price is unknown."]),
    ("It will reach 4.5. In 2030 it ends.", ["It will reach 4.5.", "In 2030 it ends."]),
    ("It ended in 2025. 2026 was better.", ["It ended in 2025.", "2026 was better."]),
    ("How big is it? It is big! Really.", ["How big is it?", "It is big!", "Really."]),
    ('"It grew." She left.', ['"It grew."', "She left."]),
    ("It grew (by 5%.) Then it fell.", ["It grew (by 5%.)", "Then it fell."]),
    ("It grew (a lot). Then it fell.", ["It grew (a lot).", "Then it fell."]),
    ("It grew… Then it fell.", ["It grew…", "Then it fell."]),
    ("It grew... Then it fell.", ["It grew...", "Then it fell."]),
    ("It grew.[1] Then it fell.¹ And rose.", ["It grew.[1]", "Then it fell.¹", "And rose."]),
    ("Sales rose. eCommerce fell.", ["Sales rose.", "eCommerce fell."]),
    ("It grew by 2032.The rest fell.", ["It grew by 2032.", "The rest fell."]),
    ("It grew. “Prices fell,” he said.", ["It grew.", "“Prices fell,” he said."]),
    ("Pumps, valves, etc. The rest is small.", ["Pumps, valves, etc.", "The rest is small."]),
    ("- Pumps\n- Valves, Inc.\n- Other", ["Pumps", "Valves, Inc.", "Other"]),
    ("Types:\n- Pumps\n  - Small pumps\n• Valves\n– Other", ["Types:", "Pumps", "Small pumps", "Valves", "Other"]),
    ("- It grew. It fell.\n- No.", ["It grew.", "It fell.", "No."]),
    ("Base Year: 2024\nForecast: 2025–2032", ["Base Year: 2024", "Forecast: 2025–2032"]),
    ("A wrapped line goes\non in lower case. Done.", ["A wrapped line goes\non in lower case.", "Done."]),
    ("No stop at the end\n\nand a new paragraph", ["No stop at the end", "and a new paragraph"]),
    ("Ends here.\n\nStarts here.", ["Ends here.", "Starts here."]),
    ("  Padded.   Twice.  \n\n\n", ["Padded.", "Twice."]),
    ("It costs 5\u00a0%.\u00a0The rest\u00a0is free.", ["It costs 5\u00a0%.", "The rest\u00a0is free."]),
    ("", []),
    (" \n\n ", []),
    ("-", ["-"]),
    ("- \n- a", ["a"]),
]


@pytest.mark.parametrize(("text", "expected"), MANY)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet='aB1 .?!\n-•"()…', max_size=80))
def test_no_word_is_lost_and_no_blank_line_crossed(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert not any("\n\n" in text[start:end] for start, end in spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert all(kept.count(char) == text.count(char) for char in "aB1")


def test_finding_sentences_is_fast() -> None:
    text = "The U.S. market was valued at USD 4.2 billion in 2025, e.g. by Acme, Inc. It grows.\n- An item\n\n" * 5000
    started = time.process_time()
    sentences(text)
    assert time.process_time() - started < 1.5  # 490 kB; 0.2 s on a quiet core


def test_a_long_line_without_a_stop_is_not_slow() -> None:
    started = time.process_time()
    sentences("word " * 100_000 + "." * 10_000 + " a. " * 20_000)
    assert time.process_time() - started < 3
