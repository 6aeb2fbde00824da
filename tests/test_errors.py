"""Errors: one family, messages that hold all problems, suggestions."""

import difflib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualib.errors import (
    BadData,
    BadInput,
    ContradictionError,
    DualibError,
    MissingExtraError,
    NotInForceError,
    Problem,
    UnprotectableError,
    gathered,
    suggestion,
)

FAMILY = {
    BadInput: ValueError,
    BadData: BadInput,
    NotInForceError: LookupError,
    ContradictionError: ValueError,
    UnprotectableError: ValueError,
    MissingExtraError: ImportError,
}


@pytest.mark.parametrize(("error", "usual"), FAMILY.items())
def test_every_error_is_also_the_usual_one(error: type[Exception], usual: type[Exception]) -> None:
    assert issubclass(error, usual)
    assert issubclass(error, DualibError)
    assert error.__doc__
    with pytest.raises(DualibError, match=r"^1 problem|told"):
        raise error([Problem("a", "told")]) if error is BadData else error("told")


@given(
    st.lists(
        st.builds(Problem, st.text(max_size=5), st.text(max_size=5), st.none() | st.integers(1, 9))
    )
)
def test_all_problems_are_held_and_some_shown(problems: list[Problem]) -> None:
    error = BadData(problems)
    assert error.problems == tuple(problems)
    assert str(error) == error.text("en")
    first = "1 problem:" if len(problems) == 1 else f"{len(problems)} problems:"
    lines = gathered(problems)
    rest = f"\n  ... and {len(lines) - 3} more (all in .problems)" if len(lines) > 3 else ""
    assert error.text(most=3) == "\n  ".join([first, *lines[:3]]) + rest
    header, rows = error.rows()
    assert header == ("file", "row", "column", "kind", "fault")
    assert [row[:2] for row in rows] == [(problem.where, problem.row) for problem in problems]
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_fifty_lines_are_shown_unless_said_otherwise() -> None:
    problems = [Problem("persons.csv", f"is odd {row}", row) for row in range(1, 52)]
    assert str(BadData(problems[:50])).count("\n") == 50
    assert str(BadData(problems)).endswith(
        "\n  persons.csv, row 50: is odd 50\n  ... and 1 more (all in .problems)"
    )


def test_a_problem_says_where() -> None:
    assert str(Problem("persons.csv", "is odd", row=4)) == "persons.csv, row 4: is odd"
    assert str(Problem("persons.csv", "is empty")) == "persons.csv: is empty"
    assert Problem("a", "b", 1) == Problem("a", "b", 1) != Problem("a", "b", 2)
    assert pickle.loads(pickle.dumps(Problem("a", "b", 1))) == Problem("a", "b", 1)


def rows_in(line: str, where: str, what: str) -> tuple[list[int], int]:
    """Read a line back: the rows it names, and how many more it counts."""
    words = line.removeprefix(where + ", ").removesuffix(": " + what)
    named, _, more = words.removeprefix("rows ").removeprefix("row ").partition(" and ")
    rows: list[int] = []
    for part in named.split(", "):
        first, _, last = part.partition("–")
        rows += range(int(first), int(last or first) + 1)
    return rows, int(more.split()[0]) if more else 0


@given(
    st.lists(
        st.builds(
            Problem, st.sampled_from("ab"), st.sampled_from("xy"), st.none() | st.integers(1, 30)
        )
    ),
    st.integers(1, 4),
)
def test_gathered_faults_name_every_row_once(problems: list[Problem], runs: int) -> None:
    assert all(str(problem) in gathered([problem]) for problem in problems)
    for most in (runs, 1000):
        lines = list(gathered(problems, runs=most))
        for where, what in dict.fromkeys((problem.where, problem.what) for problem in problems):
            alike = [
                problem for problem in problems if (problem.where, problem.what) == (where, what)
            ]
            if any(problem.row is None for problem in alike):
                assert lines.pop(0) == f"{where}: {what}"
            rows = sorted({problem.row for problem in alike if problem.row is not None})
            if rows:
                named, more = rows_in(lines.pop(0), where, what)
                assert named == rows[: len(named)]
                assert len(named) + more == len(rows)
                assert more == 0 or most == runs
        assert lines == []


@pytest.mark.parametrize(
    ("name", "known", "told"),
    [
        ("bron", ["born", "sex"], " Did you mean 'born'?"),
        ("BORN", ["born"], " Did you mean 'born'?"),
        ("born", ["sex", "born", "borne"], " Did you mean 'born'?"),
        ("ab", ["ax"], ""),
        ("abcde", ["abcxy"], " Did you mean 'abcxy'?"),
        ("abcde", ["abxyz"], ""),
        ("zzz", ["born"], ""),
        ("born", [], ""),
        ("", ["born"], ""),
    ],
)
def test_the_nearest_known_name_is_suggested(name: str, known: list[str], told: str) -> None:
    assert suggestion(name, known) == suggestion(name, iter(known)) == told


@given(st.text("abcd", max_size=5), st.lists(st.text("abcd", min_size=1, max_size=5), max_size=5))
def test_a_suggestion_is_a_known_name_or_nothing(name: str, known: list[str]) -> None:
    told = suggestion(name, known)
    ratios = [difflib.SequenceMatcher(None, other, name).ratio() for other in known]
    assert (told == "") is (max(ratios, default=0) < 0.6)
    if told:
        best = [other for other, ratio in zip(known, ratios, strict=True) if ratio == max(ratios)]
        assert told in [f" Did you mean {other!r}?" for other in best]
    if name in known:
        assert told == f" Did you mean {name!r}?"
