"""The library's layouts: how each is made of the one before, by Alembic."""
