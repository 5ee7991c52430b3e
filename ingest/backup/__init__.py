"""Back-ups: every SQLite database of a data folder in one file, made while they are in use, and put back."""
