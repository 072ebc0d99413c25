"""`tei-cable validate`: check TEI files against the schema."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.cli.common import Exit
from tei_cable.cli.inputs import STDIN, expand, names_from
from tei_cable.cli.output import colored
from tei_cable.config import DEFAULT_FILE, find_config
from tei_cable.errors import SourceError
from tei_cable.findings import Severity
from tei_cable.report import Checked, Report, normal_name
from tei_cable.reporters import FORMATS, reporter
from tei_cable.reporters.text import write_report as write_text_report
from tei_cable.validation import Engine
from tei_cable.validation.baseline import baseline_of, read_baseline, without_known
from tei_cable.validation.run import Input, Settings, check_all
from tei_cable.validation.schemas import Schema, check_usable
from tei_cable.validation.selection import Selection, load_selection
from tei_cable.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PATH = click.Path(path_type=Path)
_RULES = "CODE[,CODE]"


def _entries(_context: object, _parameter: object, values: Sequence[str]) -> tuple[str, ...]:
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


@click.command(name="validate")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|PATTERN|-]...")
@click.option("--files-from", metavar="FILE", help="Check the files listed in FILE, - for stdin.")
@click.option("--allow-empty", is_flag=True, help="A folder or pattern without a file is no error.")
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    default=Engine.LXML.value,
    show_default=True,
    help="Who judges the grammar; xmlschema is slower, jing needs Java.",
)
@click.option("--schema", type=_PATH, help="Judge by this .rng, .xsd or .odd.")
@click.option("--schematron", type=_PATH, multiple=True, help="Check these constraints, too.")
@click.option("--catalog", type=_PATH, multiple=True, help="Where schemas are that files name.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--output", type=_PATH, help="Write the findings here, not to stdout.")
@click.option("--quiet", "-q", is_flag=True, help="No summary.")
@click.option(
    "--select", multiple=True, callback=_entries, metavar=_RULES, help="Only these rules."
)
@click.option("--ignore", multiple=True, callback=_entries, metavar=_RULES, help="Not these rules.")
@click.option("--warn", multiple=True, callback=_entries, metavar=_RULES, help="Not as errors.")
@click.option(
    "--fail-on",
    type=click.Choice([Severity.ERROR.value, Severity.WARNING.value]),
    default=Severity.ERROR.value,
    show_default=True,
    help="From which severity on the command exits with 1.",
)
@click.option("--baseline", type=_PATH, help="Tell only what is not in this file.")
@click.option("--write-baseline", type=_PATH, help="Write what is found here, as known.")
@click.option("--fix", is_flag=True, help="Mend what can only be meant in one way, in the files.")
@click.option("--config", type=_PATH, help=f"Settings (default: {DEFAULT_FILE} here or above).")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Processes (0: all).")
def command(  # noqa: PLR0913 (click hands each option over)
    files: Sequence[str],
    files_from: str | None,
    *,
    allow_empty: bool,
    engine: str,
    schema: Path | None,
    schematron: tuple[Path, ...],
    catalog: tuple[Path, ...],
    form: str,
    output: Path | None,
    quiet: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    warn: tuple[str, ...],
    fail_on: str,
    baseline: Path | None,
    write_baseline: Path | None,
    fix: bool,
    config: Path | None,
    jobs: int,
) -> None:
    """Check TEI files against the schema and the rules; - reads the standard input.

    Of a folder all .xml files are checked, those in its folders too. Exits with 0 if all is well,
    1 if a file has an error or cannot be read, 2 if nothing could be checked, or if a folder or
    pattern has no file (see --allow-empty).
    """
    names = [*files, *(names_from(files_from) if files_from else [])]
    inputs = _inputs(names, allow_empty=allow_empty)
    selection, place = _selection(config, select, ignore, warn)
    if fix and (engine == Engine.JING or any(each.data is not None for each in inputs)):
        raise click.UsageError("--fix needs files, and another engine than jing")
    judge = Engine(engine)
    given = _schema(judge, schema, schematron)
    settings = Settings(judge, given, catalog, selection if fix else None)
    report = _report(check_all(inputs, settings, jobs), selection, place)
    if write_baseline:
        write_whole(write_baseline, baseline_of(report))
        baseline = write_baseline
    if baseline:
        report = without_known(report, read_baseline(baseline), str(baseline))
    _write(report, form, output)
    if not quiet:
        click.echo(report.summary(), err=True)
    failing = [Severity.ERROR] if fail_on == Severity.ERROR else [Severity.ERROR, Severity.WARNING]
    failed = any(report.count(severity) for severity in failing)
    click.get_current_context().exit(Exit.FINDINGS if failed else Exit.CLEAN)


def _inputs(names: Sequence[str], *, allow_empty: bool) -> list[Input]:
    expanded = expand(names)
    empty = [name for name, found in expanded.items() if not found]
    if not allow_empty and (empty or not names):
        what = ", ".join(empty) or "nothing"
        raise SourceError(what, "there is no file to check", "a file, or --allow-empty")
    for name in empty:
        click.echo(f"tei-cable: {name}: no file matches", err=True)
    unique = dict.fromkeys(file for found in expanded.values() for file in found)
    return [Input("<stdin>", sys.stdin.buffer.read()) if n == STDIN else Input(n) for n in unique]


def _schema(engine: Engine, grammar: Path | None, constraints: tuple[Path, ...]) -> Schema | None:
    """Return the schema that is asked for; None to take the one that each file names."""
    if grammar is None and not constraints:
        return None
    schema = Schema(grammar, constraints)
    by_jing = engine is Engine.JING and grammar is not None and grammar.suffix == ".rng"
    check_usable(Schema(None, constraints) if by_jing else schema)
    return schema


def _selection(
    config: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], warn: tuple[str, ...]
) -> tuple[Selection, str]:
    """Return the rules that count and the file that says so: options come on top of it."""
    file = config or find_config(Path.cwd())
    base = load_selection(file) if file else Selection()
    chosen = Selection(select or base.select, base.ignore + ignore, base.warn + warn)
    return chosen, normal_name(str(file)) if base.ignore else ""


def _report(checked: Iterable[Checked], selection: Selection, place: str) -> Report:
    files: list[Checked] = []
    seen: set[str] = set()
    for one in checked:
        seen.update(item.code for item in one.findings)
        kept = tuple(selection.apply(one.findings))
        files.append(replace(one, findings=kept))
    notes = selection.apply(selection.unused(seen, place)) if files else ()
    return Report(tuple(files), tuple(notes))


def _write(report: Report, form: str, output: Path | None) -> None:
    """Write text as the terminal wants it, everything else as UTF-8; what can't be, escaped."""
    if form == "text" and output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        write_text_report(report, sys.stdout, color=colored(sys.stdout))
        return
    stream = io.StringIO()
    reporter(form)(report, stream)
    data = stream.getvalue().encode(errors="backslashreplace")
    if output:
        write_whole(output, data)
    else:
        click.echo(data, nl=False)
