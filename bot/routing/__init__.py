"""Which of a library's reports a question is about."""
