"""The command line: options in, exit code out; one file a command.

Commands are imported when they are called, so that `tei-cable --version` loads nothing else.
"""

from __future__ import annotations

import errno
import importlib
import os
import traceback

import click

from tei_cable import __version__
from tei_cable.errors import TeiCableError

_TRACEBACK = "TEI_CABLE_TRACEBACK"
_COMMANDS = {
    "authority": "Check an authority file, build the shipped index.",
    "convert": "Turn a cable into TEI.",
    "evaluate": "Measure names and dates against an encoding by hand.",
    "explain": "Say why a TEI file is tagged as it is.",
    "rule": "Say what a finding means, and how to mend it.",
    "schema": "Build, check and find the schema.",
    "status": "Say what became of a batch.",
    "text": "Write the text of a TEI file, brackets included.",
    "validate": "Check TEI files against the schema.",
    "verify": "Prove that a TEI file lost nothing of its source.",
}


class _LazyGroup(click.Group):
    """A group whose commands live in modules of their name, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"tei_cable.cli.{cmd_name}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except TeiCableError as error:
            click.echo(f"tei-cable: {error}", err=True)
            ctx.exit(2)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            click.echo(f"tei-cable: {_told(error)}", err=True)
            ctx.exit(2)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            if os.environ.get(_TRACEBACK):
                traceback.print_exc()
            problem = " ".join(f"{type(error).__name__}: {error}".split())
            more = f"please report it; {_TRACEBACK}=1 shows more"
            click.echo(f"tei-cable: bug in tei_cable: {problem}; {more}", err=True)
            ctx.exit(2)


def _told(error: OSError) -> str:
    problem = error.strerror or str(error)
    return f"{os.fsdecode(error.filename)}: {problem}" if _named(error) else problem


def _named(error: OSError) -> bool:
    return isinstance(error.filename, str | bytes)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tei-cable")
def main() -> None:
    """Turn diplomatic cables into valid, verified TEI P5."""
