"""An optional language model: it may word an answer, and never decide what is said."""
