"""The schema: where its files lie, and the processor that makes them from the ODD."""

from tei_cable.schema.files import schema_directory, schema_file

__all__ = ["schema_directory", "schema_file"]
