"""The one error that the build raises for what its user can mend."""


class BuildError(Exception):
    """What stops a build, as one sentence: the file, the place in it, what is wrong, what to do.

    >>> raise BuildError("seeds/a.txt is empty: put the article's text into it or remove the file.")
    Traceback (most recent call last):
    build.errors.BuildError: seeds/a.txt is empty: put the article's text into it or remove the file.
    """
