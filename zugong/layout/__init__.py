"""Issue → Sheet: the semantic blocks of the paper."""
