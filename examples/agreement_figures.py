"""An agreement: what staffing it buys, and which of its printed figures do not fit each other.

Run it with: python examples/agreement_figures.py
"""

import dualib


def main() -> None:
    tyreso = dualib.agreement("tyreso")
    print(tyreso.title)
    print(tyreso.staffing.fte(by="party").text("en"))
    print("in all:", tyreso.staffing.total.text("en"), "full-time equivalents")

    kalmar = dualib.agreement("kalmar")
    print(
        f"\nKalmar, {kalmar.period.text('en')}: {len(kalmar.figures)} figures, each with its place"
    )
    figure = kalmar.figures["af.all"]
    print(figure.measure.en, figure.period, figure.printed, f"({figure.place})")
    print("in the two registers together:", kalmar.ledger().union())

    # Nothing is repaired: what does not add up is listed, with what would explain it.
    wrong = kalmar.discrepancies()
    print(f"{len(wrong)} of {len(kalmar.relations)} relations do not hold; the last:")
    print(wrong[-1].text("en"))


if __name__ == "__main__":
    main()
