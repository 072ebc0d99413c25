"""`tei-cable convert`, `text` and `verify`: options in, exit code out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tei_cable.cli.source_options import FORMATS
from tei_cable.readers import READERS

SAMPLE = Path("samples/wcda-115114/input.txt").resolve()


def _run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_convert_writes_tei_to_stdout_and_findings_to_stderr() -> None:
    """Without -o the document is stdout's, and warnings do not make the exit code 1."""
    result = _run("convert", str(SAMPLE))
    assert result.exit_code == 0
    assert result.stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert f"{SAMPLE}:36:17: warning TC201 " in result.stderr


def test_convert_reads_stdin_and_writes_a_file(tmp_path: Path) -> None:
    """`-` is stdin; -o writes the file, and nothing but it."""
    output = tmp_path / "cable.xml"
    result = _run("convert", "-", "-o", str(output), stdin=SAMPLE.read_bytes())
    assert (result.exit_code, result.stdout) == (0, "")
    assert "<stdin>:36:17: warning TC201" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["cable.xml"]
    assert output.read_bytes().endswith(b"</TEI>\n")


def test_convert_dates_the_encoding_as_told() -> None:
    """--date is the day of the encoding; the same day gives the same bytes."""
    first = _run("convert", str(SAMPLE), "--date", "2026-01-31")
    second = _run("convert", str(SAMPLE), "--date", "2026-01-31")
    assert '<change when="2026-01-31"' in first.stdout
    assert first.stdout == second.stdout


def test_convert_takes_the_day_of_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH stands in for the clock, as reproducible builds want it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert '<change when="1970-01-02"' in _run("convert", str(SAMPLE)).stdout


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty; expected a text in UTF-8"),
        (b"%PDF-1.4", "the PDF cannot be read"),
        (b"caf\xe9", "line 1, column 4: the byte 0xE9 is not UTF-8"),
        (b"Dear diary,\n", "this is no cable that can be read"),
    ],
)
def test_a_source_that_is_no_cable_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    """The error names the file and what was expected; exit 2, and no output is left."""
    source, output = tmp_path / "source.txt", tmp_path / "out.xml"
    source.write_bytes(data)
    result = _run("convert", str(source), "-o", str(output))
    assert result.exit_code == 2
    assert f"tei-cable: {source}: " in result.stderr
    assert message in result.stderr
    assert "expected" in result.stderr
    assert not output.exists()


def test_a_source_that_is_not_there_is_refused() -> None:
    """A missing file is an error in one line, exit 2."""
    result = _run("convert", "nowhere.txt")
    assert result.exit_code == 2
    assert result.stderr == "tei-cable: nowhere.txt: No such file or directory\n"


def test_an_output_is_a_file_like_any_other(tmp_path: Path) -> None:
    """It has the permissions of a new file, a link is followed, and no partial file is left."""
    (tmp_path / "plain").touch()
    (tmp_path / "link.xml").symlink_to(tmp_path / "cable.xml")
    _run("convert", str(SAMPLE), "-o", str(tmp_path / "link.xml"))
    assert (tmp_path / "link.xml").is_symlink()
    modes = {(tmp_path / name).stat().st_mode for name in ("plain", "cable.xml")}
    assert len(modes) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cable.xml", "link.xml", "plain"]


@pytest.mark.parametrize(
    ("output", "made"),
    [
        ("there", "there/input.xml"),
        ("there/", "there/input.xml"),
        ("new/", "new/input.xml"),
        ("all.zip", "all.zip"),
        ("all.jsonl", "all.jsonl"),
    ],
)
def test_a_folder_or_a_container_as_output_makes_a_batch_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, made: str
) -> None:
    """What is called a folder or an archive is one, however few documents go into it."""
    monkeypatch.chdir(tmp_path)
    Path("there").mkdir()
    result = _run("convert", str(SAMPLE), "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 documents: 1 converted" in result.stderr
    assert Path(made).is_file()
    start = {".zip": b"PK\x03\x04", ".jsonl": b'{"name"', ".xml": b"<?xml"}[Path(made).suffix]
    assert Path(made).read_bytes().startswith(start)


@pytest.mark.parametrize("option", [("--timeout", "5"), ("--text-field", "body")])
def test_an_option_of_a_batch_means_nothing_for_one(
    tmp_path: Path, option: tuple[str, str]
) -> None:
    """It is an error, not passed over; with a folder for the output it counts."""
    alone = _run("convert", str(SAMPLE), "-o", str(tmp_path / "a.xml"), *option)
    assert (alone.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "--timeout and --text-field are for a batch" in alone.stderr
    assert _run("convert", str(SAMPLE), "-o", str(tmp_path), *option).exit_code == 0
    assert (tmp_path / "input.xml").is_file()


def test_an_output_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """A folder that isn't there is an error, exit 2."""
    result = _run("convert", str(SAMPLE), "-o", str(tmp_path / "no" / "out.xml"))
    assert result.exit_code == 2
    assert "out.xml: No such file or directory" in result.stderr


def test_settings_come_from_a_file(tmp_path: Path) -> None:
    """Publisher, licence and project description are written as configured."""
    settings = tmp_path / "tei_cable.toml"
    settings.write_text('publisher = "An Archive"\nlicence_target = "https://example.org/l"\n')
    result = _run("convert", str(SAMPLE), "--config", str(settings))
    assert "<publisher>An Archive</publisher>" in result.stdout
    assert '<licence target="https://example.org/l">' in result.stdout


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('publisher = "A', "tei_cable.toml: "),
        ("colour = 1", "unknown key 'colour'; expected attribution, authority, "),
        ("publisher = 1", "publisher is 1; expected a str"),
        ('attribution = "some"', "attribution is 'some'; expected full or minimal"),
        ('licence_target = "CC BY"', "licence_target is 'CC BY'; expected an address"),
        ('schema = "a?><evil"', "schema is 'a?><evil'; expected an address"),
        ('publisher = "A\\u0007"', "publisher has control characters"),
        ('id_prefix = "1 a"', "id_prefix is '1 a'; expected letters"),
        ('languages = ["English"]', "languages has 'English'; expected BCP 47 tags"),
        ("languages = [1]", "languages is [1]; expected a list of str"),
        ('languages = "en"', "languages is 'en'; expected a list"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, settings: str, message: str) -> None:
    """A settings file that can't be used is an error that says what was expected, exit 2."""
    file = tmp_path / "tei_cable.toml"
    file.write_text(settings)
    result = _run("convert", str(SAMPLE), "--config", str(file))
    assert result.exit_code == 2
    assert message in result.stderr


def test_text_gives_the_body_back() -> None:
    """`text` writes the document's words, brackets and lines as in the source."""
    xml = _run("convert", str(SAMPLE)).stdout
    result = _run("text", "-", stdin=xml.encode())
    source = SAMPLE.read_text("utf-8")
    assert result.exit_code == 0
    assert result.stdout == source[source.index("Foreign Ministry,") :].rstrip() + "\n"


@pytest.mark.parametrize("command", [("text", "-"), ("explain", "-"), ("verify", "-", str(SAMPLE))])
def test_what_is_no_xml_ends_each_command_in_the_same_way(command: tuple[str, ...]) -> None:
    """It is told with its place, exit 2, and stdout has nothing."""
    result = _run(*command, stdin=b"<TEI>")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "<stdin>:1:" in result.stderr
    assert "TC402" in result.stderr


def test_verify_proves_that_nothing_is_lost(tmp_path: Path) -> None:
    """A file as converted is clean, exit 0."""
    output = tmp_path / "cable.xml"
    _run("convert", str(SAMPLE), "-o", str(output))
    assert _run("verify", str(output), str(SAMPLE)).exit_code == 0


def test_verify_shows_the_first_difference_with_both_places(tmp_path: Path) -> None:
    """A word changed in the body is told with its place in both files, exit 1."""
    output = tmp_path / "cable.xml"
    xml = _run("convert", str(SAMPLE)).stdout.replace("Some Soviet media", "No Soviet media")
    output.write_text(xml)
    line = xml[: xml.index("No Soviet media")].count("\n") + 1
    result = _run("verify", str(output), str(SAMPLE))
    assert result.exit_code == 1
    assert f"{output}:{line}:" in result.stdout
    assert f"{SAMPLE}:38:180 has “Some Soviet media" in result.stdout
    assert "at /TEI/text/body/div/p[5]" in result.stdout


def test_the_source_is_not_overwritten(tmp_path: Path) -> None:
    """An output that is the source is refused, exit 2, and the source stays."""
    source = tmp_path / "cable.txt"
    source.write_bytes(SAMPLE.read_bytes())
    result = _run("convert", str(source), "-o", str(source))
    assert (result.exit_code, source.read_bytes()) == (2, SAMPLE.read_bytes())
    assert "the output is the source itself" in result.stderr


@pytest.mark.parametrize("day", ["2020-W01-1", "20200101", "today", "2020-02-30"])
def test_a_day_is_written_in_one_way(day: str) -> None:
    """--date takes YYYY-MM-DD and nothing else."""
    result = _run("convert", str(SAMPLE), "--date", day)
    assert result.exit_code == 2
    assert f"{day} is no date; expected YYYY-MM-DD" in result.stderr


def test_an_epoch_out_of_range_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that no calendar reaches is told in one line, exit 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    assert _run("convert", str(SAMPLE)).exit_code == 2


def test_links_that_go_round_are_an_error(tmp_path: Path) -> None:
    """A link that leads to itself can't be written, exit 2 and no traceback."""
    link = tmp_path / "loop.xml"
    link.symlink_to(link)
    assert _run("convert", str(SAMPLE), "-o", str(link)).exit_code == 2


def test_an_output_keeps_the_permissions_it_had(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    output = tmp_path / "cable.xml"
    output.touch(mode=0o600)
    _run("convert", str(SAMPLE), "-o", str(output))
    assert output.stat().st_mode & 0o777 == 0o600


def test_verify_reads_its_source_from_stdin(tmp_path: Path) -> None:
    """The source may be - as well."""
    output = tmp_path / "cable.xml"
    _run("convert", str(SAMPLE), "-o", str(output))
    assert _run("verify", str(output), "-", stdin=SAMPLE.read_bytes()).exit_code == 0


FRONT = "---\ntitle: {}\ndate: 1951-03-14\n---\n\nAll is well.\n\n"


def test_the_format_can_be_told(tmp_path: Path) -> None:
    """--from overrides detection, for convert as for verify; a wrong one is refused."""
    source, output = tmp_path / "a.txt", str(tmp_path / "a.xml")
    source.write_text("All is well.\n")
    assert _run("convert", str(source)).exit_code == 2
    assert _run("convert", str(source), "--from", "plain", "-o", output).exit_code == 0
    assert _run("verify", output, str(source), "--from", "plain").exit_code == 0
    result = _run("convert", str(source), "--from", "telegram")
    assert result.exit_code == 2
    assert "telegram: no line near the beginning begins 'FM'" in result.stderr


def test_every_format_can_be_chosen() -> None:
    """What --from offers is what there are readers for."""
    assert set(FORMATS) == set(READERS)


def test_an_undetected_source_tells_why_each_format_declined(tmp_path: Path) -> None:
    """Exit 2, and a reason for each."""
    source = tmp_path / "a.txt"
    source.write_text("All is well.\n")
    result = _run("convert", str(source))
    assert result.exit_code == 2
    assert all(f"{name}: " in result.stderr for name in READERS)


def test_title_and_fields_are_stated_by_options(tmp_path: Path) -> None:
    """--title and --set fill what the source lacks."""
    source = tmp_path / "a.txt"
    source.write_text("All is well.\n")
    options = ("--title", "A Letter", "--set", "date=1951-03-14", "--set", "ink = blue")
    xml = _run("convert", str(source), *options).stdout
    assert '<title type="main">A Letter</title>' in xml
    assert '<date when="1951-03-14">1951-03-14</date>' in xml
    assert '<note type="ink">blue</note>' in xml


@pytest.mark.parametrize("setting", ["date", "=1951", "date="])
def test_a_setting_that_is_no_field_is_refused(setting: str) -> None:
    """--set wants KEY=VALUE, exit 2."""
    result = _run("convert", str(SAMPLE), "--set", setting)
    assert result.exit_code == 2
    assert "expected KEY=VALUE" in result.stderr


@pytest.mark.parametrize("name", ["a.yaml", "a.txt.yaml"])
def test_a_file_beside_the_source_states_fields(tmp_path: Path, name: str) -> None:
    """The sidecar is found by its name, and options go before it."""
    source, output = tmp_path / "a.txt", str(tmp_path / "a.xml")
    source.write_text("All is well.\n")
    (tmp_path / name).write_text("title: 'A Letter'\ndate: 1951-03-14\n")
    assert _run("convert", str(source), "--title", "Mine", "-o", output).exit_code == 0
    xml = Path(output).read_text()
    assert '<title type="main">Mine</title>' in xml
    assert '<date when="1951-03-14">' in xml
    assert _run("verify", output, str(source), "--title", "Mine").exit_code == 0
    assert _run("verify", output, str(source)).exit_code == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [("title: [a]", "line 1: a field has no single value"), ("a", "line 1"), ("'", "a.yaml: ")],
)
def test_a_sidecar_that_cannot_be_used_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """The error names the sidecar and the line, exit 2."""
    (tmp_path / "a.txt").write_text("All is well.\n")
    (tmp_path / "a.yaml").write_text(text)
    result = _run("convert", str(tmp_path / "a.txt"))
    assert result.exit_code == 2
    assert message in result.stderr


def test_split_writes_a_file_for_each_document(tmp_path: Path) -> None:
    """NAME-1.xml, NAME-2.xml; verify is told the number; without --split the second is reported."""
    source, output = tmp_path / "both.md", tmp_path / "out.xml"
    source.write_text(FRONT.format("One") + FRONT.format("Two"))
    assert "TC107" in _run("convert", str(source)).stderr
    assert _run("convert", str(source), "--split", "-o", str(output)).exit_code == 0
    made = sorted(p.name for p in tmp_path.glob("*.xml"))
    assert made == ["out-1.xml", "out-2.xml"]
    second = str(tmp_path / "out-2.xml")
    assert ">Two<" in Path(second).read_text()
    assert _run("verify", second, str(source), "--part", "2").exit_code == 0
    assert _run("verify", second, str(source), "--part", "1").exit_code == 1
    assert _run("verify", second, str(source), "--part", "3").exit_code == 2


def test_split_needs_an_output() -> None:
    """Several documents do not go to stdout, exit 2."""
    result = _run("convert", str(SAMPLE), "--split")
    assert (result.exit_code, result.stdout) == (2, "")


def test_yaml_and_the_readers_of_binary_files_are_loaded_on_need() -> None:
    """Converting a page loads none of them."""
    code = (
        "import sys; from pathlib import Path; from tei_cable import convert, read_source; "
        f"convert(read_source(Path({str(SAMPLE)!r}))); "
        "print([m for m in ('yaml', 'docx', 'pdfminer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "said", [("--title", "a\x07"), ("--set", "place=a\ud800"), ("--set", "a\x01=b")]
)
def test_what_is_stated_must_be_writable(said: tuple[str, str]) -> None:
    """A character that XML cannot hold is told with the option, exit 2."""
    result = _run("convert", str(SAMPLE), *said)
    assert result.exit_code == 2
    assert "which XML cannot hold" in result.stderr
    assert said[0] in result.stderr
