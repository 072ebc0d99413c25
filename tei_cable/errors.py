"""The exceptions of the package: a tree of four, one for each way in which nothing can be done.

What is merely wrong with a document is a `tei_cable.findings.Finding`, never an exception.
"""

from __future__ import annotations


class TeiCableError(Exception):
    """Base of all exceptions raised on purpose; the command line exits with 2 on it."""


class SourceError(TeiCableError):
    """A file can't be read, or isn't what was expected; the message names it and says why."""

    def __init__(self, file: str, problem: str, expected: str = "") -> None:
        """`file` is named as the user named it; `expected` says what would have been accepted."""
        self.file = file
        self.problem = problem
        self.expected = expected
        super().__init__(f"{file}: {problem}" + (f"; expected {expected}" if expected else ""))


class ConfigError(TeiCableError):
    """An option, a configuration file, an authority file or a schema is unusable."""


class InternalError(TeiCableError):
    """An invariant of the package is broken: a bug, to be reported."""

    def __init__(self, problem: str) -> None:
        """`problem` says which invariant failed, and where."""
        super().__init__(f"{problem}. This is a bug in tei_cable: please report it")
