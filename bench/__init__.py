"""What the build costs, measured: synthetic corpora, its phases timed apart, and what a user would pick instead."""
