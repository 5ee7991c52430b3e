"""The layouts of the records: how each is made of the one before, by Alembic."""
