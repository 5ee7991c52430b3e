"""How answers keep their speed and their aim as the library grows."""
