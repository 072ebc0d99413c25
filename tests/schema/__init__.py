"""Tests of the schema and its processor."""
