"""A small made-up municipality as files, and a way to spoil one of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "agreement.csv": """key,value,place,note
title,Lokal överenskommelse i Exempelby,s. 1,
municipality,Exempelby,s. 1,
municipality_code,0001,s. 1,
party,Exempelby kommun,s. 1,
party_number,111111-1111,s. 1,
party,Arbetsförmedlingen,s. 1,
party_number,NOT_IN_SOURCE,,
period_from,2015-11-01,s. 2,
period_to,until_further_notice,s. 2,
documented_on,2015-10-21,s. 1,
state,draft,s. 1,
purpose,Fler unga i arbete.,s. 1,
purpose_en,More young people at work.,s. 1,
target_group,Unga 16–24 år,s. 1,
source_title,Överenskommelsen,s. 1,
""",
    "figures.csv": (
        "id,table,measure,measure_en,value,unit,sex,age_from,age_to,period,municipality,dimension,category,"
        "category_en,total,status,certainty,footnote,footnote_en,line,place\n"
        "af,af,inskrivna,registered,200,persons,total,16,24,2015-05,Exempelby,,,,,,,,,1,s. 3\n"
        "af.women,af,inskrivna,registered,80,persons,woman,16,24,2015-05,Exempelby,,,,af,,certain,,,2,s. 3\n"
        "af.men,af,inskrivna,registered,120,persons,man,16,24,2015-05,Exempelby,,,,af,,,,,3,s. 3\n"
        "af.young,af,inskrivna,registered,50,persons,total,16,19,2015-05,Exempelby,,,,af,,,,,4,s. 3\n"
        'share,share,andel,share,"40,0",percent,woman,16,24,2015-05,Exempelby,,,,,,likely,ca,about,5,s. 3\n'
        "kaa,kaa,i KAA,in KAA,40,persons,total,16,20,2015-06,Exempelby,,,,,,,,,6,s. 3\n"
        "kaa.hidden,kaa,i KAA,in KAA,-,persons,woman,16,20,2015-06,Exempelby,,,,kaa,suppressed,,,,7,s. 3\n"
        "kaa.lost,kaa,i KAA,in KAA,,persons,man,16,20,2015-06,Exempelby,,,,kaa,missing,undetermined,,,8,s. 3\n"
        'posts,posts,tjänster,posts,"1,25",fte,,,,,Exempelby,,,,,,,,,,s. 4\n'
    ),
    "relations.csv": """id,kind,left,right,base,adjust,note,note_en,place
sexes,sum,af,af.women af.men,,,kvinnor och män,women and men,s. 3
women,share,share,af.women,af,,,,s. 3
staff,fte_sum,posts,counsellor coach,,,,,s. 4
""",
    "goals.csv": """id,goal,goal_en,measure,measure_en,target,unit,direction,baseline,deadline,place,note,note_en
halve,arbetslösheten halveras,unemployment is halved,arbetslösa,unemployed,1/2,,at_most,af kaa,2018-12-31,s. 1,,
fast,insats inom 90 dagar,a measure within 90 days,dagar,days,90,days,at_most,,,s. 1,Startdag saknas.,No start day.
trust,större förtroende,more trust,,,,,,,,s. 1,,
more,fler inskrivna,more registered,inskrivna,registered,,,increase,af,,s. 1,,
""",
    "staffing.csv": "id,post,post_en,group,group_en,party,fte_low,fte_high,headcount,phase,followup,placement,body,"
    """footnote,footnote_en,line,place
counsellor,vägledare,counsellor,grupp,group,Exempelby kommun,0.75,0.75,1,now,,,,,,,s. 4
coach,coach,coach,grupp,group,Arbetsförmedlingen,"0,5","0,5",,later,,,,,,,s. 4
chief,chef,manager,grupp,group,Exempelby kommun,,,2,,,,,,,,s. 4
""",
    "money.csv": """id,item,item_en,value,unit,per,payer,footnote,footnote_en,line,place
cost,nettokostnad,net cost,1 050,tkr,year,Exempelby kommun,,,9,s. 4
""",
    "ledger.csv": """id,kind,a,b,figure,value,note,note_en,place
l1,register,AF,,af,,,,s. 3
l2,register,KAA,,kaa,,,,s. 3
l3,stratum,AF,16–19,,30,,,s. 3
l4,only_within,KAA,16–19,,,,,s. 3
""",
    "report.csv": """kind,register,by,category,figure,words,words_en
beside,AF,,,af,,
beside,AF,age 16 20 25,16-19,af.young,,
beside,AF,has disability_code,yes,af.women,,
beside,AF,status in_kaa,yes,af.men,,
beside,AF,sex,woman,af.women,,
whole,,,total,af,,
residents,,,,af,,
glance,,,,kaa,I KAA,
""",
}

Write = Callable[..., Path]


@pytest.fixture
def files() -> dict[str, str]:
    return dict(FILES)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the made-up municipality; ``changes`` are (file, text, other text) to put in its place."""

    def written(*changes: tuple[str, str, str], name: str = "exempelby") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        texts = dict(FILES)
        for file, old, new in changes:
            assert texts[file].count(old) == 1, (file, old)
            texts[file] = texts[file].replace(old, new)
        for file, text in texts.items():
            (folder / file).write_bytes(text.encode())
        return folder

    return written
