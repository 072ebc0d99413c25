"""Write `input.pdf`: three pages of text with a running head and folios, set in Helvetica."""

from __future__ import annotations

from pathlib import Path

_HEAD = "Papers of the Grain Office"
_PAGES = [
    [
        ("centre", "Telegram From the Consulate in Lindholm to the Department of Grain"),
        ("gap", ""),
        ("left", "Lindholm, 14 March 1951"),
        ("gap", ""),
        ("left", "The harvest was good, and the Minister asks for two ships before the ice"),
        ("left", "comes. He says that the northern port is free, and that nobody there has trans-"),
        (
            "left",
            "ported wheat since the war. Of the ships that were promised in the autumn of last",
        ),
        ("left", "year only one has arrived, and its captain refuses to"),
    ],
    [
        ("left", "leave the harbour without a pilot [from Eastport]."),
        ("gap", ""),
        ("left", "The Minister asks whether the Department would send a pilot."),
    ],
    [("left", "I have told him that you will answer soon."), ("gap", ""), ("left", "Harland")],
]
_WIDTH, _HEIGHT, _LEFT, _TOP, _LEADING, _SIZE = 595, 842, 72, 760, 14, 11


def _text(x: float, y: float, words: str) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {_SIZE} Tf {x:.0f} {y:.0f} Td ({escaped}) Tj ET\n"


def _page(number: int, lines: list[tuple[str, str]]) -> bytes:
    content = _text(_LEFT, 800, _HEAD)
    y = _TOP
    for where, words in lines:
        x = _LEFT if where == "left" else (_WIDTH - len(words) * _SIZE * 0.5) / 2
        content += _text(x, y, words) if words else ""
        y -= _LEADING
    return (content + _text(_WIDTH / 2, 40, str(number))).encode("latin-1")


def document() -> bytes:
    """Return the bytes of the PDF."""
    count = len(_PAGES)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(_PAGES):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>".encode()
        )
        stream = _page(number + 1, lines)
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream))
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


if __name__ == "__main__":
    Path(__file__).with_name("input.pdf").write_bytes(document())
