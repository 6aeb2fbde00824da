"""Figures of one's own in a folder that ``dualib new`` made: its comments stay, and the report is written."""

import pytest

from dualib.cli.command import main

ROWS = (
    "af;af;inskrivna;;120;persons;;;;2016-05;;;;;;;;;;;s. 3\r\n"
    "rate;rate;andel i insats;;12,5;percent;;;;2016-05;;;;;;;;;;;s. 3\r\n"
)


@pytest.mark.parametrize("separator", [";", ","])
def test_a_folder_of_templates_is_checked_and_reported_on_with_its_comments(
    separator, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Sunne"]) == 0
    figures = tmp_path / "sunne" / "figures.csv"
    template = figures.read_text("utf-8-sig")
    assert "\n#" in template
    if separator == ",":
        template = ",".join(template.splitlines()[0].split(";")) + "\r\n# what I typed; and why\r\n"
    rows = ROWS.replace("12,5", "12.5").replace(";", ",") if separator == "," else ROWS
    figures.write_text(template + rows, encoding="utf-8", newline="")
    capsys.readouterr()
    assert main(["report", "Orust", "--figures", "sunne", "--out", "out"]) == 0
    said = capsys.readouterr().out
    assert "Dina 2 siffror" in said
    sign = "semikolon, decimaltecken komma" if separator == ";" else "komma, decimaltecken punkt"
    assert f"figures.csv: Skiljetecken {sign}, teckenkodning UTF-8." in " ".join(said.split())
