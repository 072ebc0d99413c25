"""Turn diplomatic cables into valid, verified TEI P5.

    from pathlib import Path
    from tei_cable import convert, read_source, validate, verify

    source = read_source(Path("cable.txt"))
    result = convert(source)                            # .xml (bytes), .findings
    assert not validate(result.xml, "cable.xml")        # findings, none if it is valid TEI
    assert not verify(result.xml, "cable.xml", source)  # findings, none if nothing was lost

`convert_many` does the same for many, in processes of their own; docs/api.md shows all of it.
Everything is imported on first use: `import tei_cable` by itself loads nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_cable.batch.many import convert_many as convert_many
    from tei_cable.config import Config as Config
    from tei_cable.config import load_config as load_config
    from tei_cable.errors import ConfigError as ConfigError
    from tei_cable.errors import InternalError as InternalError
    from tei_cable.errors import SourceError as SourceError
    from tei_cable.errors import TeiCableError as TeiCableError
    from tei_cable.findings import Finding as Finding
    from tei_cable.findings import Severity as Severity
    from tei_cable.model import Source as Source
    from tei_cable.pipeline import Result as Result
    from tei_cable.pipeline import convert as convert
    from tei_cable.source import decode as decode
    from tei_cable.source import read_source as read_source
    from tei_cable.validation import Engine as Engine
    from tei_cable.validation import validate as validate
    from tei_cable.validation.schemas import Schema as Schema
    from tei_cable.verification import verify as verify

__version__ = "0.1.0"

_PUBLIC = {
    "Config": "config",
    "ConfigError": "errors",
    "Engine": "validation",
    "Finding": "findings",
    "InternalError": "errors",
    "Result": "pipeline",
    "Schema": "validation.schemas",
    "Severity": "findings",
    "Source": "model",
    "SourceError": "errors",
    "TeiCableError": "errors",
    "convert": "pipeline",
    "convert_many": "batch.many",
    "decode": "source",
    "load_config": "config",
    "read_source": "source",
    "validate": "validation",
    "verify": "verification",
}
__all__ = [*_PUBLIC]  # noqa: PLE0604 (all of them are names)


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(f"{__name__}.{_PUBLIC[name]}")
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted(_PUBLIC)
