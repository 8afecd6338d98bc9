"""All kinds together."""

from . import encodings, folders, injections, letters, shapes, sidecars
from .kinds import Kind, Row

KINDS: tuple[Kind, ...] = tuple(
    kind for part in (encodings, letters, shapes, injections, folders, sidecars) for kind in part.KINDS
)
READ = tuple(kind for kind in KINDS if isinstance(kind.expected, Row))
REFUSED = tuple(kind for kind in KINDS if not isinstance(kind.expected, Row))
