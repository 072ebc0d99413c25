"""Turn diplomatic cables into valid, verified TEI P5."""

from __future__ import annotations

__version__ = "0.1.0"
