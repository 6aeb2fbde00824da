"""The vocabulary: what may be known about a person, and the statuses a person may have on a day."""

# No "from __future__ import annotations" here: FACTS is made from the annotations of a class.
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final, TypedDict

from dualib.errors import BadInput, nearest
from dualib.language import Text
from dualib.messages import message
from dualib.vocabulary.fact_types import NEVER, Change, Fact, FactValue, Kind, Never
from dualib.vocabulary.status import EXCLUSIVE, STATUS_ALIASES, Status, Track, statuses

__all__ = [
    "DISABILITY_CODES",
    "EXCLUSIVE",
    "FACTS",
    "NEVER",
    "STATUS_ALIASES",
    "Change",
    "Fact",
    "FactValue",
    "Facts",
    "Kind",
    "Never",
    "Status",
    "Track",
    "fact",
    "fact_of_kind",
    "statuses",
]


# The list of codes 11-93 is from memory; that there are fourteen is verified.
DISABILITY_CODES: Final[Mapping[int, Text]] = MappingProxyType(
    {
        11: Text("hjärt-, kärl- eller lungsjukdom", "heart, vascular or lung disease"),
        21: Text("barndomsdövhet", "deafness since childhood"),
        22: Text("hörselskada", "hearing impairment"),
        31: Text("grav synskada", "severe visual impairment"),
        32: Text("synsvaghet", "weak eyesight"),
        41: Text(
            "rörelsehinder med behov av förflyttningshjälpmedel",
            "mobility impairment with walking aids",
        ),
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


# What the values of a fact may be, for type checkers; dualib.person.values reads what people write.
YesNo = bool | None
Event = date | Never | None
Code = int | None  # False is "has none"
Category = str | None
Number = int | None

#: A fact that has yet to get its name.
_Nameless = Callable[[str], Fact]


def _fact(
    kind: Kind,
    change: Change,
    words: Text,
    yes: Text | None = None,
    no: Text | None = None,
    *,
    categories: Mapping[str, Text] | None = None,
    changeable: bool = True,
    sensitive: bool = False,
) -> _Nameless:
    return lambda name: Fact(name, kind, change, words, yes, no, categories, changeable, sensitive)


def _yes_no(
    words: tuple[str, str], yes: tuple[str, str], no: tuple[str, str], *, sensitive: bool = False
) -> _Nameless:
    return _fact(
        Kind.YES_NO, Change.AS_OF, Text(*words), Text(*yes), Text(*no), sensitive=sensitive
    )


def _dated(words: tuple[str, str], yes: tuple[str, str], no: tuple[str, str]) -> _Nameless:
    return _fact(Kind.DATE, Change.DATED, Text(*words), Text(*yes), Text(*no))


_SEX = {"woman": Text("kvinna", "woman"), "man": Text("man", "man")}

_EDUCATION = {
    "below_compulsory": Text("ej slutförd grundskola", "compulsory school not completed"),
    "compulsory": Text("grundskola", "compulsory school"),
    "upper_secondary": Text("gymnasieutbildning", "upper-secondary education"),
    "post_secondary": Text("eftergymnasial utbildning", "post-secondary education"),
}

_SCHOOL_YEARS = {
    "compulsory_9": Text("årskurs 9 i grundskolan", "year 9 of compulsory school"),
    "upper_secondary_1": Text("årskurs 1 i gymnasieskolan", "year 1 of upper-secondary school"),
    "upper_secondary_2": Text("årskurs 2 i gymnasieskolan", "year 2 of upper-secondary school"),
    "upper_secondary_3": Text("årskurs 3 i gymnasieskolan", "year 3 of upper-secondary school"),
    "other": Text("annan årskurs eller ingen", "another school year or none"),
}

_RESIDENCE = {
    "registered": Text("folkbokförd", "registered"),
    "resident_unregistered": Text(
        "bosatt utan folkbokföring (även med skyddad folkbokföring)",
        "resident without registration (or with protected registration)",
    ),
    "asylum_seeker": Text(
        "asylsökande, papperslös eller annan som inte ska folkbokföras",
        "asylum seeker, undocumented or otherwise not to be registered",
    ),
    "not_resident": Text("inte bosatt i Sverige", "not resident in Sweden"),
}

_REFERRERS = {
    "social_services": Text("socialtjänsten", "the social services"),
    "employment_service": Text("Arbetsförmedlingen", "Arbetsförmedlingen"),
    "social_insurance": Text("Försäkringskassan", "Försäkringskassan"),
    "coordination_association": Text("samordningsförbundet", "the coordination association"),
    "nobody": Text("ingen", "nobody"),
}


class Facts(TypedDict, total=False):
    """What may be known of a person: each name with the values it may have, and with its words.

    :data:`FACTS` is made from it, and :class:`dualib.Person` takes it as arguments, so a fact is
    added here and nowhere else.

    >>> from dualib import Person
    >>> known: Facts = {"sex": "woman", "newly_arrived": False}
    >>> Person(**known).facts["sex"]
    'woman'
    """

    born: Annotated[
        date | None,
        _fact(
            Kind.DATE,
            Change.CONSTANT,
            Text("födelsedatum", "birth date"),
            Text("föddes", "was born"),
            Text("är inte född", "has not been born"),
            changeable=False,
        ),
    ]
    sex: Annotated[
        Category,
        _fact(
            Kind.CATEGORY,
            Change.CONSTANT,
            Text("kön", "sex"),
            categories=MappingProxyType(_SEX),
            changeable=False,
        ),
    ]
    municipality: Annotated[
        Category,
        _fact(
            Kind.CATEGORY, Change.AS_OF, Text("hemkommun (kommunkod)", "home municipality (code)")
        ),
    ]
    disability_code: Annotated[
        Code,
        _fact(
            Kind.CODE,
            Change.AS_OF,
            Text(
                "funktionshinderkod hos Arbetsförmedlingen", "disability code at Arbetsförmedlingen"
            ),
            Text(
                "har en funktionshinderkod hos Arbetsförmedlingen",
                "has a disability code at Arbetsförmedlingen",
            ),
            Text(
                "saknar funktionshinderkod hos Arbetsförmedlingen",
                "has no disability code at Arbetsförmedlingen",
            ),
            sensitive=True,
        ),
    ]
    education: Annotated[
        Category,
        _fact(
            Kind.CATEGORY,
            Change.AS_OF,
            Text("högsta utbildning", "highest education"),
            categories=MappingProxyType(_EDUCATION),
        ),
    ]
    unemployment_benefit_right: Annotated[
        YesNo,
        _yes_no(
            ("rätt till arbetslöshetsersättning", "right to unemployment benefit"),
            ("har rätt till arbetslöshetsersättning", "has a right to unemployment benefit"),
            ("saknar rätt till arbetslöshetsersättning", "has no right to unemployment benefit"),
        ),
    ]
    school_duty_done: Annotated[
        YesNo,
        _yes_no(
            ("fullgjord skolplikt", "completed compulsory schooling"),
            ("har fullgjort sin skolplikt", "has completed compulsory schooling"),
            ("har inte fullgjort sin skolplikt", "has not completed compulsory schooling"),
        ),
    ]
    upper_secondary_completed: Annotated[
        YesNo,
        _yes_no(
            ("fullföljd gymnasieutbildning", "completed upper-secondary education"),
            ("har fullföljt en gymnasieutbildning", "has completed upper-secondary education"),
            (
                "har inte fullföljt en gymnasieutbildning",
                "has not completed upper-secondary education",
            ),
        ),
    ]
    in_upper_secondary: Annotated[
        YesNo,
        _yes_no(
            ("pågående gymnasieutbildning", "ongoing upper-secondary education"),
            (
                "går i gymnasieskolan eller motsvarande",
                "attends upper-secondary school or the like",
            ),
            (
                "går inte i gymnasieskolan eller motsvarande",
                "does not attend upper-secondary school or the like",
            ),
        ),
    ]
    residence_permit: Annotated[
        YesNo,
        _yes_no(
            (
                "uppehållstillstånd på grund som omfattas",
                "residence permit on a ground that counts",
            ),
            (
                "har uppehållstillstånd på en grund som omfattas",
                "has a residence permit on a ground that counts",
            ),
            (
                "saknar uppehållstillstånd på en grund som omfattas",
                "has no residence permit on a ground that counts",
            ),
        ),
    ]
    sentenced_to_prison: Annotated[
        YesNo,
        _yes_no(
            (
                "fängelsestraff med utslussning eller första året av prövotiden",
                "prison sentence with release measures or the first year of probation",
            ),
            (
                "är dömd till fängelse och vistas utanför anstalt, eller är villkorligt frigiven "
                "och har inte fullgjort ett år av prövotiden",
                "has been sentenced to imprisonment and granted a stay outside prison, or is "
                "released on parole and has not completed one year of the probation period",
            ),
            (
                "omfattas varken av utslussning eller av prövotidens första år",
                "is under neither release measures nor the first year of probation",
            ),
            sensitive=True,
        ),
    ]
    arbetslivsintroduktion_done: Annotated[
        YesNo,
        _yes_no(
            (
                "deltagande i arbetslivsintroduktion",
                "participation in introduction to working life",
            ),
            (
                "har deltagit i programmet arbetslivsintroduktion",
                "has taken part in introduction to working life",
            ),
            (
                "har inte deltagit i arbetslivsintroduktion",
                "has not taken part in introduction to working life",
            ),
        ),
    ]
    etablering_time_used: Annotated[
        YesNo,
        _yes_no(
            (
                "utnyttjad tid för etableringsinsatser",
                "use of the whole time for establishment measures",
            ),
            (
                "har utnyttjat hela tiden för etableringsinsatser",
                "has used up the time for establishment measures",
            ),
            (
                "har inte utnyttjat hela tiden för etableringsinsatser",
                "has not used up the time for establishment measures",
            ),
        ),
    ]
    permit_as_relative: Annotated[
        YesNo,
        _yes_no(
            ("uppehållstillstånd som anhörig", "residence permit as a relative"),
            ("har uppehållstillstånd som anhörig", "has a residence permit as a relative"),
            (
                "har inte uppehållstillstånd som anhörig",
                "does not have a residence permit as a relative",
            ),
        ),
    ]
    relative_applied_in_time: Annotated[
        YesNo,
        _yes_no(
            ("anhörigs ansökan inom sex år", "application as a relative within six years"),
            (
                "sökte uppehållstillstånd inom sex år från det att anknytningspersonen togs emot i "
                "en kommun",
                "applied for the permit within six years from when the person they joined was "
                "received",
            ),
            (
                "sökte uppehållstillstånd senare än sex år efter att anknytningspersonen togs emot "
                "i en kommun",
                "applied for the permit later than six years from when the person they joined was "
                "received",
            ),
        ),
    ]
    parents_in_sweden: Annotated[
        YesNo,
        _yes_no(
            ("föräldrar i Sverige", "parents in Sweden"),
            ("har föräldrar i Sverige", "has parents in Sweden"),
            ("saknar föräldrar i Sverige", "has no parents in Sweden"),
        ),
    ]
    benefit_days_in_jobbgaranti: Annotated[
        Number,
        _fact(
            Kind.NUMBER,
            Change.AS_OF,
            Text(
                "ersättningsdagar i jobbgarantin för ungdomar",
                "benefit days in the job guarantee for young people",
            ),
        ),
    ]
    benefit_days_in_jobb_och_utvecklingsgaranti: Annotated[
        Number,
        _fact(
            Kind.NUMBER,
            Change.AS_OF,
            Text(
                "ersättningsdagar i jobb- och utvecklingsgarantin",
                "benefit days in the job and development guarantee",
            ),
        ),
    ]
    gymnasieexamen: Annotated[
        YesNo,
        _yes_no(
            ("gymnasieexamen", "upper-secondary diploma"),
            ("har gymnasieexamen", "has an upper-secondary diploma"),
            ("saknar gymnasieexamen", "has no upper-secondary diploma"),
        ),
    ]
    basic_eligibility: Annotated[
        YesNo,
        _yes_no(
            ("grundläggande behörighet till högskolan", "basic eligibility for higher education"),
            (
                "har grundläggande behörighet till högskolan",
                "has basic eligibility for higher education",
            ),
            (
                "saknar grundläggande behörighet till högskolan",
                "lacks basic eligibility for higher education",
            ),
        ),
    ]
    in_introductory_programme: Annotated[
        YesNo,
        _yes_no(
            ("pågående introduktionsprogram", "ongoing introductory programme"),
            (
                "går ett introduktionsprogram i gymnasieskolan",
                "attends an introductory programme in upper-secondary school",
            ),
            ("går inte ett introduktionsprogram", "does not attend an introductory programme"),
        ),
    ]
    benefit_period_used: Annotated[
        YesNo,
        _yes_no(
            ("förbrukad ersättningsperiod i a-kassan", "used-up period of unemployment benefit"),
            (
                "har förbrukat sin ersättningsperiod utan att få en ny",
                "has used up the period of unemployment benefit without getting a new one",
            ),
            (
                "har inte förbrukat sin ersättningsperiod",
                "has not used up the period of unemployment benefit",
            ),
        ),
    ]
    lone_parent_part_time_benefit_used: Annotated[
        YesNo,
        _yes_no(
            (
                "förbrukade deltidsdagar som ensamstående förälder",
                "used-up part-time benefit days as a lone parent",
            ),
            (
                "är ensamstående förälder och har förbrukat ersättningsdagarna vid deltidsarbete",
                "is a lone parent and has used up the benefit days for part-time work",
            ),
            (
                "är inte ensamstående förälder som har förbrukat ersättningsdagarna vid "
                "deltidsarbete",
                "is not a lone parent who has used up the benefit days for part-time work",
            ),
        ),
    ]
    jobbgaranti_time_used: Annotated[
        YesNo,
        _yes_no(
            ("utnyttjad tid i jobbgarantin", "used-up time in the job guarantee"),
            (
                "har deltagit i jobbgarantin i 15 månader och går direkt vidare",
                "has taken part in the job guarantee for 15 months and goes on directly",
            ),
            (
                "har inte deltagit i jobbgarantin i 15 månader, eller går inte direkt vidare "
                "därifrån",
                "has not taken part in the job guarantee for 15 months, or does not go on directly "
                "from it",
            ),
        ),
    ]
    can_take_part_quarter_time: Annotated[
        YesNo,
        _yes_no(
            (
                "förmåga att delta på minst 25 procent",
                "ability to take part for at least 25 per cent",
            ),
            (
                "kan delta i insatser på minst 25 procent av heltid",
                "can take part in measures for at least 25 per cent of full time",
            ),
            (
                "kan inte delta i insatser på minst 25 procent av heltid",
                "cannot take part in measures for at least 25 per cent of full time",
            ),
        ),
    ]
    in_asylum_housing: Annotated[
        YesNo,
        _yes_no(
            ("boende hos Migrationsverket", "accommodation of the Migration Agency"),
            (
                "bor på Migrationsverkets asylboende",
                "lives in the Migration Agency's asylum housing",
            ),
            (
                "bor inte på Migrationsverkets asylboende",
                "does not live in the Migration Agency's asylum housing",
            ),
        ),
    ]
    school_year: Annotated[
        Category,
        _fact(
            Kind.CATEGORY,
            Change.AS_OF,
            Text("årskurs", "school year"),
            categories=MappingProxyType(_SCHOOL_YEARS),
        ),
    ]
    referred_by: Annotated[
        Category,
        _fact(
            Kind.CATEGORY,
            Change.AS_OF,
            Text(
                "remittent till kommunens arbetsmarknadsenhet",
                "referrer to the municipality's labour-market unit",
            ),
            categories=MappingProxyType(_REFERRERS),
        ),
    ]
    newly_arrived: Annotated[
        YesNo,
        _yes_no(
            ("nyanländ", "newly arrived"),
            ("räknas som nyanländ", "counts as newly arrived"),
            ("räknas inte som nyanländ", "does not count as newly arrived"),
        ),
    ]
    aktivitetsersattning: Annotated[
        YesNo,
        _yes_no(
            (
                "aktivitetsersättning från Försäkringskassan",
                "activity compensation from Försäkringskassan",
            ),
            (
                "får aktivitetsersättning från Försäkringskassan",
                "gets activity compensation from Försäkringskassan",
            ),
            ("får inte aktivitetsersättning", "does not get activity compensation"),
            sensitive=True,
        ),
    ]
    registered_as_jobseeker_on: Annotated[
        Event,
        _dated(
            ("dag för anmälan som arbetssökande", "day of registration as a jobseeker"),
            ("anmälde sig som arbetssökande", "registered as a jobseeker"),
            ("har inte anmält sig som arbetssökande", "has not registered as a jobseeker"),
        ),
    ]
    permit_granted: Annotated[
        Event,
        _fact(
            Kind.DATE,
            Change.DATED,
            Text(
                "dag då uppehållstillståndet beviljades",
                "day on which the residence permit was granted",
            ),
            Text("beviljades uppehållstillstånd", "was granted a residence permit"),
            Text(
                "har inte beviljats uppehållstillstånd", "has not been granted a residence permit"
            ),
        ),
    ]
    first_registered: Annotated[
        Event,
        _dated(
            ("första folkbokföring i en kommun", "first population registration in a municipality"),
            (
                "folkbokfördes första gången i en kommun",
                "was first entered in the population register of a municipality",
            ),
            (
                "har inte folkbokförts i någon kommun",
                "has not been entered in the population register of a municipality",
            ),
        ),
    ]
    gymnasiebevis: Annotated[
        YesNo,
        _yes_no(
            (
                "gymnasiebevis från anpassad gymnasieskola",
                "certificate from adapted upper-secondary school",
            ),
            (
                "har gymnasiebevis från anpassad gymnasieskola (före juli 2023 gymnasiesärskola)",
                "has a certificate from adapted upper-secondary school",
            ),
            (
                "saknar gymnasiebevis från anpassad gymnasieskola",
                "has no certificate from adapted upper-secondary school",
            ),
        ),
    ]
    equivalent_upper_secondary: Annotated[
        YesNo,
        _yes_no(
            (
                "fullföljd utbildning som motsvarar gymnasieskolan",
                "completed education equivalent to upper-secondary school",
            ),
            (
                "har med godkänt resultat fullföljt en utbildning som motsvarar gymnasieskolan, "
                "till exempel IB",
                "has completed an education equivalent to upper-secondary school, such as the IB, "
                "with approved results",
            ),
            (
                "har inte fullföljt någon utbildning som motsvarar gymnasieskolan",
                "has not completed an education equivalent to upper-secondary school",
            ),
        ),
    ]
    residence: Annotated[
        Category,
        _fact(
            Kind.CATEGORY,
            Change.AS_OF,
            Text("bosättningsstatus", "residence status"),
            categories=MappingProxyType(_RESIDENCE),
            sensitive=True,
        ),
    ]
    registered_after_school_duty: Annotated[
        YesNo,
        _yes_no(
            (
                "folkbokföring efter skolplikten",
                "population registration after compulsory schooling",
            ),
            (
                "folkbokfördes i landet vid en tidpunkt då skolplikt inte gällde",
                "was entered in the population register at a time without compulsory schooling",
            ),
            (
                "folkbokfördes i landet medan skolplikt gällde, eller är inte folkbokförd",
                "was entered in the population register during compulsory schooling, or not at all",
            ),
        ),
    ]
    final_grades: Annotated[
        YesNo,
        _yes_no(
            (
                "slutbetyg från grundskola och gymnasieskola",
                "final grades from compulsory and upper-secondary school",
            ),
            (
                "har slutbetyg från både grundskolan och gymnasieskolan",
                "has final grades from both compulsory and upper-secondary school",
            ),
            (
                "saknar slutbetyg från grundskolan eller gymnasieskolan",
                "lacks final grades from compulsory or upper-secondary school",
            ),
        ),
    ]
    home_municipality_has_agreement: Annotated[
        YesNo,
        _yes_no(
            (
                "hemkommunens överenskommelse med Arbetsförmedlingen",
                "the home municipality's agreement with Arbetsförmedlingen",
            ),
            (
                "har en hemkommun med en överenskommelse med Arbetsförmedlingen",
                "has a home municipality with an agreement with Arbetsförmedlingen",
            ),
            (
                "har en hemkommun utan överenskommelse med Arbetsförmedlingen",
                "has a home municipality without an agreement with Arbetsförmedlingen",
            ),
        ),
    ]
    shortage_occupation_place: Annotated[
        YesNo,
        _yes_no(
            ("plats i ett bristyrke", "place in a shortage occupation"),
            (
                "har ett erbjudande om en plats i ett bristyrke",
                "has an offer of a place in a shortage occupation",
            ),
            (
                "har inget erbjudande om en plats i ett bristyrke",
                "has no offer of a place in a shortage occupation",
            ),
        ),
    ]
    relative_applied_in_two_years: Annotated[
        YesNo,
        _yes_no(
            ("anhörigs ansökan inom två år", "application as a relative within two years"),
            (
                "sökte uppehållstillstånd inom två år från det att anknytningspersonen togs emot "
                "i en kommun",
                "applied for the permit within two years from when the person they joined was "
                "received",
            ),
            (
                "sökte uppehållstillstånd senare än två år efter att anknytningspersonen togs "
                "emot i en kommun",
                "applied for the permit later than two years from when the person they joined was "
                "received",
            ),
        ),
    ]
    relative_applied: Annotated[
        Event,
        _dated(
            (
                "dag för anhörigs ansökan om uppehållstillstånd",
                "day of the application as a relative for a residence permit",
            ),
            (
                "sökte uppehållstillstånd som anhörig",
                "applied for a residence permit as a relative",
            ),
            (
                "har inte sökt uppehållstillstånd som anhörig",
                "has not applied for a residence permit as a relative",
            ),
        ),
    ]
    anchor_received: Annotated[
        Event,
        _dated(
            (
                "dag då anknytningspersonen togs emot i en kommun",
                "day on which the person joined was received in a municipality",
            ),
            (
                "anslöt sig till en person som togs emot i en kommun",
                "joined a person who was received in a municipality",
            ),
            (
                "har ingen anknytningsperson som har tagits emot i en kommun",
                "has joined nobody who has been received in a municipality",
            ),
        ),
    ]
    anchor_was_citizen: Annotated[
        YesNo,
        _yes_no(
            ("anhörig till svensk medborgare", "relative of a Swedish citizen"),
            (
                "sökte uppehållstillstånd som anhörig till en svensk medborgare",
                "applied for the permit as a relative of a Swedish citizen",
            ),
            (
                "sökte inte uppehållstillstånd som anhörig till en svensk medborgare",
                "did not apply for the permit as a relative of a Swedish citizen",
            ),
        ),
    ]
    unemployment_benefit_received: Annotated[
        YesNo,
        _yes_no(
            (
                "arbetslöshetsersättning under tiden utan arbete",
                "unemployment benefit during the time without work",
            ),
            (
                "har fått arbetslöshetsersättning under tiden utan arbete",
                "has received unemployment benefit during the time without work",
            ),
            (
                "har inte fått arbetslöshetsersättning under tiden utan arbete",
                "has not received unemployment benefit during the time without work",
            ),
        ),
    ]
    short_benefit_period_used: Annotated[
        YesNo,
        _yes_no(
            (
                "förbrukad ersättningsperiod om 66 eller 100 dagar",
                "used-up benefit period of 66 or 100 days",
            ),
            (
                "har förbrukat en ersättningsperiod om 66 eller 100 dagar",
                "has used up a benefit period of 66 or 100 days",
            ),
            (
                "har inte förbrukat någon ersättningsperiod om 66 eller 100 dagar",
                "has not used up any benefit period of 66 or 100 days",
            ),
        ),
    ]
    relevant_work_experience: Annotated[
        YesNo,
        _yes_no(
            ("relevant yrkeserfarenhet", "relevant work experience"),
            ("har relevant yrkeserfarenhet", "has relevant work experience"),
            ("saknar relevant yrkeserfarenhet", "lacks relevant work experience"),
        ),
    ]
    yrkesintroduktion_job_offered: Annotated[
        YesNo,
        _yes_no(
            (
                "erbjudande om en anställning för yrkesintroduktion",
                "offer of a vocational introduction job",
            ),
            (
                "erbjuds en anställning enligt ett centralt kollektivavtal om yrkesintroduktion, "
                "med utbildning eller handledning, på minst 75 procent av heltid i minst sex "
                "månader",
                "is offered a job under a central collective agreement on vocational "
                "introduction, with training or supervision, of at least 75 per cent of full time "
                "for at least six months",
            ),
            (
                "erbjuds ingen sådan anställning för yrkesintroduktion",
                "is offered no such vocational introduction job",
            ),
        ),
    ]
    employed_by_same_employer: Annotated[
        YesNo,
        _yes_no(
            ("redan anställd hos arbetsgivaren", "already employed by the employer"),
            ("är redan anställd hos arbetsgivaren", "is already employed by the employer"),
            ("är inte anställd hos arbetsgivaren", "is not employed by the employer"),
        ),
    ]
    etableringsjobb_before: Annotated[
        YesNo,
        _yes_no(
            (
                "tidigare ersättning för etableringsjobb",
                "earlier compensation for an establishment job",
            ),
            (
                "har tidigare fått ersättning för etableringsjobb",
                "has received compensation for an establishment job before",
            ),
            (
                "har inte tidigare fått ersättning för etableringsjobb",
                "has not received compensation for an establishment job before",
            ),
        ),
    ]
    sfi_promised: Annotated[
        YesNo,
        _yes_no(
            ("utfästelse om studier i sfi", "promise of studies in sfi"),
            (
                "har fått en utfästelse om att läsa sfi eller motsvarande i förening med arbetet",
                "has been promised studies in sfi or the like together with the work",
            ),
            (
                "har inte fått någon utfästelse om att läsa sfi eller motsvarande",
                "has not been promised studies in sfi or the like",
            ),
        ),
    ]
    leave_with_child_under_two: Annotated[
        YesNo,
        _yes_no(
            ("föräldraledighet med barn under två år", "parental leave with a child under two"),
            (
                "var föräldraledig för vård av ett eget barn under två år, eller inom två år från "
                "det att ett adopterat barn kom",
                "was on parental leave caring for a child under two of their own, or within two "
                "years from the arrival of an adopted child",
            ),
            (
                "var inte föräldraledig för vård av ett eget barn under två år",
                "was not on parental leave caring for a child under two of their own",
            ),
        ),
    ]


FACTS: Final[Mapping[str, Fact]] = MappingProxyType(
    {name: hint.__metadata__[0](name) for name, hint in Facts.__annotations__.items()}
)


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
        raise BadInput(
            message(
                "vocabulary/fact-not-known",
                name=name,
                names=tuple(FACTS),
                near=nearest(name, FACTS),
            )
        )
    return FACTS[name]


def fact_of_kind(name: str, kinds: tuple[Kind, ...], used_by: str) -> Fact:
    """Return the fact called ``name`` if it is of one of the kinds that ``used_by`` can use.

    Raises
    ------
    BadInput
        If there is no such fact, or it is of another kind; the message lists those that fit.

    Examples
    --------
    >>> fact_of_kind("born", (Kind.DATE,), "within").name
    'born'
    """
    found = fact(name)
    if found.kind not in kinds:
        fitting = tuple(item.name for item in FACTS.values() if item.kind in kinds)
        raise BadInput(
            message(
                "vocabulary/fact-of-another-kind",
                used_by=used_by,
                name=name,
                kind=found.kind.words,
                names=fitting,
            )
        )
    return found
