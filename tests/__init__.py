"""The tests: each module says in its first line which promise it guards."""
