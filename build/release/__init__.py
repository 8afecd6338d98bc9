"""A release: `make release VERSION=x.y.z`, or `python -m build.release x.y.z --date yyyy-mm-dd`.

The package that the seeds give is compared with the last release, whose tables are kept in `releases/`. The version
must fit what changed, and each id that others may cite and that is gone needs a stated reason, else nothing is written.
Then every place that carries the version has it, `changes.csv` lists each change, and `dist/` holds the archive.
"""
