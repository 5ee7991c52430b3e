"""A fictional market report of full size in four formats, with the gold of every cell: python -m evals.specimen."""
