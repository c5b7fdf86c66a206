"""One invented story in the dress of many houses: who wrote it, where, and whose copy it is."""

from dataclasses import dataclass

TITLE = "Ferry company drops night crossings"
STORY = """The ferry company Lunda Lines will stop night crossings from October, its director said on Tuesday.

“We cannot run boats through fog on luck and good wishes,” Marit Solheim told the harbour board.

The union welcomed the decision but asked for a date on which the crossings would return.

The company carried 41,000 people at night last year, a third fewer than before the bridge was built."""


@dataclass(frozen=True)
class House:
    """A house's dress: lines `above` the story, words it `opens` and `ends` with, lines `below` it."""

    name: str
    credit: str | None = None
    above: str = ""
    opens: str = ""
    ends: str = ""
    below: str = ""
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    contributions: tuple[str, ...] = ()
    outlet: str | None = None

    @property
    def text(self) -> str:
        parts = (TITLE, self.above, f"{self.opens}{STORY}{self.ends}", self.below)
        return "\n\n".join(part for part in parts if part) + "\n"


AUNE = ("Ingrid Aune",)
BOTH = ("Ingrid Aune", "Tomas Oyelaran")

DATELINES = (
    House("Reuters, town and day", "Reuters", opens="OSLO, March 5 (Reuters) - ", dateline="Oslo"),
    House("Reuters, no town", "Reuters", opens="March 5 (Reuters) - "),
    House("AP, no town", "AP", opens="(AP) — "),
    House("AP, town and country", "AP", opens="OSLO, Norway (AP) — ", dateline="Oslo, Norway"),
    House("AFP, town", "AFP", opens="Oslo (AFP) – ", dateline="Oslo"),
    House("UPI", "UPI", opens="OSLO, Norway, March 5 (UPI) -- ", dateline="Oslo, Norway"),
    House(
        "Yonhap, signed off with END",
        "Yonhap",
        opens="SEOUL, Aug. 14 (Yonhap) -- ",
        ends="\n\n(END)",
        dateline="Seoul",
    ),
    House("Kyodo", "Kyodo", opens="TOKYO (Kyodo) -- ", dateline="Tokyo"),
    House("Jiji, no blank", "Jiji", opens="Tokyo, Aug. 14 (Jiji Press)--", dateline="Tokyo"),
    House("TASS", "TASS", opens="PYONGYANG, August 14. /TASS/. ", dateline="Pyongyang"),
    House(
        "RIA Novosti, bracketed", "RIA Novosti", opens="MOSCOW, August 14 (RIA Novosti) - ", dateline="Moscow"
    ),
    House("RIA Novosti, dashed", "RIA Novosti", opens="MOSCOW, August 14 - RIA Novosti. ", dateline="Moscow"),
    House("Sputnik", "Sputnik", opens="MOSCOW, August 14 (Sputnik) - ", dateline="Moscow"),
    House("Interfax", "Interfax", opens="MOSCOW. Aug 14 (Interfax) - ", dateline="Moscow"),
    House(
        "Interfax-Ukraine", "Interfax-Ukraine", opens="KYIV. Aug 14 (Interfax-Ukraine) – ", dateline="Kyiv"
    ),
    House("Ukrinform", "Ukrinform", opens="KYIV, August 14 /Ukrinform/. ", dateline="Kyiv"),
    House("Xinhua", "Xinhua", opens="BEIJING, Aug. 14 (Xinhua) -- ", dateline="Beijing"),
    House("KCNA", "KCNA", opens="Pyongyang, August 14 (KCNA) -- ", dateline="Pyongyang"),
    House("dpa, square brackets", "dpa", opens="Berlin [dpa] - ", dateline="Berlin"),
    House("dpa with the desk", "dpa", opens="Berlin (dpa/ab) - ", dateline="Berlin"),
    House("EFE, stop and hyphen", "EFE", opens="Madrid, Aug 14 (EFE).- ", dateline="Madrid"),
    House("ANSA, agency first", "ANSA", opens="(ANSA) - ROME, AUG 14 - ", dateline="Rome"),
    House("Anadolu", "Anadolu", opens="ANKARA, Aug 14 (AA) - ", dateline="Ankara"),
    House("Mehr", "Mehr", opens="TEHRAN, Aug. 14 (MNA) – ", dateline="Tehran"),
    House("Tasnim", "Tasnim", opens="TEHRAN (Tasnim) – ", dateline="Tehran"),
    House("IRNA, no brackets", "IRNA", opens="Tehran, IRNA – ", dateline="Tehran"),
    House("SANA, no brackets", "SANA", opens="Damascus, SANA- ", dateline="Damascus"),
    House(
        "SPA, two calendars",
        "SPA",
        opens="Riyadh, Safar 27, 1445, September 12, 2023, SPA -- ",
        dateline="Riyadh",
    ),
    House("WAM", "WAM", opens="ABU DHABI, 14th August, 2023 (WAM) -- ", dateline="Abu Dhabi"),
    House("QNA", "QNA", opens="Doha, August 14 (QNA) - ", dateline="Doha"),
    House("KUNA", "KUNA", opens="KUWAIT CITY, Aug 14 (KUNA) -- ", dateline="Kuwait City"),
    House("Bernama", "Bernama", opens="KUALA LUMPUR, Aug 14 (Bernama) -- ", dateline="Kuala Lumpur"),
    House("Antara", "Antara", opens="Jakarta (ANTARA) - ", dateline="Jakarta"),
    House("PNA", "PNA", opens="MANILA – ", ends=" (PNA)", dateline="Manila"),
    House("PTI", "PTI", opens="New Delhi, Aug 14 (PTI) ", dateline="New Delhi"),
    House("ANI", "ANI", opens="New Delhi [India], August 14 (ANI): ", ends=" (ANI)", dateline="New Delhi"),
    House("APP, doubled colon", "APP", opens="ISLAMABAD, Aug 14 (APP):: ", dateline="Islamabad"),
    House("VNA", "VNA", opens="Hanoi (VNA) – ", dateline="Hanoi"),
    House("Bloomberg, no town", "Bloomberg", opens="(Bloomberg) -- "),
    House("a paper's own dateline", None, opens="SEOUL — ", dateline="Seoul"),
    House(
        "Middle East agency", "WAFA", opens="RAMALLAH, Monday, August 14, 2023 (WAFA) – ", dateline="Ramallah"
    ),
)

ABOVE = (
    House("By X, Reuters", "Reuters", above="By Ingrid Aune, Reuters", byline=AUNE),
    House("By X and Y, Reuters", "Reuters", above="By Ingrid Aune and Tomas Oyelaran, Reuters", byline=BOTH),
    House("X | Reuters", "Reuters", above="By Ingrid Aune | Reuters", byline=AUNE),
    House("X / Reuters", "Reuters", above="Ingrid Aune / Reuters", byline=AUNE),
    House("By X of The Associated Press", "AP", above="By Ingrid Aune of The Associated Press", byline=AUNE),
    House("By X, and agency below", "AP", above="By Ingrid Aune\nThe Associated Press", byline=AUNE),
    House("By X - Associated Press", "AP", above="By INGRID AUNE - Associated Press", byline=AUNE),
    House("X reports for AFP", "AFP", above="Ingrid Aune reports for AFP", byline=AUNE),
    House("agency in a town", "AFP", above="Agence France-Presse in Seoul"),
    House("agency and staff", "AAP", above="AAP and staff"),
    House("from correspondents", "AAP", above="From correspondents in Oslo, AAP"),
    House("By Reuters Staff", "Reuters", above="By Reuters Staff"),
    House("By The Associated Press", "AP", above="By The Associated Press"),
    House("PA reporter", "PA", above="By Ingrid Aune, PA", byline=AUNE),
    House("X, Canadian Press", "The Canadian Press", above="Ingrid Aune, The Canadian Press", byline=AUNE),
    House("Staff and agencies in a town", None, above="Staff and agencies in Seoul"),
    House("paper's staff and agencies", None, above="Guardian staff and agencies", outlet="The Guardian"),
    House("China Daily", "Xinhua", above="Xinhua | Updated: 2023-08-14 09:12"),
    House(
        "Xinhua's own foot of the head", "Xinhua", above="Source: Xinhua| 2023-08-14 09:12:20|Editor: huaxia"
    ),
    House("agency and date", "AFP", above="AFP\nAugust 14, 2023"),
    House("agency, place and date", "Reuters", above="Reuters, Oslo\n14 Aug 2023, 09:12 am"),
    House(
        "author with a link to the wire",
        "Reuters",
        above="Ingrid Aune\nReuters\nMon, August 14, 2023 at 9:12 AM GMT+2",
        byline=AUNE,
    ),
)

BELOW = (
    House("dash and agency on a line", "AP", below="— AP"),
    House("agency after the last sentence", "Reuters", ends=" — Reuters"),
    House("hyphen and agency with a stop", "Reuters", below="- Reuters."),
    House("initials of the desk", "dpa", below="dpa/ab"),
    House("initials of the writer", "AFP", below="AFP/jm"),
    House("initials and two agencies", None, below="jm/ab (AFP, Reuters)", contributions=("AFP", "Reuters")),
    House("initials and one agency", "dpa", below="jm/ab (dpa)"),
    House("Source: ANI", "ANI", below="Source: ANI"),
    House("Source in brackets", "Xinhua", below="(Source: Xinhua)"),
    House("inputs", None, below="(With inputs from PTI)", contributions=("PTI",)),
    House("with agencies", None, below="With agencies"),
    House("staff and agencies", None, below="Staff and agencies"),
    House(
        "AP contributed",
        None,
        below="The Associated Press contributed to this report.",
        contributions=("AP",),
    ),
    House("copyright of an agency", "AFP", below="© 2023 AFP"),
    House(
        "AP's copyright in full",
        "AP",
        below=(
            "Copyright 2023 The Associated Press. All rights reserved. This material may not be published, "
            "broadcast, rewritten or redistributed without permission."
        ),
    ),
    House("originally published", "ProPublica", below="This story was originally published by ProPublica."),
    House("Bloomberg News", "Bloomberg", below="Bloomberg News"),
    House(
        "CNN Wire",
        "CNN Wire",
        below=(
            "The-CNN-Wire\n"
            "™ & © 2023 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved."
        ),
    ),
    House(
        "the Post's syndicate",
        "The Washington Post",
        above="(c) 2023, The Washington Post · Ingrid Aune",
        byline=AUNE,
    ),
    House(
        "Tribune's syndicate",
        "Los Angeles Times",
        below="©2023 Los Angeles Times. Visit latimes.com. Distributed by Tribune Content Agency, LLC.",
    ),
    House("Tribune alone", "Tribune Content Agency", below="Distributed by Tribune Content Agency, LLC."),
    House(
        "the Times's news service", "New York Times News Service", below="© 2023 New York Times News Service"
    ),
    House(
        "another paper's copyright",
        "The New York Times",
        below="© 2023 The New York Times Company",
        outlet="The Lunda Argus",
    ),
    House("the house's own copyright", None, below="© 2023 The Lunda Argus", outlet="The Lunda Argus"),
    House("a copyright with no house known", None, below="© 2023 The Lunda Times. All rights reserved."),
    House(
        "appeared in another paper",
        "The New York Times",
        below="This article originally appeared in The New York Times.",
    ),
    House(
        "first published by the house itself", None, below="This story was first published on March 5, 2024."
    ),
    House(
        "Canadian Press's closing line",
        "The Canadian Press",
        below="This report by The Canadian Press was first published Aug. 14, 2023.",
    ),
    House(
        "with files", None, below="With files from The Canadian Press", contributions=("The Canadian Press",)
    ),
    House("KCNA Watch", "KCNA Watch", below="Source: KCNA Watch"),
    House("BBC Monitoring", "BBC Monitoring", below="BBC Monitoring"),
    House(
        "Reuters's sign-off, unnamed",
        "Reuters",
        below="(Reporting by Ingrid Aune; Editing by Ruth Okafor)",
        byline=AUNE,
    ),
    House(
        "Reuters's long sign-off, unnamed",
        "Reuters",
        below=(
            "(Reporting by Ingrid Aune and Tomas Oyelaran; Additional reporting by Per Dahl in Bergen; "
            "Writing by Jo Lund; Editing by Ruth Okafor and Lee Moe.)"
        ),
        byline=BOTH,
        contributions=("Per Dahl",),
    ),
    House(
        "Reuters's sign-off that opens with help",
        "Reuters",
        below="(Additional reporting by Per Dahl in Bergen; Editing by Ruth Okafor and Lee Moe.)",
        contributions=("Per Dahl",),
    ),
    House(
        "Reuters's sign-off after the last sentence",
        "Reuters",
        ends=" (Reporting by Ingrid Aune in Oslo; Editing by Ruth Okafor.)",
        byline=AUNE,
    ),
    House("reporting alone proves nobody", None, below="Reporting by Ingrid Aune", byline=AUNE),
    House("editing alone proves nobody", None, below="Edited by Ruth Okafor"),
    House(
        "another house's additional reporting",
        None,
        below="Additional reporting by AFP",
        contributions=("AFP",),
    ),
)

OWN = (
    House("Reuters's own", None, opens="OSLO (Reuters) - ", dateline="Oslo", outlet="Reuters"),
    House("KCNA's own", None, opens="Pyongyang, August 14 (KCNA) -- ", dateline="Pyongyang", outlet="KCNA"),
    House(
        "KCNA's own, named in full",
        None,
        opens="Pyongyang, August 14 (KCNA) -- ",
        dateline="Pyongyang",
        outlet="Korean Central News Agency",
    ),
    House("TASS's own", None, opens="MOSCOW, August 14. /TASS/. ", dateline="Moscow", outlet="TASS"),
    House(
        "Xinhua's own",
        None,
        above="Source: Xinhua",
        opens="BEIJING, Aug. 14 (Xinhua) -- ",
        dateline="Beijing",
        outlet="Xinhua",
    ),
    House("SANA's own", None, opens="Damascus, SANA- ", dateline="Damascus", outlet="SANA"),
    House(
        "the AP's own", None, opens="OSLO, Norway (AP) — ", dateline="Oslo, Norway", outlet="Associated Press"
    ),
    House("the party paper", None, above="Rodong Sinmun", outlet="Rodong Sinmun"),
    House("state television", None, below="Press TV", outlet="Press TV"),
    House(
        "another's wire printed by state media",
        "Xinhua",
        above="Xinhua",
        opens="BEIJING, Aug. 14 (Xinhua) -- ",
        dateline="Beijing",
        outlet="Global Times",
    ),
)

PICTURED = (
    House("picture credit of an agency in the head", None, above="A ferry in port. Photo: AFP"),
    House("picture via another agency", None, above="A ferry in port. KCNA via REUTERS"),
    House("picture from the file", None, above="A ferry in port. File/Getty Images"),
    House("picture in square brackets", None, above="A ferry leaves port on Tuesday. [Photo/Xinhua]"),
    House("picture in round brackets", None, above="A ferry leaves port on Tuesday. (Xinhua/Lars Moe)"),
    House("picture with a bar", None, above="A ferry leaves port on Tuesday. | REUTERS"),
    House("picture: name and agency", None, above="A ferry leaves port on Tuesday. Lars Moe/AP"),
    House("picture: copyright sign", None, above="A ferry leaves port on Tuesday. © AFP"),
)

HOUSES = (*DATELINES, *ABOVE, *BELOW, *OWN, *PICTURED)
