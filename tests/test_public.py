"""The names that `import tei_cable` offers."""

from __future__ import annotations

import tei_cable


def test_every_public_name_is_there() -> None:
    """Each name of __all__ can be had, and what isn't there is an AttributeError."""
    assert all(getattr(tei_cable, name) is not None for name in tei_cable.__all__)
    assert {"convert", "validate", "verify"} <= set(tei_cable.__all__) <= set(dir(tei_cable))
    assert not hasattr(tei_cable, "nonsense")
