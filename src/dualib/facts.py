"""The vocabulary: what may be known about a person, and the statuses a person may have on a day.

A fact is *constant* (birth date), *dated* (first registered in a municipality on a day, which never changes once it
has happened) or *as of* the day the register was drawn. ``None`` is always "unknown"; "has none" is ``False``; an event
known not to have happened is :data:`NEVER`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from dualib.errors import BadInput, suggestion
from dualib.language import Text

__all__ = [
    "DISABILITY_CODES",
    "FACTS",
    "NEVER",
    "STATUS_ALIASES",
    "Change",
    "Fact",
    "FactValue",
    "Kind",
    "Never",
    "Status",
    "Track",
    "fact",
    "statuses",
]


class Never(enum.Enum):
    """The date of an event that is known not to have happened."""

    NEVER = "never"

    def __repr__(self) -> str:
        return "NEVER"


NEVER: Final = Never.NEVER
FactValue = bool | int | str | date | Never | None


class Kind(enum.Enum):
    """What sort of value a fact has."""

    YES_NO = "yes or no"
    DATE = "date"
    CODE = "code, or False for none"
    CATEGORY = "category"
    NUMBER = "whole number"


class Change(enum.Enum):
    """How a fact may change with time."""

    CONSTANT = "constant"
    DATED = "dated"
    AS_OF = "as of"


@attrs.frozen
class Fact:
    """One thing that may be known about a person.

    Attributes
    ----------
    name
        The name in columns and in :class:`dualib.Person`.
    kind, change
        What sort of value, and how it changes with time.
    words
        A noun phrase in both languages.
    yes, no
        For yes/no facts and codes: what the person does or is when it holds, and when not (a clause without subject).
    categories
        The values of a category.
    changeable
        Whether a person's situation could come to differ (never the birth date).
    sensitive
        Whether the fact is sensitive personal data (GDPR articles 9 and 10).
    """

    name: str
    kind: Kind
    change: Change
    words: Text
    yes: Text | None = None
    no: Text | None = None
    categories: Mapping[str, Text] | None = attrs.field(default=None, hash=False, eq=False)
    changeable: bool = True
    sensitive: bool = False


# The list of codes 11-93 is from memory (facts.md section 8, labels M high); the count of fourteen is verified.
DISABILITY_CODES: Final[Mapping[int, Text]] = MappingProxyType(
    {
        11: Text("hjärt-, kärl- eller lungsjukdom", "heart, vascular or lung disease"),
        21: Text("barndomsdövhet", "deafness since childhood"),
        22: Text("hörselskada", "hearing impairment"),
        31: Text("grav synskada", "severe visual impairment"),
        32: Text("synsvaghet", "weak eyesight"),
        41: Text("rörelsehinder med behov av förflyttningshjälpmedel", "mobility impairment with walking aids"),
        42: Text("övriga rörelsehinder", "other mobility impairment"),
        51: Text("övrig somatisk funktionsnedsättning", "other somatic disability"),
        61: Text("psykisk funktionsnedsättning", "psychiatric disability"),
        71: Text("generella inlärningssvårigheter", "general learning difficulties"),
        81: Text("socialmedicinsk funktionsnedsättning", "socio-medical disability"),
        91: Text("astma, allergi eller överkänslighet", "asthma, allergy or hypersensitivity"),
        92: Text("specifika inlärningssvårigheter", "specific learning difficulties"),
        93: Text("förvärvad hjärnskada", "acquired brain injury"),
    }
)


class Track(enum.Enum):
    """A side of life observed on its own: each has its own spells and its own observed period."""

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
    Track.REGISTRATION: Text("inskrivning hos Arbetsförmedlingen", "registration at Arbetsförmedlingen"),
    Track.WORK: Text("arbete och arbetslöshet", "work and unemployment"),
    Track.STUDY: Text("studier", "studies"),
    Track.PROGRAMME: Text("program och insatser", "programmes and measures"),
    Track.ABSENCE: Text("frånvaro", "absence"),
    Track.MUNICIPAL: Text("kommunala insatser", "municipal measures"),
}


class Status(enum.Enum):
    """What a person is or does on a day. The value is the name used in files.

    ``exclusive`` statuses of one track cannot hold on the same day.
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
    IN_FOLKHOGSKOLEKURS = "in_folkhogskolekurs"
    IN_ARBETSLIVSINTRODUKTION = "in_arbetslivsintroduktion"
    IN_OTHER_MEASURE = "in_other_measure"
    FULL_TIME_SICK = "full_time_sick"
    PARENTAL_LEAVE = "parental_leave"
    IN_KAA = "in_kaa"
    FORSORJNINGSSTOD = "forsorjningsstod"
    KOMMUNINSATS = "kommuninsats"

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
        Text("studier på nationellt gymnasieprogram", "studies in a national upper-secondary programme"),
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
    Status.IN_JOBBGARANTI: _programme("jobbgarantin för ungdomar", "the job guarantee for young people"),
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
    Status.IN_YRKESINTRODUKTION: _employment("i yrkesintroduktion", "in a vocational introduction job"),
    Status.IN_INTRODUKTIONSJOBB: _employment("i introduktionsjobb", "in an introduction job"),
    Status.IN_FOLKHOGSKOLEKURS: _programme(
        "studiemotiverande folkhögskolekurs", "a motivational folk high school course"
    ),
    Status.IN_ARBETSLIVSINTRODUKTION: _programme("arbetslivsintroduktion", "introduction to working life"),
    Status.IN_OTHER_MEASURE: _programme("annan insats hos Arbetsförmedlingen", "another measure of Arbetsförmedlingen"),
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
            "omfattas av kommunens aktivitetsansvar (KAA)", "is covered by the municipal activity responsibility (KAA)"
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
        Text("har heltidsinsats hos kommunen (SKAT 15)", "has a full-time municipal activity (SKAT 15)"),
        Text("heltidsinsats hos kommunen", "a full-time municipal activity"),
    ),
}
_STATUS_ORDER: dict[Status, int] = {status: index for index, status in enumerate(Status)}

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


def statuses(value: Status | str | Iterable[Status | str]) -> tuple[Status, ...]:
    """Return the statuses that ``value`` names.

    A status, its name, an alias, names joined by ``+``, or several of these.

    Raises
    ------
    BadInput
        For a name that is no status; the nearest known one is suggested.

    Examples
    --------
    >>> [s.value for s in statuses("openly_unemployed")]
    ['full_time_unemployed', 'registered_as_jobseeker']
    """
    if isinstance(value, Status):
        return (value,)
    if not isinstance(value, str):
        found = dict.fromkeys(status for part in value for status in statuses(part))
        if not found:
            raise BadInput("status is empty: expected at least one status")
        return tuple(found)
    result: dict[Status, None] = {}
    for part in value.split("+"):
        name = part.strip().lower()
        if name in STATUS_ALIASES:
            result.update(dict.fromkeys(STATUS_ALIASES[name]))
            continue
        try:
            result[Status(name)] = None
        except ValueError:
            known = [*STATUS_ALIASES, *(status.value for status in Status)]
            raise BadInput(
                f"status {part.strip()!r} is not known: expected one of {', '.join(sorted(known))}."
                f"{suggestion(name, known)}"
            ) from None
    return tuple(result)


def _yes_no(
    name: str, words: tuple[str, str], yes: tuple[str, str], no: tuple[str, str], sensitive: bool = False
) -> Fact:
    return Fact(name, Kind.YES_NO, Change.AS_OF, Text(*words), Text(*yes), Text(*no), sensitive=sensitive)


def _dated(name: str, words: tuple[str, str]) -> Fact:
    return Fact(name, Kind.DATE, Change.DATED, Text(*words))


_SEX = {"woman": Text("kvinna", "woman"), "man": Text("man", "man")}

_FACT_LIST = (
    Fact("born", Kind.DATE, Change.CONSTANT, Text("födelsedatum", "birth date"), changeable=False),
    Fact(
        "sex",
        Kind.CATEGORY,
        Change.CONSTANT,
        Text("kön", "sex"),
        categories=MappingProxyType(_SEX),
        changeable=False,
    ),
    Fact("municipality", Kind.CATEGORY, Change.AS_OF, Text("hemkommun (kommunkod)", "home municipality (code)")),
    Fact(
        "disability_code",
        Kind.CODE,
        Change.AS_OF,
        Text("funktionshinderkod hos Arbetsförmedlingen", "disability code at Arbetsförmedlingen"),
        Text("har en funktionshinderkod hos Arbetsförmedlingen", "has a disability code at Arbetsförmedlingen"),
        Text("saknar funktionshinderkod hos Arbetsförmedlingen", "has no disability code at Arbetsförmedlingen"),
        sensitive=True,
    ),
    _yes_no(
        "unemployment_benefit_right",
        ("rätt till arbetslöshetsersättning", "right to unemployment benefit"),
        ("har rätt till arbetslöshetsersättning", "has a right to unemployment benefit"),
        ("saknar rätt till arbetslöshetsersättning", "has no right to unemployment benefit"),
    ),
    _yes_no(
        "school_duty_done",
        ("fullgjord skolplikt", "completed compulsory schooling"),
        ("har fullgjort sin skolplikt", "has completed compulsory schooling"),
        ("har inte fullgjort sin skolplikt", "has not completed compulsory schooling"),
    ),
    _yes_no(
        "upper_secondary_completed",
        ("fullföljd gymnasieutbildning", "completed upper-secondary education"),
        ("har fullföljt en gymnasieutbildning", "has completed upper-secondary education"),
        ("har inte fullföljt en gymnasieutbildning", "has not completed upper-secondary education"),
    ),
    _yes_no(
        "in_upper_secondary",
        ("pågående gymnasieutbildning", "ongoing upper-secondary education"),
        ("går i gymnasieskolan eller motsvarande", "attends upper-secondary school or the like"),
        ("går inte i gymnasieskolan eller motsvarande", "does not attend upper-secondary school or the like"),
    ),
    _yes_no(
        "residence_permit",
        ("uppehållstillstånd på grund som omfattas", "residence permit on a ground that counts"),
        ("har uppehållstillstånd på en grund som omfattas", "has a residence permit on a ground that counts"),
        (
            "saknar uppehållstillstånd på en grund som omfattas",
            "has no residence permit on a ground that counts",
        ),
    ),
    _yes_no(
        "sentenced_to_prison",
        (
            "fängelsestraff med utslussning eller prövotid kvar",
            "prison sentence with release measures or probation left",
        ),
        (
            "är dömd till fängelse och vistas utanför anstalt, eller är villkorligt frigiven med prövotid kvar",
            "is sentenced to prison and stays outside the institution, or is released with probation left",
        ),
        ("omfattas inte av utslussning eller prövotid", "is under neither release measures nor probation"),
        sensitive=True,
    ),
    _yes_no(
        "arbetslivsintroduktion_done",
        ("deltagande i arbetslivsintroduktion", "participation in introduction to working life"),
        ("har deltagit i programmet arbetslivsintroduktion", "has taken part in introduction to working life"),
        ("har inte deltagit i arbetslivsintroduktion", "has not taken part in introduction to working life"),
    ),
    _yes_no(
        "etablering_time_used",
        ("utnyttjad tid för etableringsinsatser", "used-up time for establishment measures"),
        ("har haft etableringsinsatser så länge det går", "has had establishment measures for as long as they last"),
        (
            "har inte haft etableringsinsatser så länge det går",
            "has not had establishment measures for as long as they last",
        ),
    ),
    _yes_no(
        "permit_as_relative",
        ("uppehållstillstånd som anhörig", "residence permit as a relative"),
        ("har uppehållstillstånd som anhörig", "has a residence permit as a relative"),
        ("har inte uppehållstillstånd som anhörig", "does not have a residence permit as a relative"),
    ),
    _yes_no(
        "relative_applied_in_time",
        ("anhörigs ansökan inom sex år", "application as a relative within six years"),
        (
            "sökte uppehållstillstånd inom sex år från att anknytningspersonen togs emot i en kommun",
            "applied for the permit within six years from when the person they joined was received",
        ),
        (
            "sökte uppehållstillstånd senare än sex år från att anknytningspersonen togs emot",
            "applied for the permit later than six years from when the person they joined was received",
        ),
    ),
    _yes_no(
        "parents_in_sweden",
        ("föräldrar i Sverige", "parents in Sweden"),
        ("har föräldrar i Sverige", "has parents in Sweden"),
        ("saknar föräldrar i Sverige", "has no parents in Sweden"),
    ),
    Fact(
        "benefit_days_in_jobbgaranti",
        Kind.NUMBER,
        Change.AS_OF,
        Text("ersättningsdagar i jobbgarantin för ungdomar", "benefit days in the job guarantee for young people"),
    ),
    Fact(
        "benefit_days_in_jobb_och_utvecklingsgaranti",
        Kind.NUMBER,
        Change.AS_OF,
        Text("ersättningsdagar i jobb- och utvecklingsgarantin", "benefit days in the job and development guarantee"),
    ),
    _yes_no(
        "gymnasieexamen",
        ("gymnasieexamen", "upper-secondary diploma"),
        ("har gymnasieexamen eller motsvarande", "has an upper-secondary diploma or the like"),
        ("saknar gymnasieexamen", "has no upper-secondary diploma"),
    ),
    _yes_no(
        "basic_eligibility",
        ("grundläggande behörighet till högskolan", "basic eligibility for higher education"),
        ("har grundläggande behörighet till högskolan", "has basic eligibility for higher education"),
        ("saknar grundläggande behörighet till högskolan", "lacks basic eligibility for higher education"),
    ),
    _yes_no(
        "in_introductory_programme",
        ("pågående introduktionsprogram", "ongoing introductory programme"),
        (
            "går ett introduktionsprogram i gymnasieskolan",
            "attends an introductory programme in upper-secondary school",
        ),
        ("går inte ett introduktionsprogram", "does not attend an introductory programme"),
    ),
    _yes_no(
        "benefit_period_used",
        ("förbrukad ersättningsperiod i a-kassan", "used-up period of unemployment benefit"),
        (
            "har förbrukat sin ersättningsperiod utan att få en ny",
            "has used up the period of unemployment benefit without getting a new one",
        ),
        ("har inte förbrukat sin ersättningsperiod", "has not used up the period of unemployment benefit"),
    ),
    _yes_no(
        "lone_parent_part_time_benefit_used",
        ("förbrukade deltidsdagar som ensamstående förälder", "used-up part-time benefit days as a lone parent"),
        (
            "är ensamstående förälder och har förbrukat ersättningsdagarna vid deltidsarbete",
            "is a lone parent and has used up the benefit days for part-time work",
        ),
        (
            "är inte ensamstående förälder som har förbrukat ersättningsdagarna vid deltidsarbete",
            "is not a lone parent who has used up the benefit days for part-time work",
        ),
    ),
    _yes_no(
        "jobbgaranti_time_used",
        ("utnyttjad tid i jobbgarantin", "used-up time in the job guarantee"),
        (
            "har deltagit i jobbgarantin i 15 månader och går direkt vidare",
            "has taken part in the job guarantee for 15 months and goes on directly",
        ),
        (
            "har inte deltagit i jobbgarantin i 15 månader",
            "has not taken part in the job guarantee for 15 months",
        ),
    ),
    _yes_no(
        "can_take_part_quarter_time",
        ("förmåga att delta på minst 25 procent", "ability to take part for at least 25 per cent"),
        (
            "kan delta i insatser på minst 25 procent av heltid",
            "can take part in measures for at least 25 per cent of full time",
        ),
        (
            "kan inte delta i insatser på minst 25 procent av heltid",
            "cannot take part in measures for at least 25 per cent of full time",
        ),
    ),
    _yes_no(
        "in_asylum_housing",
        ("boende hos Migrationsverket", "accommodation of the Migration Agency"),
        ("bor på Migrationsverkets asylboende", "lives in the Migration Agency's asylum housing"),
        ("bor inte på Migrationsverkets asylboende", "does not live in the Migration Agency's asylum housing"),
    ),
    Fact(
        "permit_granted",
        Kind.DATE,
        Change.DATED,
        Text("dag då uppehållstillståndet beviljades", "day on which the residence permit was granted"),
    ),
    _dated(
        "first_registered",
        ("första folkbokföring i en kommun", "first population registration in a municipality"),
    ),
)

FACTS: Final[Mapping[str, Fact]] = MappingProxyType({item.name: item for item in _FACT_LIST})


def fact(name: str) -> Fact:
    """Return the fact called ``name``.

    Raises
    ------
    BadInput
        If there is no such fact; the nearest known name is suggested.

    Examples
    --------
    >>> fact("born").words.say("sv")
    'födelsedatum'
    """
    if name not in FACTS:
        raise BadInput(f"fact {name!r} is not known: expected one of {', '.join(FACTS)}.{suggestion(name, FACTS)}")
    return FACTS[name]
