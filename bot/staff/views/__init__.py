"""What the staff page shows, as HTML; whatever was typed goes through Markup.format, which escapes it."""
