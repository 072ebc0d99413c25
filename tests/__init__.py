"""Tests of tei_cable; the folders mirror the package."""
