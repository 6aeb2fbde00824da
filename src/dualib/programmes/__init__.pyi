"""The one list of the national programmes, in the order in which a report shows them.

Type checkers read it, and the package when it is imported; a rule is made when it is first asked for.
"""

# ruff: noqa: I001 - the order is that of a report

from dualib.programmes.texts.jobbgaranti import jobbgaranti as jobbgaranti
from dualib.programmes.texts.kaa import kaa as kaa
from dualib.programmes.texts.etablering import etablering as etablering
from dualib.programmes.texts.traineejobb import traineejobb as traineejobb
from dualib.programmes.texts.utbildningskontrakt import utbildningskontrakt as utbildningskontrakt
from dualib.programmes.texts.jobb_och_utvecklingsgaranti import (
    jobb_och_utvecklingsgaranti as jobb_och_utvecklingsgaranti,
)
from dualib.programmes.texts.jobb_och_utvecklingsgaranti import (
    jobb_och_utvecklingsgaranti_fas_1 as jobb_och_utvecklingsgaranti_fas_1,
)
from dualib.programmes.texts.jobb_och_utvecklingsgaranti import (
    jobb_och_utvecklingsgaranti_fas_2 as jobb_och_utvecklingsgaranti_fas_2,
)
from dualib.programmes.texts.jobb_och_utvecklingsgaranti import (
    jobb_och_utvecklingsgaranti_fas_3 as jobb_och_utvecklingsgaranti_fas_3,
)
from dualib.programmes.texts.unga import (
    unga_med_funktionsnedsattning as unga_med_funktionsnedsattning,
)
from dualib.programmes.texts.folkhogskolekurs import folkhogskolekurs as folkhogskolekurs
from dualib.programmes.texts.yrkesintroduktion import yrkesintroduktion as yrkesintroduktion
from dualib.programmes.texts.nystartsjobb import nystartsjobb as nystartsjobb
from dualib.programmes.texts.anstallningsstod import introduktionsjobb as introduktionsjobb
from dualib.programmes.texts.etableringsjobb import etableringsjobb as etableringsjobb
from dualib.programmes.texts.extratjanst import extratjanst as extratjanst
from dualib.programmes.texts.anstallningsstod import (
    sarskilt_anstallningsstod as sarskilt_anstallningsstod,
)
from dualib.programmes.texts.anstallningsstod import (
    forstarkt_sarskilt_anstallningsstod as forstarkt_sarskilt_anstallningsstod,
)
from dualib.programmes.texts.anstallningsstod import instegsjobb as instegsjobb
from dualib.programmes.catalogue import PROGRAMMES as PROGRAMMES
from dualib.programmes.catalogue import programme as programme

__all__: list[str]
