"""Making a decision again from its receipt, whatever programme or offer it came from."""

from __future__ import annotations

from dualib.decisions.receipts import load_receipt
from dualib.errors import BadInput, nearest
from dualib.local_agreements import agreements
from dualib.messages import message
from dualib.programmes import PROGRAMMES
from dualib.rules.rule import Rule

__all__ = ["replay"]


def replay(receipt: str) -> str:
    """Make a decision again from its receipt; the result is the same text, byte for byte.

    Parameters
    ----------
    receipt
        The text of :meth:`dualib.Decision.receipt`, not redacted.

    Raises
    ------
    BadInput
        If the text is not a receipt or was changed, the rule is not one of this library's, or has changed since.

    Examples
    --------
    >>> from datetime import date
    >>> from dualib import Person, programmes
    >>> decision = programmes.kaa.decide(Person(born=date(1999, 5, 1)), on=date(2016, 9, 1))
    >>> replay(decision.receipt()) == decision.receipt()
    True
    """
    known: dict[str, Rule] = {rule.id: rule for rule in PROGRAMMES}
    for found in agreements():
        if found.target_group is not None:
            known.setdefault(found.target_group.id, found.target_group)
        for offer in found.offers.values():
            known.setdefault(offer.rule.id, offer.rule)
    name = load_receipt(receipt)["rule"]
    if name not in known:
        raise BadInput(
            message("analysis/receipt-of-another-rule", name=name, near=nearest(name, known))
        )
    return known[name].replay(receipt)
