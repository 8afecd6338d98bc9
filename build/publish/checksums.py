"""`SHA256SUMS`: the checksum of every file, as `sha256sum --check` reads it."""

import hashlib
from collections.abc import Mapping


def checksums(files: Mapping[str, bytes]) -> bytes:
    """One line a file, in the order of their paths.

    >>> checksums({"a.txt": b""})[-11:]
    b'855  a.txt\\n'
    """
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode("utf-8")


def listed(sums: bytes) -> list[str]:
    """The paths that a `SHA256SUMS` lists.

    >>> listed(checksums({"a.txt": b"", "data/b.csv": b""}))
    ['a.txt', 'data/b.csv']
    """
    lines = sums.decode("utf-8", errors="replace").splitlines()
    return [line.partition("  ")[2] for line in lines if "  " in line]
