"""The HTTP face: ask, reports, passages and feedback as JSON, server-sent events and problem documents."""
