"""Statuses: what a person is or does on a day, each on its own track of life."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from dualib.errors import BadInput, nearest
from dualib.language import Text
from dualib.messages import Near, message

__all__ = [
    "EMPLOYED_WITH_SUPPORT",
    "EXCLUSIVE",
    "LABOUR_MARKET_PROGRAMMES",
    "STATUS_ALIASES",
    "Status",
    "Track",
    "statuses",
]


class Track(enum.Enum):
    """A side of life observed on its own: each has its own spells and its own observed period.

    >>> [track.value for track in Track]
    ['registration', 'work', 'study', 'programme', 'absence', 'municipal']
    """

    REGISTRATION = "registration"
    WORK = "work"
    STUDY = "study"
    PROGRAMME = "programme"
    ABSENCE = "absence"
    MUNICIPAL = "municipal"

    @property
    def words(self) -> Text:
        """The track in words."""
        return _TRACK_WORDS[self]


_TRACK_WORDS: dict[Track, Text] = {
    Track.REGISTRATION: Text(
        "inskrivning hos Arbetsförmedlingen", "registration at Arbetsförmedlingen"
    ),
    Track.WORK: Text("arbete och arbetslöshet", "work and unemployment"),
    Track.STUDY: Text("studier", "studies"),
    Track.PROGRAMME: Text("program och insatser", "programmes and measures"),
    Track.ABSENCE: Text("frånvaro", "absence"),
    Track.MUNICIPAL: Text("kommunala insatser", "municipal measures"),
}


class Status(enum.Enum):
    """What a person is or does on a day. The value is the name used in files.

    ``exclusive`` statuses of one track cannot hold on the same day.

    >>> Status("sfi").track.value, Status.SFI.words.en
    ('study', 'studies Swedish for immigrants (sfi)')
    """

    REGISTERED_AS_JOBSEEKER = "registered_as_jobseeker"
    FULL_TIME_UNEMPLOYED = "full_time_unemployed"
    PART_TIME = "part_time"
    HOURLY = "hourly"
    FULL_TIME_WORK = "full_time_work"
    UPPER_SECONDARY_NATIONAL = "upper_secondary_national"
    UPPER_SECONDARY_INTRODUCTORY = "upper_secondary_introductory"
    ADULT_EDUCATION = "adult_education"
    FOLK_HIGH_SCHOOL = "folk_high_school"
    HIGHER_EDUCATION = "higher_education"
    SFI = "sfi"
    OTHER_STUDIES = "other_studies"
    IN_JOBBGARANTI = "in_jobbgaranti"
    IN_JOBB_OCH_UTVECKLINGSGARANTI = "in_jobb_och_utvecklingsgaranti"
    IN_ETABLERING = "in_etablering"
    IN_TRAINEEJOBB = "in_traineejobb"
    IN_UTBILDNINGSKONTRAKT = "in_utbildningskontrakt"
    IN_EXTRATJANST = "in_extratjanst"
    IN_NYSTARTSJOBB = "in_nystartsjobb"
    IN_SARSKILT_ANSTALLNINGSSTOD = "in_sarskilt_anstallningsstod"
    IN_INSTEGSJOBB = "in_instegsjobb"
    IN_YRKESINTRODUKTION = "in_yrkesintroduktion"
    IN_INTRODUKTIONSJOBB = "in_introduktionsjobb"
    IN_SUPPORTED_EMPLOYMENT = "in_supported_employment"
    IN_FOLKHOGSKOLEKURS = "in_folkhogskolekurs"
    IN_ARBETSLIVSINTRODUKTION = "in_arbetslivsintroduktion"
    IN_OTHER_MEASURE = "in_other_measure"
    FULL_TIME_SICK = "full_time_sick"
    PARENTAL_LEAVE = "parental_leave"
    IN_KAA = "in_kaa"
    FORSORJNINGSSTOD = "forsorjningsstod"
    KOMMUNINSATS = "kommuninsats"

    # Statuses are keys of every count of days: each is one object, so the quick hash of objects will do.
    __hash__ = object.__hash__

    @property
    def track(self) -> Track:
        """The track the status belongs to."""
        return _STATUS_ABOUT[self][0]

    @property
    def words(self) -> Text:
        """A clause without subject, in the present, verb first: "is full-time unemployed"."""
        return _STATUS_ABOUT[self][1]

    @property
    def noun(self) -> Text:
        """A noun phrase that fits after "days with": "full-time unemployment"."""
        return _STATUS_ABOUT[self][2]

    @property
    def bit(self) -> int:
        """The status as one bit of an ``int64`` mask."""
        return 1 << _STATUS_ORDER[self]


def _programme(sv: str, en: str) -> tuple[Track, Text, Text]:
    words = Text(f"deltar i {sv}", f"takes part in {en}")
    return Track.PROGRAMME, words, Text(f"deltagande i {sv}", f"participation in {en}")


def _employment(sv: str, en: str) -> tuple[Track, Text, Text]:
    return (
        Track.PROGRAMME,
        Text(f"är anställd {sv}", f"is employed {en}"),
        Text(f"anställning {sv}", f"employment {en}"),
    )


_STATUS_ABOUT: dict[Status, tuple[Track, Text, Text]] = {
    Status.REGISTERED_AS_JOBSEEKER: (
        Track.REGISTRATION,
        Text(
            "är anmäld som arbetssökande hos Arbetsförmedlingen",
            "is registered as a jobseeker at Arbetsförmedlingen",
        ),
        Text("anmälan som arbetssökande", "registration as a jobseeker"),
    ),
    Status.FULL_TIME_UNEMPLOYED: (
        Track.WORK,
        Text("är arbetslös på heltid", "is full-time unemployed"),
        Text("heltidsarbetslöshet", "full-time unemployment"),
    ),
    Status.PART_TIME: (
        Track.WORK,
        Text("arbetar deltid", "works part time"),
        Text("deltidsarbete", "part-time work"),
    ),
    Status.HOURLY: (
        Track.WORK,
        Text("har timanställning", "works by the hour"),
        Text("timanställning", "hourly work"),
    ),
    Status.FULL_TIME_WORK: (
        Track.WORK,
        Text("arbetar heltid", "works full time"),
        Text("heltidsarbete", "full-time work"),
    ),
    Status.UPPER_SECONDARY_NATIONAL: (
        Track.STUDY,
        Text("går ett nationellt gymnasieprogram", "attends a national upper-secondary programme"),
        Text(
            "studier på nationellt gymnasieprogram",
            "studies in a national upper-secondary programme",
        ),
    ),
    Status.UPPER_SECONDARY_INTRODUCTORY: (
        Track.STUDY,
        Text("går introduktionsprogram i gymnasieskolan", "attends an introductory programme"),
        Text("studier på introduktionsprogram", "studies in an introductory programme"),
    ),
    Status.ADULT_EDUCATION: (
        Track.STUDY,
        Text("studerar inom komvux", "studies in municipal adult education"),
        Text("studier inom komvux", "studies in municipal adult education"),
    ),
    Status.FOLK_HIGH_SCHOOL: (
        Track.STUDY,
        Text("studerar på folkhögskola", "studies at a folk high school"),
        Text("studier på folkhögskola", "studies at a folk high school"),
    ),
    Status.HIGHER_EDUCATION: (
        Track.STUDY,
        Text("studerar på högskola", "studies in higher education"),
        Text("högskolestudier", "higher education"),
    ),
    Status.SFI: (
        Track.STUDY,
        Text("läser svenska för invandrare (sfi)", "studies Swedish for immigrants (sfi)"),
        Text("studier i sfi", "studies in sfi"),
    ),
    Status.OTHER_STUDIES: (
        Track.STUDY,
        Text("har andra studier", "has other studies"),
        Text("andra studier", "other studies"),
    ),
    Status.IN_JOBBGARANTI: _programme(
        "jobbgarantin för ungdomar", "the job guarantee for young people"
    ),
    Status.IN_JOBB_OCH_UTVECKLINGSGARANTI: _programme(
        "jobb- och utvecklingsgarantin", "the job and development guarantee"
    ),
    Status.IN_ETABLERING: _programme("etableringsinsatser", "establishment measures"),
    Status.IN_TRAINEEJOBB: _employment("i traineejobb", "in a trainee job"),
    Status.IN_UTBILDNINGSKONTRAKT: (
        Track.PROGRAMME,
        Text("har ett utbildningskontrakt", "has an education contract"),
        Text("utbildningskontrakt", "an education contract"),
    ),
    Status.IN_EXTRATJANST: _employment("i extratjänst", "in an extra service job"),
    Status.IN_NYSTARTSJOBB: _employment("i nystartsjobb", "in a new start job"),
    Status.IN_SARSKILT_ANSTALLNINGSSTOD: _employment(
        "med särskilt anställningsstöd", "with special employment support"
    ),
    Status.IN_INSTEGSJOBB: _employment("i instegsjobb", "in an entry job"),
    Status.IN_YRKESINTRODUKTION: _employment(
        "i yrkesintroduktion", "in a vocational introduction job"
    ),
    Status.IN_INTRODUKTIONSJOBB: _employment("i introduktionsjobb", "in an introduction job"),
    Status.IN_SUPPORTED_EMPLOYMENT: _employment(
        "med lönebidrag eller annat lönestöd", "with a wage subsidy or other wage support"
    ),
    Status.IN_FOLKHOGSKOLEKURS: _programme(
        "studiemotiverande folkhögskolekurs", "a motivational folk high school course"
    ),
    Status.IN_ARBETSLIVSINTRODUKTION: _programme(
        "arbetslivsintroduktion", "introduction to working life"
    ),
    Status.IN_OTHER_MEASURE: _programme(
        "annan insats hos Arbetsförmedlingen", "another measure of Arbetsförmedlingen"
    ),
    Status.FULL_TIME_SICK: (
        Track.ABSENCE,
        Text("är sjukskriven på heltid", "is on full-time sick leave"),
        Text("sjukskrivning på heltid", "full-time sick leave"),
    ),
    Status.PARENTAL_LEAVE: (
        Track.ABSENCE,
        Text("är föräldraledig", "is on parental leave"),
        Text("föräldraledighet", "parental leave"),
    ),
    Status.IN_KAA: (
        Track.MUNICIPAL,
        Text(
            "omfattas av kommunens aktivitetsansvar (KAA)",
            "is covered by the municipal activity responsibility (KAA)",
        ),
        Text("kommunalt aktivitetsansvar (KAA)", "municipal activity responsibility (KAA)"),
    ),
    Status.FORSORJNINGSSTOD: (
        Track.MUNICIPAL,
        Text("får försörjningsstöd", "receives social assistance"),
        Text("försörjningsstöd", "social assistance"),
    ),
    Status.KOMMUNINSATS: (
        Track.MUNICIPAL,
        Text(
            "har heltidsinsats hos kommunen (SKAT 15)",
            "has a full-time municipal activity (SKAT 15)",
        ),
        Text("heltidsinsats hos kommunen", "a full-time municipal activity"),
    ),
}
_STATUS_ORDER: dict[Status, int] = {status: index for index, status in enumerate(Status)}

#: Employment with support, by a labour-market programme or not: work, whatever code the register gives it.
EMPLOYED_WITH_SUPPORT: Final[tuple[Status, ...]] = (
    Status.IN_TRAINEEJOBB,
    Status.IN_EXTRATJANST,
    Status.IN_NYSTARTSJOBB,
    Status.IN_SARSKILT_ANSTALLNINGSSTOD,
    Status.IN_INSTEGSJOBB,
    Status.IN_YRKESINTRODUKTION,
    Status.IN_INTRODUKTIONSJOBB,
    Status.IN_SUPPORTED_EMPLOYMENT,
)

#: The labour-market programmes (SFS 2000:628, 9 §). Nystartsjobb, yrkesintroduktion and utbildningskontrakt are none.
LABOUR_MARKET_PROGRAMMES: Final[tuple[Status, ...]] = tuple(
    status
    for status in Status
    if status.track is Track.PROGRAMME
    and status
    not in (Status.IN_NYSTARTSJOBB, Status.IN_YRKESINTRODUKTION, Status.IN_UTBILDNINGSKONTRAKT)
)

#: Statuses that cannot hold on the same day.
EXCLUSIVE: Final[tuple[frozenset[Status], ...]] = (
    frozenset({Status.FULL_TIME_UNEMPLOYED, Status.PART_TIME}),
    frozenset({Status.FULL_TIME_UNEMPLOYED, Status.HOURLY}),
    frozenset({Status.FULL_TIME_UNEMPLOYED, Status.FULL_TIME_WORK}),
)

#: One word for several statuses at once, as registers write them.
STATUS_ALIASES: Final[Mapping[str, tuple[Status, ...]]] = MappingProxyType(
    {
        "openly_unemployed": (Status.FULL_TIME_UNEMPLOYED, Status.REGISTERED_AS_JOBSEEKER),
        "part_time_registered": (Status.PART_TIME, Status.REGISTERED_AS_JOBSEEKER),
        "hourly_registered": (Status.HOURLY, Status.REGISTERED_AS_JOBSEEKER),
    }
)


#: The words of the statuses in both languages, as they may stand in files.
_NOUNS: Final[Mapping[str, Status]] = MappingProxyType(
    {word.lower(): status for status in Status for word in (status.noun.sv, status.noun.en)}
)

#: What people write, and the status that they mean by it.
_MEANT: Final[Mapping[str, Status]] = MappingProxyType(
    {
        "arbetslös": Status.FULL_TIME_UNEMPLOYED,
        "unemployed": Status.FULL_TIME_UNEMPLOYED,
        "inskriven": Status.REGISTERED_AS_JOBSEEKER,
        "arbetssökande": Status.REGISTERED_AS_JOBSEEKER,
        "jobseeker": Status.REGISTERED_AS_JOBSEEKER,
        "deltid": Status.PART_TIME,
        "heltid": Status.FULL_TIME_WORK,
        "timanställd": Status.HOURLY,
        "gymnasium": Status.UPPER_SECONDARY_NATIONAL,
        "gymnasiet": Status.UPPER_SECONDARY_NATIONAL,
        "introduktionsprogram": Status.UPPER_SECONDARY_INTRODUCTORY,
        "komvux": Status.ADULT_EDUCATION,
        "folkhögskola": Status.FOLK_HIGH_SCHOOL,
        "högskola": Status.HIGHER_EDUCATION,
        "universitet": Status.HIGHER_EDUCATION,
        "university": Status.HIGHER_EDUCATION,
        "sjukskriven": Status.FULL_TIME_SICK,
        "sick": Status.FULL_TIME_SICK,
        "föräldraledig": Status.PARENTAL_LEAVE,
        "ekonomiskt bistånd": Status.FORSORJNINGSSTOD,
        "socialbidrag": Status.FORSORJNINGSSTOD,
    }
)


def _near(name: str, codes: Iterable[str]) -> Near:
    if name in _MEANT:
        return Near(_MEANT[name].noun)
    return nearest(name, [*codes, *_NOUNS])


def statuses(value: Status | str | Iterable[Status | str]) -> tuple[Status, ...]:
    """Return the statuses that ``value`` names.

    A status, its name, its noun in Swedish or English, an alias, names joined by ``+``, or several of these.

    Raises
    ------
    BadInput
        For a name that is not a status; the nearest known one is suggested.

    Examples
    --------
    >>> [s.value for s in statuses("openly_unemployed")]
    ['full_time_unemployed', 'registered_as_jobseeker']
    """
    if isinstance(value, Status):
        return (value,)
    if not isinstance(value, (str, Iterable)):
        raise BadInput(message("vocabulary/not-a-status", value=value))
    if not isinstance(value, str):
        found = dict.fromkeys(status for part in value for status in statuses(part))
        if not found:
            raise BadInput(message("vocabulary/no-status"))
        return tuple(found)
    result: dict[Status, None] = {}
    for part in value.split("+"):
        name = part.strip().lower()
        if name in _NOUNS:
            result[_NOUNS[name]] = None
            continue
        if name in STATUS_ALIASES:
            result.update(dict.fromkeys(STATUS_ALIASES[name]))
            continue
        try:
            result[Status(name)] = None
        except ValueError:
            codes = sorted([*STATUS_ALIASES, *(status.value for status in Status)])
            raise BadInput(
                message(
                    "vocabulary/status-not-known",
                    value=part.strip(),
                    codes=tuple(codes),
                    words=tuple(status.noun for status in Status),
                    near=_near(name, codes),
                )
            ) from None
    return tuple(result)
