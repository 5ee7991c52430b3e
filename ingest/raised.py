"""The raised letters and digits that mark notes."""

LETTERS = dict(zip("abcdghijklmnrstuvwxyz", "ᵃᵇᶜᵈᵍʰⁱʲᵏˡᵐⁿʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
"""Small letters and how they are printed raised; E, F and P are none of them: they mark estimates."""

MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹" + "".join(LETTERS.values())
"""What may stand behind a number or a name for a note."""
