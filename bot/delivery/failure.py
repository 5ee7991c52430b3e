"""What went wrong with a delivery, in words that hold no address, no secret and no text of the other end."""


class NotDelivered(Exception):  # noqa: N818 - named for what happened
    """A lead did not arrive, and is tried again."""
