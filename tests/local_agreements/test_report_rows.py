"""What the report shows together is data of the agreement's folder."""

import pytest

from dualib.language import Text
from dualib.local_agreements import agreements, load_folder
from dualib.local_agreements.made_up import made_up_day, synthetic
from dualib.local_agreements.report_rows import Together, shown_together


def test_rows_are_those_of_the_file_by_kind(write) -> None:
    found = load_folder(write())
    assert shown_together(found, "glance") == (Together("", "", "", "kaa", Text("I KAA", "I KAA")),)
    assert shown_together(found, "whole") == (Together("", "", "total", "af", None),)
    assert [row.by for row in shown_together(found, "beside")] == [
        "",
        "age 16 20 25",
        "has disability_code",
        "status in_kaa",
        "sex",
    ]


def test_a_folder_without_the_file_shows_nothing_together(write) -> None:
    folder = write()
    (folder / "report.csv").unlink()
    found = load_folder(folder)
    assert all(
        shown_together(found, kind) == () for kind in ("beside", "whole", "residents", "glance")
    )


def test_rows_of_the_report_are_no_places_in_the_document(write) -> None:
    found = load_folder(write())
    assert found.place("af") == "s. 3"
    assert "report" in found.sheets


@pytest.mark.parametrize("found", agreements(), ids=lambda found: found.id)
def test_what_is_put_beside_a_register_is_about_one_that_can_be_made_up(found) -> None:
    named = {row.register for row in shown_together(found, "beside")}
    made = set() if made_up_day(found) is None else set(synthetic(found).registers)
    assert named == made
