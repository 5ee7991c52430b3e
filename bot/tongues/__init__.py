"""Questions in other languages: which one it is, its words by a glossary, and the English question they make."""
