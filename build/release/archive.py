"""The archive of a release: the same bytes wherever and whenever it is made."""

import io
import zipfile
from collections.abc import Mapping

MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can have."""

UNIX = 3
READABLE = 0o100644 << 16


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """A ZIP of files in one folder: sorted by path, stored as they are, all of one time and one mode."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as handle:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", MIDNIGHT)
            entry.create_system, entry.external_attr = UNIX, READABLE
            handle.writestr(entry, files[path])
    return written.getvalue()
