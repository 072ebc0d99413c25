"""`tei-cable explain`: a file or a line in, reasons out."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tei_cable.cli import main

SAMPLE = Path("samples/wcda-115114/expected.xml").resolve()
LINES = SAMPLE.read_text("utf-8").splitlines()


def _run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], input=stdin)


def _line_of(words: str) -> int:
    return next(n for n, line in enumerate(LINES, 1) if words in line)


def test_a_line_is_explained_tag_by_tag() -> None:
    """Place, tag, words; the rule, how sure, who says so; and what the rule looks at."""
    line = _line_of('rend="close"')
    result = _run(f"{SAMPLE}:{line}")
    assert result.exit_code == 0
    assert f"{SAMPLE}:{line}:" in result.stdout
    assert '<supplied reason="subaudible"> The Soviet Union]\n' in result.stdout
    assert "certainty low" in result.stdout
    assert "\n    rule brackets." in result.stdout


def test_a_whole_file_from_stdin_is_explained() -> None:
    """Without a line it is all tags of the file."""
    result = _run("-", stdin=SAMPLE.read_bytes())
    assert result.exit_code == 0
    assert result.stdout.count("\n    rule ") > 50


def test_a_line_without_a_tag_says_so_and_tells_the_nearest() -> None:
    """What is printed is told apart from what was asked for."""
    result = _run(f"{SAMPLE}:{len(LINES)}")
    assert result.exit_code == 0
    assert f"no tag of the text starts on line {len(LINES)}" in result.stderr
    assert result.stdout


def test_a_line_beyond_the_end_and_a_missing_file_are_errors() -> None:
    """Exit code 2, and the message names the file."""
    for place in (f"{SAMPLE}:{len(LINES) + 1}", "missing.xml:3"):
        result = _run(place)
        assert (result.exit_code, result.stdout) == (2, "")
        assert place.rpartition(":")[0] in result.stderr


def test_a_file_with_such_a_name_is_that_file(tmp_path: Path) -> None:
    """`cable:12` may be a file of its own."""
    odd = tmp_path / "cable:12"
    odd.write_bytes(SAMPLE.read_bytes())
    assert _run(str(odd)).stdout.count("\n    rule ") > 50
