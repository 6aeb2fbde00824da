"""What a report says, and how its parts are shown."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib import Register
from dualib.errors import BadInput, MissingExtraError
from dualib.language import Text
from dualib.local_agreements import agreement, load_own
from dualib.report import Inputs, Section, TableBlock, build_report, charts
from dualib.report.blocks import Facts, Note, Picture, written_cell
from dualib.report.html import to_html
from dualib.report.parts import words
from dualib.report.parts.programmes import _assumed
from dualib.report.terminal import _widths, to_text

CODES = re.compile(
    r"\b(persons|pupils|msek|tkr|school_year|in_other_measure|af\.all|target\.all|fs-unemployed)\b"
)


@pytest.fixture(scope="module")
def kalmar():
    return build_report(Inputs(municipality="Kalmar"))


def tables(made):
    return {table.id: table for table in made.tables()}


def row_of(table, first, second=None):
    return next(
        row
        for row in table.rows
        if str(row[0]) == first or (isinstance(row[0], Text) and row[0].en == first)
        if second is None or row[1].en == second
    )


def texts(made):
    return [
        block.text.en
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Note)
    ]


class Page(HTMLParser):
    """What a browser would see: the open elements, the ids, the links and the text."""

    VOID = ("meta", "br", "line", "rect", "link", "img")

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.outside, self.text = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        for name, value in attributes:
            if name in ("src", "href") and "//" in value:
                self.outside.append(value)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["Kalmar", "Tyresö", "Tjörn", "Hammarö", "Västerås"])
def test_pages_stand_alone_and_are_whole(name, language):
    page = Page()
    text = to_html(build_report(Inputs(municipality=name)), language, csv_folder="csv")
    page.feed(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.outside == []
    assert "<script" not in text
    assert "url(http" not in text
    for link in page.links:
        assert link.startswith("csv/") or link[1:] in page.ids
    assert CODES.search(" ".join(page.text).replace(": af.all", "")) is None or language == "en"


def test_swedish_readers_see_no_codes(kalmar):
    page = Page()
    page.feed(to_html(kalmar))
    assert CODES.findall(" ".join(page.text)) == []
    assert CODES.findall(to_text(kalmar)) == []


def test_made_up_persons_are_labelled_wherever_they_are_shown(kalmar):
    found = tables(kalmar)
    of_persons = {name for name, table in found.items() if table.illustration}
    assert of_persons == {
        "target-age-af", "target-af", "target-age-kaa", "target-kaa", "programmes-af", "programmes-kaa", "offers",
        "summary-persons",
    }  # fmt: skip
    pictures = [
        block
        for section in kalmar.sections
        for block in section.blocks
        if isinstance(block, Picture)
    ]
    assert all(picture.illustration == found[picture.table].illustration for picture in pictures)
    assert to_text(kalmar).count("PÅHITTADE PERSONER: ") == len(of_persons)
    shown = to_html(kalmar).count('<strong class="made-up">PÅHITTADE PERSONER</strong>')
    assert shown == len(of_persons) + sum(picture.illustration for picture in pictures)
    other = build_report(Inputs(municipality="Tyresö"))
    assert not any(table.illustration for table in other.tables())


def test_the_counts_are_the_published_ones(kalmar):
    target = tables(kalmar)["target-af"]
    for row in target.rows:
        for counted, printed in zip(row[1::2], row[2::2], strict=True):
            assert str(counted) == printed or (
                printed.en == "not published" and row[0].en == "aged 16–19"
            )
    assert row_of(target, "All")[1::2] == (297, 490, 787)
    assert tables(kalmar)["target-kaa"].rows[0][1::2] == (41, 74, 115)
    assert row_of(tables(kalmar)["target-age-af"], "aged 16–19")[-1] == 95


def test_readings_stand_beside_the_default_and_not_in_force_is_said(kalmar):
    table = tables(kalmar)["programmes-af"]
    at = [number for number, name in enumerate(table.ids) if name.startswith("jobbgaranti ")]
    assert [table.ids[number] for number in at] == [
        "jobbgaranti dua",
        "jobbgaranti agreement:kalmar",
        "jobbgaranti sfs",
    ]
    assert at == list(range(at[0], at[0] + 3))
    late = row_of(table, "introduction jobs")
    assert late[1].en == "not in force that day"
    assert late[2:] == (None,) * 6
    for row in table.rows:
        assert row[1] == late[1] or sum(row[2:6]) == 787
        assert row[1] == late[1] or row[-1]


def test_the_ledger_the_relations_and_the_staffing_are_there(kalmar):
    found = tables(kalmar)
    assert found["ledger"].rows[0][1].sv == "807–902"
    assert len(found["relations"].rows) == 5
    hourly = found["relations"].rows[-1]
    assert [cell.sv for cell in hourly[1:4]] == ["195", "332", "−137"]
    assert found["relations"].ids[-1] == "hourly.tables"
    tyreso = tables(build_report(Inputs(municipality="Tyresö")))["staffing"]
    assert tyreso.rows[-1][-1].sv == "13,25"
    assert len(found["figures"].rows) == len(agreement("kalmar").figures)
    assert all(row[-1] for row in found["figures"].rows)


def test_a_day_is_chosen_and_told_where_none_is_given():
    assert build_report(Inputs(municipality="Kalmar")).on == date(2015, 5, 31)
    assert build_report(Inputs(municipality="Orust")).on == date(2019, 4, 1)
    silent = build_report(Inputs(municipality="Tyresö"))
    assert any("No day was given." in text for text in texts(silent))
    asked = build_report(Inputs(municipality="Tyresö", on=date(2018, 1, 1)))
    assert not any("No day was given." in text for text in texts(asked))
    assert asked.on == date(2018, 1, 1)


def test_within_its_period_an_agreement_needs_no_remark():
    made = build_report(Inputs(municipality="Kalmar", on=date(2016, 1, 1)))
    assert not any("lies outside the time" in text for text in texts(made))


def test_persons_need_a_day_and_a_municipality_that_is_there():
    register = Register.from_frames({"born": [date(1996, 1, 1)]}, as_of=date(2015, 5, 31))
    with pytest.raises(
        BadInput, match="the day is missing: expected the day that your own files are about"
    ):
        build_report(Inputs(municipality="Kalmar", register=register))
    with pytest.raises(BadInput, match="threshold"):
        build_report(Inputs(municipality="Kalmar", threshold=1))
    with pytest.raises(BadInput, match="Did you mean"):
        build_report(Inputs(municipality="Tyreso kommun"))


def test_assumptions_are_said_and_may_be_left_out():
    register = Register.from_frames({"born": [date(1996, 1, 1)] * 9}, as_of=date(2015, 5, 31))
    made = build_report(
        Inputs(
            municipality="Tyresö",
            register=register,
            on=date(2015, 5, 31),
            assume={},
            threshold=None,
        )
    )
    assert not any("Assumed" in text for text in texts(made))
    assert row_of(tables(made)["target"], "aged 16–19")[-2:] == (
        9,
        Text("ej publicerat", "not published"),
    )
    more = {"sentenced_to_prison": True, "education": "compulsory"}
    told = build_report(
        Inputs(municipality="Tyresö", register=register, on=date(2015, 5, 31), assume=more)
    )
    assert any("Assumed where it is not known" in text for text in texts(told))
    assert _assumed("education", "compulsory").en.startswith("has ")


FIGURES = "id,table,measure,measure_en,value,unit,sex,age_from,age_to,period,dimension,category,total,status,place\n"


def own_report(tmp_path, lines, **files):
    (tmp_path / "figures.csv").write_text(FIGURES + "\n".join(lines) + "\n", encoding="utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return build_report(Inputs(municipality="Tyresö", own=load_own(tmp_path)))


def test_figures_of_ones_own_are_reconciled_bounded_and_staffed(tmp_path):
    made = own_report(
        tmp_path,
        [
            "af,t,inskrivna,registered,787,persons,total,16,24,2026-10,,,,,egen",
            "kaa,u,aktivitetsansvar,responsibility,115,persons,total,16,,2026-10,,,,,egen",
            "x,v,elever,pupils,50,pupils,,,20,2026-10,,,,,egen",
            "y,v,elever,pupils,,pupils,woman,20,20,2026-10,,,,missing,egen",
        ],
        relations="id,kind,left,right,base,adjust,note,note_en,place\nr,equal,af,kaa,,,lika,equal,egen\n",
        ledger="id,kind,a,b,figure,value,note,note_en,place\n1,register,AF,,af,,,,egen\n2,register,KAA,,kaa,,,,egen\n",
        staffing="id,post,post_en,group,group_en,party,fte_low,fte_high,headcount,phase,followup,placement,body,"
        "footnote,footnote_en,line,place\np,samordnare,coordinator,g,g,kommunen,0.5,0.5,1,,,,,,,,egen\n",
    )
    found = tables(made)
    assert {
        "own-figures",
        "own-ledger",
        "own-ledger-facts",
        "own-relations",
        "own-staffing",
        "own-posts",
    } <= set(found)
    assert found["own-ledger"].rows[0][1].sv == "787–902"
    assert "own-gaps" not in found
    page = Page()
    page.feed(to_html(made, "en", csv_folder="csv"))
    assert len(page.ids) == len(set(page.ids))


def test_figures_with_small_counts_are_told_without_what_would_print_them(tmp_path):
    made = own_report(
        tmp_path,
        [
            "a,t,unga,young,23,persons,total,,,2026,,,,,egen",
            "w,t,unga,young,3,persons,woman,,,2026,,,a,,egen",
            "m,t,unga,young,20,persons,man,,,2026,,,a,,egen",
        ],
    )
    assert [row[4] for row in tables(made)["own-figures"].rows] == [
        "23",
        *[Text("skyddat", "protected")] * 2,
    ]
    assert "own-relations" not in tables(made)
    assert any("shares and the counts that would reveal them" in text for text in texts(made))


def test_unprotected_figures_tell_their_gaps(tmp_path):
    (tmp_path / "figures.csv").write_text(
        FIGURES
        + "a,t,unga,young,23,persons,total,,,2026,,,,,egen\n"
        + "w,t,unga,young,,persons,woman,,,2026,,,a,suppressed,egen\n"
        + "m,t,unga,young,20,persons,man,,,2026,,,a,,egen\n",
        encoding="utf-8",
    )
    (tmp_path / "relations.csv").write_text(
        "id,kind,left,right,base,adjust,note,note_en,place\nr,sum,a,w m,,,summa,sum,egen\n"
        "s,equal,a,m,,,lika,equal,egen\n"
    )
    found = tables(
        build_report(Inputs(municipality="Tyresö", own=load_own(tmp_path), threshold=None))
    )
    assert found["own-gaps"].rows[0][1].sv == "3"
    assert "own-ledger" not in found


def test_long_tables_are_cut_in_the_terminal_and_whole_elsewhere(kalmar):
    assert "… and 254 rows more: see figures.csv" in to_text(kalmar, "en")
    assert to_html(kalmar, "en").count("<details>") == sum(
        table.folded for table in kalmar.tables()
    )


def test_renderers_need_a_known_language(kalmar):
    for show in (to_html, to_text):
        with pytest.raises(BadInput, match="language"):
            show(kalmar, "se")


@pytest.mark.parametrize(
    ("module", "show", "library"),
    [("jinja2", to_html, "jinja2"), ("rich.console", to_text, "rich")],
)
def test_a_missing_library_is_named(module, show, library, kalmar, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtraError, match=f"pip install {library}$"):
        show(kalmar)


@given(
    st.lists(
        st.lists(st.text("ab c", max_size=30), min_size=3, max_size=3), min_size=1, max_size=5
    ),
    st.integers(20, 60),
)
def test_columns_never_take_more_than_there_is(lines, width):
    found = _widths([list(column) for column in zip(*lines, strict=True)], width)
    assert sum(found) + 2 * len(found) <= width
    assert min(found) > 0
    words_of = [
        max(1, *(len(word) for line in lines for word in f"{line[n]} ".split(" ")))
        for n in range(3)
    ]
    if sum(words_of) + 6 <= width:
        assert all(room >= longest for room, longest in zip(found, words_of, strict=True))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_narrow_terminal_breaks_no_words_and_says_what_it_leaves_out(kalmar, language):
    said = to_text(kalmar, language, width=80)
    assert max(map(len, said.splitlines())) <= 80
    left, file = {
        "sv": ("Det finns inte plats för Fattas oftast", "se"),
        "en": ("There is no room for Most often", "see"),
    }[language]
    assert left in said
    assert f"{file} programmes-af.csv" in " ".join(said.split())
    assert left not in to_text(kalmar, language, width=120)
    section = said[said.index(kalmar.sections[3].title.say(language)) :].split("\n\n")[1]
    for reading in (
        ("överenskommelsen", "författningen") if language == "sv" else ("agreement", "statute")
    ):
        assert reading in section


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900)), max_size=6)
)
def test_bars_fill_no_more_than_the_picture(parts):
    rows = [charts.Bar(Text("a" * 60, "a"), part, Text("1", "1")) for part in parts]
    legend = (Text("säkert", "certain"), None, Text("möjligt", "possible"))
    for language in ("sv", "en"):
        drawn = charts.bar_chart("x", rows, legend, Text("t", "t"), Text("<d>", "<d>"), language)
        assert "&lt;d&gt;" in drawn
        for x, width in re.findall(
            r'<rect class="s\d" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn
        ):
            assert float(x) + float(width) <= charts.WIDTH - 9.8


@given(st.lists(st.tuples(*[st.integers(0, 900)] * 4), min_size=1, max_size=5))
def test_pyramids_fill_no_more_than_the_picture(cells):
    rows = [(Text("å", "a"), charts.Wing(a, b), charts.Wing(c, d)) for a, b, c, d in cells]
    rows.append((Text("å", "a"), charts.Wing(instead=Text("skyddat", "protected")), charts.Wing(3)))
    sides = (Text("k", "w"), Text("m", "m"))
    drawn = charts.pyramid_chart(
        "x", rows, sides, (Text("s", "c"), None, None), Text("t", "t"), Text("d", "d"), "en"
    )
    assert "protected" in drawn
    for x, width in re.findall(
        r'<rect class="s\d" x="([-\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn
    ):
        assert float(x) >= 9.8
        assert float(x) + float(width) <= charts.WIDTH - 9.8


def test_figures_are_said_in_words():
    kalmar_figures = agreement("kalmar").figures
    below = kalmar_figures["af.education-below.women"]
    assert words.figure_words(below).en == (
        "Young people registered at the employment service: Compulsory school not completed, women, aged 16–24, 2015-05"
    )
    assert (
        words.figure_words(below, kalmar_figures["af.education-below"]).en
        == "Compulsory school not completed, women"
    )
    assert words.item_words(agreement("kalmar"), "no-such").sv == "no-such"
    post = agreement("tyreso").staffing.posts[0]
    assert words.item_words(agreement("tyreso"), post.id) == post.name


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"age_to": "24"}, "a, up to age 24"),
        ({"age_from": "16"}, "a, from age 16"),
        ({"age_from": "16", "age_to": "16"}, "a, aged 16"),
        ({"age_from": "16", "age_to": "24", "sex": "woman"}, "a, women, aged 16–24"),
        ({}, "a"),
    ],
)
def test_ages_are_said_as_printed(row, expected):
    from dualib.local_agreements import Figure

    assert (
        words.figure_words(Figure({"id": "a", "value": "1", "unit": "persons", **row})).en
        == expected
    )


def test_beside_another_only_what_differs_is_said():
    from dualib.local_agreements import Figure

    one = Figure({"id": "a", "measure": "elever", "category": "x", "value": "1", "unit": "pupils"})
    other = attrs.evolve(one, row={**one.row, "measure": "lärare"})
    assert words.figure_words(other, one).sv == "lärare"
    assert words.number_words(Fraction(1, 3)).sv == "0,333"


def in_words(made, identity, language="sv"):
    tables = [
        block
        for section in made.sections
        for block in section.blocks
        if isinstance(block, TableBlock)
    ]
    table = next(table for table in tables if table.id == identity)
    cells = [[written_cell(cell, language) for cell in row] for row in table.rows]
    return [word.say(language) for word in table.header], dict(zip(table.ids, cells, strict=True))


def test_where_an_agreement_has_several_municipalities_each_figure_says_whose_it_is():
    made = build_report(Inputs(municipality="Orust"))
    header, rows = in_words(made, "figures")
    figures = agreement("tjorn-orust").figures
    assert header[:3] == ["Vad", "Kommun", "Kön"]
    assert {name: row[1] for name, row in rows.items()} == {
        name: figures[name].municipality for name in figures
    }
    for identity in ("relations", "gaps"):
        for row in in_words(made, identity)[1].values():
            assert ("Tjörn" in row[0]) != ("Orust" in row[0])
    baseline = in_words(made, "goals")[1]["goal.1"][2]
    assert "alla kategorier, Tjörn, 18–24 år, 2018-12" in baseline
    assert "alla kategorier, Orust, 18–24 år, 2018-12" in baseline
    # What lies outside the only municipality of an agreement says so; what does not goes without saying.
    kalmar = agreement("kalmar")
    assert (
        words.item_words(kalmar, "plug-in.county-municipalities").sv
        == "Kommuner i länet, Kalmar län"
    )
    assert (
        words.item_words(kalmar, "af.all").sv
        == "Unga inskrivna på Arbetsförmedlingen, 16–24 år, 2015-05"
    )
    assert in_words(build_report(Inputs(municipality="Hammarö")), "figures")[0][:2] == [
        "Vad",
        "Kön",
    ]


@pytest.mark.parametrize(
    ("places", "header"),
    [("Tjörn Orust", ["Vad", "Kommun", "Kön"]), ("Orust Orust", ["Vad", "Kön"])],
)
def test_figures_of_ones_own_say_whose_they_are_where_they_are_of_several(tmp_path, places, header):
    rows = [f"f{n},t,unga,{20 + n},persons,{place},lista" for n, place in enumerate(places.split())]
    (tmp_path / "figures.csv").write_text(
        "\n".join(["id,table,measure,value,unit,municipality,place", *rows])
    )
    made = build_report(
        Inputs(municipality="Orust", on=date(2019, 4, 1), own=load_own(tmp_path / "figures.csv"))
    )
    assert in_words(made, "own-figures")[0][: len(header)] == header


def test_facts_are_a_table_too():
    facts = Facts("f", Text("f", "f"), ((Text("Part", "Party"), "Kalmar", "s. 5"),))
    section = Section("s", Text("s", "s"), (facts, Note(Text("n", "n"))))
    assert [table.rows for table in section.tables()] == [facts.rows]
    assert isinstance(facts.table, TableBlock)


def test_what_an_agreement_does_not_say_is_left_out():
    from dualib.report.parts.agreement import agreement_section
    from dualib.report.parts.published import relations_section
    from dualib.report.parts.staffing import staffing_section
    from dualib.staffing import Staffing

    hammaro = agreement("hammaro")
    bare = attrs.evolve(
        hammaro, purpose=None, target_group_words=None, goals=(), staffing=Staffing(())
    )
    section = agreement_section(bare, date(2016, 1, 1))
    terms = {term.en for term, _, _ in next(section.tables()).rows}
    assert "Purpose" not in terms
    assert "Target group" not in terms
    assert len(list(section.tables())) == 1
    said = staffing_section(bare)
    assert said.blocks[0].text.en == "The agreement states no staffing."
    assert [table.id for table in said.tables()] == ["money"]
    assert (
        relations_section(attrs.evolve(bare, relations=(), figures=type(bare.figures)())).blocks
        == ()
    )


def test_a_relation_that_no_small_change_mends_is_told_so(tmp_path):
    lines = [
        f"{name},t{name},m{name},m{name},{value},persons,,,,2026,,,,,egen"
        for name, value in zip("abcd", (50, 60, 70, 80))
    ]
    relations = (
        "id,kind,left,right,base,adjust,note,note_en,place\nr,equal,a,b c d,,,lika,equal,egen\n"
    )
    made = own_report(tmp_path, lines, relations=relations)
    mended = [row[-1].en for row in tables(made)["own-relations-why"].rows]
    assert "no change of at most two figures" in mended


def test_where_nobody_is_of_the_group_there_is_no_picture():
    register = Register.from_frames({"born": [date(1960, 1, 1)] * 9}, as_of=date(2015, 5, 31))
    made = build_report(Inputs(municipality="Kalmar", register=register, on=date(2015, 5, 31)))
    section = next(section for section in made.sections if section.id == "target")
    assert not any(isinstance(block, Picture) for block in section.blocks)


def test_the_day_of_the_document_comes_before_a_guess():
    from dualib.report.build import _day

    dated = attrs.evolve(agreement("tyreso"), documented_on=date(2016, 3, 1))
    day, chosen = _day(dated, None, False)
    assert day == date(2016, 3, 1)
    assert "the day of the document" in chosen[0].en


def test_the_shared_model_is_cited_in_the_readers_language(kalmar):
    shown = [table for name, table in tables(kalmar).items() if name.startswith("programmes")]
    sources = [row[-1].en for table in shown for row in table.rows if isinstance(row[-1], Text)]
    assert "dualib's shared model" in sources
    assert not [source for source in sources if "gemensamma" in source or "halvöppet" in source]


def test_links_to_tables_are_called_as_the_tables_are(kalmar):
    page = to_html(kalmar, "sv", csv_folder="csv")
    assert '<span class="hidden">: Så är det räknat</span>' in page
    assert '<span class="hidden">: method</span>' not in page


@pytest.mark.parametrize(
    ("language", "name"), [("sv", "Arbetsförmedlingen i Kalmar"), ("en", "Ramp")]
)
def test_a_table_too_wide_for_the_terminal_is_told_row_by_row(kalmar, language, name):
    said = to_text(kalmar, language, width=80)
    start = said.index(
        {"sv": "Årsarbetskrafter efter part och grupp", "en": "Full-time equivalents"}[language]
    )
    section = said[start:].split("\n\n")[0]
    assert name in section
    numbers = {
        "sv": "  Kunskapsnavet  över 0 till 10",
        "en": "  Kunskapsnavet (adult education)  above 0 up to 10",
    }
    assert numbers[language] in section


def test_the_sizes_of_registers_have_a_place(kalmar):
    table = next(table for table in kalmar.tables() if table.id == "ledger-facts")
    assert all(place for _, place in table.rows)
