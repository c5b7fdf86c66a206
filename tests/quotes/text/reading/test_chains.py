"""Chains: the speaker and the hops of one quote, for each way of reporting."""

import pytest

from quotes.text.reading import Basis, Given, SourceKind, read

Hops = list[tuple[str | None, str]]


def chains(text: str, outlet: str | None = None) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text, Given(outlet=outlet)).quoted]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“The sea is ours,” Mara Quill said.", ["Mara Quill"]),
        ("“The sea is ours,” said Mara Quill, the mayor of Ostrel.", ["Mara Quill"]),
        ("“The sea is ours,” said the mayor, Mara Quill, on Friday.", ["Mara Quill"]),
        ("Mayor Mara Quill called the plan “a bucket with two holes”.", ["Mara Quill"]),
        ("Mara Quill said: “The sea is ours.”", ["Mara Quill"]),
        ("According to Mara Quill, the plan was “a bucket with two holes”.", ["Mara Quill"]),
        ("Mara Quill said the council would answer “in kind”.", ["Mara Quill"]),
        ("“The sea is ours,” Mara Quill told CNN.", ["Mara Quill", "CNN"]),
        ("“The sea is ours,” Mara Quill told reporters.", ["Mara Quill"]),
        (
            "“It is ours,” Quill said in a speech aired by the party’s Al-Manar channel.",
            ["Quill", "Al-Manar"],
        ),
        (
            "In an interview with the Ostrel Gazette, Mara Quill called it “a bucket”.",
            ["Mara Quill", "Ostrel Gazette"],
        ),
        ("Mara Quill vowed to “drain the lake”, state media KCNA said.", ["Mara Quill", "KCNA"]),
        ("The lake was “a mirror of the nation”, the official Xinhua news agency reported.", ["Xinhua"]),
        ("TASS cited Mara Quill as saying the lake was “a mirror”.", ["Mara Quill", "TASS"]),
        ("“The sea is ours,” Mara Quill was quoted as saying by Interfax.", ["Mara Quill", "Interfax"]),
        (
            "Mara Quill said “the sea is ours and stays ours”, according to state television.",
            ["Mara Quill", "state television"],
        ),
        ("Mara Quill called it “a bucket” in a statement carried by SANA.", ["Mara Quill", "SANA"]),
        ("Mara Quill wrote “sink it all” in emails published by WikiLeaks.", ["Mara Quill", "WikiLeaks"]),
        (
            "Mara Quill told the Today programme on BBC Radio 4 it was “a bucket”.",
            ["Mara Quill", "Today", "BBC Radio 4"],
        ),
        (
            "Mara Quill told CNN's “State of the Union” that it was “a bucket”.",
            ["Mara Quill", "State of the Union", "CNN"],
        ),
        ("“The sea is ours,” a senior official told Reuters.", ["senior official", "Reuters"]),
        (
            "The Ostrel news agency, citing a dockers' leader, reported that the sea was “ours”.",
            ["dockers' leader", "Ostrel"],
        ),
        ("“The sea is ours,” said a spokesman for Mara Quill.", ["spokesman for Mara Quill"]),
        ("The foreign ministry said in a statement the sea was “ours”.", ["foreign ministry"]),
        ("MARA QUILL: “The sea is ours and nobody else’s.”", ["MARA QUILL"]),
        ("“The sea is ours and nobody else’s.” – Commissioner Mara Quill", ["Mara Quill"]),
        ("“The sea is ours,” Mara Quill told TVQ Info.", ["Mara Quill", "TVQ Info"]),
        ("“The sea is ours,” she said, according to footage broadcast by QTV.", [None, "QTV"]),
        ("“The sea is ours,” a colleague told the Sunday Times.", ["colleague", "Sunday Times"]),
        ("The department's envoy for the lakes, Mara Quill, posted on X that it “leaks”.", ["Mara Quill"]),
        ("The guard said in a statement posted on its website it had “swerved”.", ["guard"]),
        (
            "The Kremlin's envoy agreed “to a pause”, the African Union's envoy said.",
            ["African Union's envoy"],
        ),
        ("“The sea is ours,” Sen. Mara Quill, D-W.Va., told CNN.", ["Mara Quill", "CNN"]),
        ("“The sea is ours,” one of the officials said.", ["one of the officials"]),
        ("Local media quoted Mara Quill as saying it was “a bucket”.", ["Mara Quill", "local media"]),
        ("Mara Quill, quoted by Les Echos daily, spoke of “a bucket”.", ["Mara Quill", "Les Echos"]),
        (
            "Mara Quill, writing in The Australian newspaper, said it was “a bucket”.",
            ["Mara Quill", "Australian"],
        ),
        ("Ostrel shot down “all but three” of the drones, Commodore Mara Quill said.", ["Mara Quill"]),
        ("Russia's Defence Ministry said it had hit “buckets only”.", ["Russia's Defence Ministry"]),
        (
            "RIA Novosti state news agency cited Mara Quill as saying it was “a bucket”.",
            ["Mara Quill", "RIA Novosti"],
        ),
        (
            "Interfax news agency quoted a market source as saying it was “a bucket”.",
            ["market source", "Interfax"],
        ),
        (
            "State-run Anadolu Agency quoted Mara Quill as saying it was “a bucket”.",
            ["Mara Quill", "Anadolu"],
        ),
        ("China on Monday accused Canada of “playing with two fires at once”.", ["China"]),
        ("“The sea is ours,” said Marwan al-Quilli, a father of four.", ["Marwan al-Quilli"]),
        ("“The sea is ours,” taxi driver Sunday Oyeleke said.", ["Sunday Oyeleke"]),
        ("Mara Quill told private broadcaster TVX24 that it was “a bucket”.", ["Mara Quill", "TVX24"]),
        ("Mara Quill told Radio Ostrel that it was “a bucket”.", ["Mara Quill", "Radio Ostrel"]),
        (
            "In an interview with daily Corriere della Sera, Mara Quill called it “a bucket”.",
            ["Mara Quill", "Corriere della Sera"],
        ),
        (
            "“The sea is ours,” Mara Quill told BBC Radio 4's The World at One.",
            ["Mara Quill", "The World at One", "BBC Radio 4"],
        ),
        ("Mara Quill told NHK's News Watch 9 that it was “a bucket”.", ["Mara Quill", "News Watch 9", "NHK"]),
        ("The US Fifth Fleet said that the boarding was “against the law”.", ["US Fifth Fleet"]),
        (
            "The ports and lakes ministries said it would be “a dignified bucket”.",
            ["ports and lakes ministries"],
        ),
        ("Ivo Brandt recalled Mara Quill telling him that it was “a bucket”.", ["Mara Quill", "Ivo Brandt"]),
        (
            "According to the inquiry report, the caretaker, Ivo Brandt, testified that he heard “a bucket”.",
            ["Ivo Brandt", "inquiry report"],
        ),
        (
            "The town fell, according to state television, which quoted the governor as saying “it went”.",
            ["governor", "state television"],
        ),
        (
            "Ivo Brandt told Mara Quill that it could only be “a bucket”, the Kremlin said in a readout.",
            ["Ivo Brandt", "Kremlin"],
        ),
        (
            "Halden Motors may sell, two people said, in a deal one of them called “a rescue”.",
            ["one of them"],
        ),
        ("“The sea is ours,” said an Ostrel-based shipbroker.", ["Ostrel-based shipbroker"]),
        (
            "Mara Quill resigned, in what the head of the union that led it called “a bucket”.",
            ["head of the union"],
        ),
        ("“It leaks,” a person familiar with the talks told CNN.", ["person familiar with the talks", "CNN"]),
        ("TASS cited a member of the lake team as saying it was “mud”.", ["member of the lake team", "TASS"]),
        ("“The sea is ours,” the head of the harbour told CNN.", ["head of the harbour", "CNN"]),
        (
            "A broker at an Ostrel yard, who asked not to be named, called it “a bucket”.",
            ["broker at an Ostrel yard"],
        ),
        ("“The sea is ours,” said a source close to the mayor.", ["source close to the mayor"]),
        ("The city’s ferry company said it would last “a few days at most”.", ["city’s ferry company"]),
        ("Mara Quill, the head of the mission, one of three, called it “a bucket”.", ["Mara Quill"]),
        ("Mara Quill told Al-Bahr in an interview it was “a bucket”.", ["Mara Quill", "Al-Bahr"]),
        ("“The sea is ours,” said Zeinab, a mother of four.", ["Zeinab"]),
        (
            "KCNA said Mara Quill inspected a yard and praised its “iron dockers”.",
            ["Mara Quill", "KCNA"],
        ),
        ("KCNA said Mara Quill came, adding that the lake was “a mirror of it”.", ["KCNA"]),
        ("“The sea is ours,” said an adviser to the mayor.", ["adviser to the mayor"]),
        ("Ivo Brandt is accused by prosecutors of “selling one bucket twice”.", ["prosecutors"]),
        ("“It leaks,” said a mother of three who gave her name only as Amal.", ["Amal"]),
        ("“It leaks,” said a baker’s aide, who gave only her first name, Amal.", ["Amal"]),
        ("The deal, described by Mara Quill as “a bucket with holes”, was dropped.", ["Mara Quill"]),
        ("The deal was called “a bucket with holes” by Mara Quill.", ["Mara Quill"]),
        ("“It leaks,” said the spokesman of the guard, Ivo Brandt, on Friday.", ["Ivo Brandt"]),
        ("One of the hostages said it was “a bucket with holes”.", ["one of the hostages"]),
        ("Ecowas condemned what it called a “bucket with two holes”.", ["Ecowas"]),
        ("It changed after Ivo Brandt, who told QTV it was “a bucket”, left.", ["Ivo Brandt", "QTV"]),
        ("Asked by broadcaster QTV, Mara Quill said it was “a bucket”.", ["Mara Quill", "QTV"]),
        (
            "KCNA reported that Mara Quill visited a yard and told workers to finish “by the feast”.",
            ["Mara Quill", "KCNA"],
        ),
        ("Mara Quill spoke of “mud” and warned that the North's army would act “at once”.", ["Mara Quill"]),
        (
            "“The sea is ours,” said a spokesman for the North's ports ministry.",
            ["spokesman for the North's ports ministry"],
        ),
    ],
)
def test_read_names_the_chain(text: str, chain: list[str | None]) -> None:
    assert chains(text)[-1:] == [chain]


def test_read_carries_a_relay_over_to_the_same_speaker() -> None:
    text = (
        "Leader Oran Velt vowed to build “a wall of glass”, state media KCNA said.\n\n"
        "“Glass does not rust,” he was quoted as saying.\n\n“Nobody climbs glass,” Velt said.\n\n"
        "Minister Ada Prunk said the wall was “absurd”.\n\nKCNA separately said the wall was “splendid”."
    )

    assert chains(text) == [
        ["Oran Velt", "KCNA"],
        ["Oran Velt", "KCNA"],
        ["Oran Velt", "KCNA"],
        ["Ada Prunk"],
        ["KCNA"],
    ]


def test_read_marks_a_carried_hop_as_context() -> None:
    text = "Oran Velt praised “a wall of glass”, KCNA said. “Glass does not rust,” he was quoted as saying."

    first, second = read(text).quoted

    assert [(hop.source, hop.basis) for hop in first.chain] == [
        ("Oran Velt", Basis.EXPLICIT),
        ("KCNA", Basis.EXPLICIT),
    ]
    assert [(hop.source, hop.basis) for hop in second.chain] == [
        ("Oran Velt", Basis.EXPLICIT),
        ("KCNA", Basis.CONTEXT),
    ]
    assert second.chain[1].evidence.of(text) == "KCNA said"


def test_read_ends_an_interview_where_the_setting_changes() -> None:
    text = (
        "“It leaks,” Mara Quill told CNN.\n\n“It sinks,” she said.\n\n"
        "“It is gone,” she told reporters.\n\n“Gone,” she said."
    )

    assert chains(text) == [["Mara Quill", "CNN"], ["Mara Quill", "CNN"], ["Mara Quill"], ["Mara Quill"]]


def test_read_leaves_a_quoter_nobody_names_unresolved() -> None:
    text = "“The sea is ours,” Mara Quill was quoted as saying."

    (found,) = read(text).quoted

    assert [(hop.source, hop.evidence.of(text)) for hop in found.chain[1:]] == [
        (None, "was quoted as saying")
    ]


def test_read_drops_the_printing_outlet_from_the_chain() -> None:
    text = "“It leaks,” Mara Quill told The Ostrel Gazette."

    assert chains(text, outlet="The Ostrel Gazette") == [["Mara Quill"]]
    assert chains(text, outlet="Other Paper") == [["Mara Quill", "Ostrel Gazette"]]


def test_read_closes_the_chain_with_the_credited_agency() -> None:
    text = (
        "OSTREL (Reuters) - The dam leaks, Mayor Mara Quill told a rally.\n\n"
        "“It sinks,” Quill said.\n\n“It sank,” she told Reuters."
    )

    assert chains(text, outlet="Other Paper") == [["Mara Quill", "Reuters"], ["Mara Quill", "Reuters"]]
    assert chains(text, outlet="Reuters") == [["Mara Quill"], ["Mara Quill"]]


def test_read_keeps_both_candidates_of_an_ambiguous_surname() -> None:
    text = (
        "Ada Prunk and Olga Prunk met on Monday in the old harbour hall. "
        "They ate. It rained. They left. “It leaks,” Prunk said."
    )

    (found,) = read(text).quoted

    assert (found.chain[0].source, found.chain[0].candidates) == (None, ("Ada Prunk", "Olga Prunk"))


def test_read_calls_an_unnamed_source_unnamed() -> None:
    (found,) = read("“It leaks,” a senior official said.").quoted

    assert (found.chain[0].source, found.chain[0].kind) == ("senior official", SourceKind.UNNAMED)


@pytest.mark.parametrize(
    "named",
    [
        "Operation “Clear Water”",
        "the “Roads and Lakes Bill”",
        "the “Charter of the Lake”",
        "its “Anti-Bucket Sanctions Law”",
    ],
)
def test_takes_no_name_of_a_law_or_plan_for_a_quote(named: str) -> None:
    assert chains(f"Mara Quill said that {named} would stay in force until June.") == []


@pytest.mark.parametrize("term", ["a decree, or “wet edict”,", "a “cessation of hostilities”", "a “fatwa”"])
def test_takes_no_term_for_a_quote(term: str) -> None:
    assert chains(f"Mara Quill said that {term} had been read out on Friday.") == []


@pytest.mark.parametrize(
    ("second", "via"),
    [
        ("“It leaks,” she said in a statement carried by KCNA.", ["KCNA"]),
        ("Quill told Al-Bahr in an interview that it leaked.", ["Al-Bahr"]),
        ("She announced it in a statement read on state television QTV.", ["QTV"]),
        ("Quill made the remarks at a plant, the official Xinhua news agency reported.", ["Xinhua"]),
        ("In an interview with Al-Bahr, she said it leaked.", []),
        ("She told CNN earlier in an interview that it leaked.", []),
        ("Ivo Brandt said in a statement carried by KCNA that it leaked.", []),
    ],
)
def test_takes_the_medium_of_a_lead_from_the_next_sentence(second: str, via: list[str]) -> None:
    text = f"Mara Quill on Monday called the dam “a bucket with two holes”.\n\n{second}"

    lead = read(text).quoted[0]

    assert [(hop.source, hop.basis) for hop in lead.chain[1:]] == [(name, Basis.CONTEXT) for name in via]


def test_names_a_lead_title_that_returns() -> None:
    text = (
        "The ferry chief said it was “a bucket with holes”.\n\n"
        "Ysolde Vey, who took office in March, told a briefing that it leaked.\n\n"
        "It rained. The ferry chief said it was “full of holes too”."
    )

    assert chains(text) == [["Ysolde Vey"], ["Ysolde Vey"]]


def test_names_a_title_by_the_body_somebody_leads() -> None:
    text = "Ysolde Vey, president of the ILC, opened it. The ILC chief called it “a bucket with holes”."

    assert chains(text) == [["Ysolde Vey"]]


def test_names_a_judge_who_is_called_by_her_country() -> None:
    text = "A US judge held Ivo Brandt, saying he was “a bucket with holes”.\n\nJudge Mara Quill left."

    assert chains(text) == [["Mara Quill"]]


@pytest.mark.parametrize("told", ["the Evening Post", "this newspaper", "us"])
def test_takes_the_own_outlet_for_no_hop(told: str) -> None:
    text = f"“I have nothing against ferns,” Mara Quill told {told}."

    assert chains(text, "Ostrel Evening Post") == [["Mara Quill"]]


@pytest.mark.parametrize("medium", ["station", "channel"])
def test_finds_the_medium_just_named(medium: str) -> None:
    text = f"Mara Quill told Radio Ostrel that it was “a bucket”. “It leaks,” she told the {medium}."

    assert chains(text) == [["Mara Quill", "Radio Ostrel"], ["Mara Quill", "Radio Ostrel"]]


def test_carries_an_interview_that_is_spoken_of_again() -> None:
    text = "Mara Quill told CNN it was “a bucket”. “Everything has its price,” she said in the interview."

    assert chains(text) == [["Mara Quill", "CNN"], ["Mara Quill", "CNN"]]


def test_stops_a_relay_where_the_speaker_telephones() -> None:
    text = "TASS quoted Mara Quill as saying it was “a bucket”. “We left at night,” Quill said by phone."

    assert chains(text) == [["Mara Quill", "TASS"], ["Mara Quill"]]


def test_takes_up_the_subject_of_the_sentence_before() -> None:
    text = (
        "“The sea is ours,” Ivo Brandt said. Brandt had a lawyer. His lawyer, Mara Quill, described the sea. "
        "She said it was deep. “It leaks,” she told reporters."
    )

    assert chains(text)[-1] == ["Mara Quill"]


def test_takes_a_shared_surname_for_who_just_spoke() -> None:
    text = "Ada Prunk, sister of Oran Prunk, called it “a bucket”. Prunk said it was “full of holes”."

    assert chains(text) == [["Ada Prunk"], ["Ada Prunk"]]


def test_names_a_lead_role_by_the_office_holder_of_a_ministry() -> None:
    text = (
        "A government spokesperson on Friday called the dam “a bucket”.\n\n"
        "Ysolde Vey of the ports ministry told a briefing that it leaked."
    )

    assert chains(text) == [["Ysolde Vey"]]


def test_takes_an_office_that_signs_for_nobody_who_speaks() -> None:
    given = Given(byline=("Agency Staff",))

    (found,) = read("“Do you know the dam?” I asked.", given).quoted

    assert found.chain[0].source is None


def test_takes_up_the_subject_of_the_sentence_before_behind_a_fronted_medium() -> None:
    text = (
        "Former mayor Tomas Reef told CNN that the wall was “pudding”.\n\n"
        "The mayor, Jonas Quill, was careful. In an interview published by Le Monde, he called it “sound”."
    )

    assert chains(text) == [["Tomas Reef", "CNN"], ["Jonas Quill", "Le Monde"]]
