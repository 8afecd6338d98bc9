"""Seeds as an enemy or an accident would write them, each with what the build must make of it.

`python -m tests.hostile FOLDER` writes them all out, one folder a kind; `python -m tests.hostile.cost` builds each in a
process of its own and holds its time and memory against what is promised.
"""
