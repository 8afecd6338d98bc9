"""Bytes that are no UTF-8, or no text, or UTF-8 with more than was meant; and every way to end a line."""

from .kinds import TITLE, Kind, Row, article, refused, told

TEXT = article()
PLAIN = Row({"title": TITLE, "published_on": "2011-05-04", "dateline": "Doha", "publisher": "Highland Post"})


def spoiled(bytes_: bytes) -> bytes:
    """The article with some bytes in the middle of its release."""
    return TEXT.encode("utf-8").replace(b"prisoners", b"pris" + bytes_ + b"oners")


KINDS: list[Kind] = [
    told("a byte order mark", "\ufeff" + TEXT, PLAIN),
    told("two byte order marks", "\ufeff\ufeff" + TEXT, PLAIN),
    told("a byte order mark before a number", TEXT.replace("17", "\ufeff17"), PLAIN),
    refused("UTF-16 with a mark", TEXT.encode("utf-16"), "zero byte"),
    refused("UTF-16 big-endian without a mark", TEXT.encode("utf-16-be"), "zero byte"),
    refused("UTF-32", TEXT.encode("utf-32"), "zero byte"),
    refused("Latin-1", "Café talks in Doha".encode("latin-1"), "line 1", "0xe9", "UTF-8"),
    refused("Windows-1252 quotes", spoiled(b"\x93"), "line 5", "0x93", "UTF-8"),
    refused("Windows-1256", "التقى الوزير".encode("cp1256"), "UTF-8"),
    refused("Shift JIS", "会談".encode("shift_jis"), "UTF-8"),
    refused("a continuation byte by itself", spoiled(b"\x80"), "line 5", "0x80"),
    refused("a sequence cut short at the end", TEXT.encode() + b"\xe2\x80", "line 6", "0xe2"),
    refused("a lone surrogate", spoiled(b"\xed\xa0\x80"), "line 5", "0xed"),
    refused("a pair of surrogates (CESU-8)", spoiled(b"\xed\xa0\xbd\xed\xb8\x80"), "line 5", "0xed"),
    refused("an overlong stroke", spoiled(b"\xc0\xaf"), "line 5", "0xc0"),
    refused("an overlong zero", spoiled(b"\xc0\x80"), "line 5", "0xc0"),
    refused("a code point beyond the last", spoiled(b"\xf4\x90\x80\x80"), "line 5", "0xf4"),
    refused("a zero byte", spoiled(b"\0"), "zero byte"),
    refused("an image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "zero byte"),
    refused("a gzipped article", b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "zero byte"),
    refused("orders to a terminal", spoiled(b"\x1b]0;owned\x07\x1b[2J"), "line 5", "U+001B"),
    refused("backspaces", spoiled(b"\x08\x08"), "line 5", "U+0008"),
    refused("nothing", b"", "is empty"),
    refused("blanks only", " \n\t\r\n\u00a0\u3000\u200b\ufeff\n", "is empty"),
    told("Windows line ends", TEXT.replace("\n", "\r\n"), PLAIN),
    told("old Macintosh line ends", TEXT.replace("\n", "\r"), PLAIN),
    told("line ends of three kinds", TEXT.replace("\n\n", "\r\n\n\r"), PLAIN),
    told("line and paragraph separators", TEXT.replace("\n", "\u2029").replace("\u2029\u2029", "\u2028\u2029"), PLAIN),
    told("next-line marks and form feeds", TEXT.replace("\n\n", "\x85\f\v"), PLAIN),
    told("no line end at the end", TEXT.rstrip("\n"), PLAIN),
    told("a thousand empty lines", TEXT.replace("\n\n", "\n" * 1000), PLAIN),
    told("white space around every line", TEXT.replace("\n", " \t\u00a0\n\u3000 \t"), PLAIN),
]
