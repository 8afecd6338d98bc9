"""Word lists of the authority files, looked up in running text."""
