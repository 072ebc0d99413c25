"""`tei-cable rule`: what a finding means, and how to mend it."""

from __future__ import annotations

import click

from tei_cable.errors import ConfigError
from tei_cable.findings import RULES
from tei_cable.rule_pages import rule_page


@click.command(name="rule")
@click.argument("rule", required=False, metavar="[CODE|NAME]")
def command(rule: str | None) -> None:
    """Print the page of a rule, by its code (TC403) or name; without one, list all rules."""
    if rule is None:
        width = max(len(each.name) for each in RULES.values())
        for code, each in RULES.items():
            click.echo(f"{code}  {each.severity:7}  {each.name:{width}}  {each.summary}")
        return
    click.echo(rule_page(_code(rule)), nl=False)


def _code(rule: str) -> str:
    wanted = rule.casefold()
    for code, each in RULES.items():
        if wanted in (code.casefold(), each.name):
            return code
    raise ConfigError(f"{rule!r} is no rule; `tei-cable rule` lists all of them")
