"""Asks for what is licensed in hundreds of ways, on every face, as somebody who has no licence."""
