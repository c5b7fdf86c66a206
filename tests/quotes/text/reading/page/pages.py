"""Invented pages, as a reader would paste them, and what is to be read from each."""

from dataclasses import dataclass

from quotes.text.reading.types import Given

NOTHING = Given()


@dataclass(frozen=True)
class Sample:
    name: str
    text: str
    starts: str
    ends: str
    title: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    published_at: str | None = None
    dateline: str | None = None
    credit: str | None = None
    picture_credit: str | None = None
    contributions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    given: Given = NOTHING


BODY = """The ferry company Lunda Lines will stop night crossings from October, its director said on Tuesday.

“We cannot run boats through fog on luck and good wishes,” Marit Solheim told the harbour board.

The union welcomed the decision but asked for a date on which the crossings would return."""
END = "crossings would return."

SAMPLES = (
    Sample(
        name="section line, date, time and two authors on one line, caption, related headlines",
        text=f"""date 2024-03-05 Business / Shipping

Ferry company drops night crossings after fog collision

Union asks when the boats to the outer islands will sail again

05 March 2024 - 14:02 Ingrid Aune and Tomas Oyelaran
A ferry of Lunda Lines in the outer harbour. Picture: ANSA VIA REUTERS
Bergholm — {BODY}

AFP

Harbour pilots want radar on every boat

Fog has doubled the number of near misses, says insurer
Island schools prepare for winter without the evening boat

Pupils may have to board in town from Monday to Thursday
3 days ago
""",
        title="Ferry company drops night crossings after fog collision",
        standfirst="Union asks when the boats to the outer islands will sail again",
        byline=("Ingrid Aune", "Tomas Oyelaran"),
        published_at="2024-03-05T14:02",
        dateline="Bergholm",
        credit="AFP",
        picture_credit="ANSA via Reuters",
        starts="Bergholm — The ferry company",
        ends=END,
        kinds=("section", "title", "standfirst", "byline", "caption", "credit", *("related",) * 5),
    ),
    Sample(
        name="wire dateline, By line, no caption, reporting line",
        text=f"""Ferry company drops night crossings

By Ingrid Aune

OSLO, March 5 (Reuters) - {BODY}

(Reporting by Ingrid Aune; Additional reporting by Per Dahl in Bergen; Editing by Ruth Okafor)

Our Standards: The Thomson Reuters Trust Principles.
""",
        title="Ferry company drops night crossings",
        byline=("Ingrid Aune",),
        dateline="Oslo",
        credit="Reuters",
        contributions=("Per Dahl",),
        starts="OSLO, March 5 (Reuters) - The ferry",
        ends=END,
        kinds=("title", "byline", "credit", "notice"),
    ),
    Sample(
        name="byline in capitals with the office, published and updated",
        text=f"""NEWS | WORLD
Ferry company drops night crossings
Boats will stay in port after dark
BY INGRID AUNE AND JOHN O'MALLEY | STAFF REPORTERS
PUBLISHED: March 5, 2024 at 2:02 p.m. | UPDATED: March 6, 2024 at 9:15 a.m.
Share this article
OSLO, Norway (AP) — {BODY}

___

Associated Press writer Per Dahl contributed to this report.

Copyright 2024 The Associated Press. All rights reserved.
""",
        title="Ferry company drops night crossings",
        standfirst="Boats will stay in port after dark",
        byline=("Ingrid Aune", "John O'Malley"),
        published_at="2024-03-05T14:02",
        dateline="Oslo, Norway",
        credit="AP",
        contributions=("Per Dahl",),
        starts="OSLO, Norway (AP) — The",
        ends=END,
        kinds=(
            *("section", "title", "standfirst", "byline", "date", "share"),
            *("notice", "contribution", "credit"),
        ),
    ),
    Sample(
        name="agency in the byline, two captions, sign-up and read-more inside the body",
        text="""Ferry company drops night crossings

Ingrid Aune, Associated Press

Tue 5 Mar 2024 14.02 GMT

FILE PHOTO: A ferry leaves Bergholm, January 12, 2024. REUTERS/Lars Moe/File Photo

The ferry company Lunda Lines will stop night crossings from October, its director said on Tuesday.

Sign up for our daily newsletter and never miss a story

“We cannot run boats through fog on luck and good wishes,” Marit Solheim told the harbour board.

Read more: Harbour pilots want radar on every boat

Marit Solheim at the harbour board. Photograph: Jane Roe/Getty Images

The union welcomed the decision but asked for a date on which the crossings would return.

Topics: Shipping, Islands
""",
        title="Ferry company drops night crossings",
        byline=("Ingrid Aune",),
        published_at="2024-03-05T14:02",
        credit="AP",
        picture_credit="Reuters/Lars Moe/File Photo",
        starts="The ferry company Lunda",
        ends=END,
        kinds=("title", "byline", "date", "caption", "newsletter", "related", "caption", "notice"),
    ),
    Sample(
        name="capitals and colon, credit with copyright",
        text=f"""Home > World > Europe

Ferry company drops night crossings

Agence France-Presse

March 5, 2024 2:02 PM

OSLO: {BODY}

©️ 2024 AFP
""",
        title="Ferry company drops night crossings",
        published_at="2024-03-05T14:02",
        dateline="Oslo",
        credit="AFP",
        starts="OSLO: The ferry",
        ends=END,
        kinds=("section", "title", "credit", "date", "credit"),
    ),
    Sample(
        name="Moscow style, agency between strokes, author with town",
        text=f"""Ferry company drops night crossings

5 March 2024, 14:02

MOSCOW, March 5. /TASS/. {BODY}
""",
        title="Ferry company drops night crossings",
        published_at="2024-03-05T14:02",
        dateline="Moscow",
        credit="TASS",
        starts="MOSCOW, March 5. /TASS/. The ferry",
        ends=END,
        kinds=("title", "date"),
    ),
    Sample(
        name="authors in two towns, agencies credited, related under a heading",
        text=f"""Ferry company drops night crossings

By Ingrid Aune in Oslo and Tomas Oyelaran in Bergen

Published 5 Mar 2024

{BODY}

With inputs from agencies

More on this story

Harbour pilots want radar on every boat
Island schools prepare for winter without the evening boat
""",
        title="Ferry company drops night crossings",
        byline=("Ingrid Aune", "Tomas Oyelaran"),
        published_at="2024-03-05",
        starts="The ferry company Lunda",
        ends=END,
        kinds=("title", "byline", "date", "contribution", "related", "related", "related"),
    ),
    Sample(
        name="signature on the last line",
        text=f"""Ferry company drops night crossings

Oslo | 05.03.2024

Oslo – {BODY} — dpa
""",
        title="Ferry company drops night crossings",
        published_at="2024-03-05",
        dateline="Oslo",
        credit="dpa",
        starts="Oslo – The ferry",
        ends=END,
        kinds=("title", "date", "credit"),
    ),
    Sample(
        name="an agency not on the list, by its make",
        text=f"""Ferry company drops night crossings

Lunda, 5 March 2024 (Lunda News Agency) – {BODY}

Lunda News Agency
""",
        title="Ferry company drops night crossings",
        dateline="Lunda",
        credit="Lunda News Agency",
        starts="Lunda, 5 March 2024 (Lunda",
        ends=END,
        kinds=("title", "credit"),
    ),
    Sample(
        name="the outlet's own agency is no credit; another's report is a contribution",
        text=f"""Ferry company drops night crossings

OSLO (Reuters) - {BODY}

Additional reporting by AFP

Reuters
""",
        title="Ferry company drops night crossings",
        dateline="Oslo",
        contributions=("AFP",),
        starts="OSLO (Reuters) - The ferry",
        ends=END,
        kinds=("title", "contribution", "credit"),
        given=Given(outlet="Reuters"),
    ),
    Sample(
        name="date over the title, author alone on a line, reading time",
        text=f"""Tuesday, 5 March 2024
Ferry company drops night crossings
Union asks when the boats to the outer islands will sail again
Ingrid Aune
Shipping correspondent
4 min read
Facebook Twitter WhatsApp Email
{BODY}

Source: Xinhua
Editor: Wen Li
""",
        title="Ferry company drops night crossings",
        standfirst="Union asks when the boats to the outer islands will sail again",
        byline=("Ingrid Aune",),
        published_at="2024-03-05",
        credit="Xinhua",
        starts="The ferry company Lunda",
        ends=END,
        kinds=("date", "title", "standfirst", "byline", "byline", "share", "share", "credit", "notice"),
    ),
    Sample(
        name="trail of sections from home, agency named after the author with no comma",
        text=f"""Home » News » World » Ferry company drops night crossings

Ferry company drops night crossings

By INGRID AUNE Associated Press
Island Bureau
Published Mar 5, 2024 2:02 p.m.
OSLO (AP) – {BODY}

———

Follow our coverage at https://island.example/ferries
""",
        title="Ferry company drops night crossings",
        byline=("Ingrid Aune",),
        published_at="2024-03-05T14:02",
        dateline="Oslo",
        credit="AP",
        starts="OSLO (AP) – The ferry",
        ends=END,
        kinds=("section", "title", "byline", "byline", "date", "notice", "newsletter"),
    ),
    Sample(
        name="agency above the author, help acknowledged, agency's copyright",
        text=f"""Ferry company drops night crossings
Bloomberg
By Ingrid Aune
March 5, 2024 at 2:02 PM GMT+1
A ferry in port on Tuesday. Photographer: Jane Roe/Bloomberg
{BODY}
--With assistance from Per Dahl.
©2024 Bloomberg L.P.
""",
        title="Ferry company drops night crossings",
        byline=("Ingrid Aune",),
        published_at="2024-03-05T14:02",
        credit="Bloomberg",
        picture_credit="Jane Roe/Bloomberg",
        contributions=("Per Dahl",),
        starts="The ferry company Lunda",
        ends=END,
        kinds=("title", "credit", "byline", "date", "caption", "contribution", "credit"),
    ),
    Sample(
        name="related headlines at the end with nothing above them but the body",
        text=f"""Ferry company drops night crossings

Bergholm — {BODY}

Harbour pilots want radar on every boat
Island schools prepare for winter without the evening boat
""",
        title="Ferry company drops night crossings",
        dateline="Bergholm",
        starts="Bergholm — The ferry",
        ends=END,
        kinds=("title", "related", "related"),
    ),
    Sample(
        name="a list that ends the body is body",
        text=f"""Bergholm — {BODY}

The boats that stop:
The evening boat to Lunda
The night boat to Outer Holm
""",
        dateline="Bergholm",
        starts="Bergholm — The ferry",
        ends="The night boat to Outer Holm",
    ),
    Sample(
        name="plain text is body from end to end",
        text=BODY,
        starts="The ferry company Lunda",
        ends=END,
    ),
    Sample(
        name="plain text under its headline is body from end to end",
        text=f"Ferry company drops night crossings\n\n{BODY}",
        title="Ferry company drops night crossings",
        starts="Ferry company drops",
        ends=END,
    ),
)
