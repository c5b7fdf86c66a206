"""Every weight and threshold of comparing, in one place and versioned."""

from dataclasses import dataclass

VERSION = 5
"""Raise whenever any value below, or the use made of it, changes: stored scores name their version."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the score and the thresholds of the relation.

    Information is in nats (see information.py). The score is the logistic function of `intercept`
    plus each weight times its feature (see likelihood.py).
    """

    # Likelihood that two printings print one utterance: logistic regression on hand-labelled pairs of
    # printings across newspapers, then rounded towards what holds for printings of any newsroom.
    intercept: float = -6.9
    per_nat: float = 0.095  # information of the longest run shared, up to `most_nats`
    most_nats: float = 60.0
    coverage: float = 4.2  # share of the shorter printing's information that is shared
    swapped: float = -4.5  # share of the printing's content words replaced by others: one frame, other matter
    fidelity: float = 3.0  # share of the words within the shared run that are equal
    few_words: float = -0.7  # for each word under five that is shared
    same_speaker: float = 2.0
    other_speaker: float = -2.2
    other_office: float = -1.5  # neither is named, and they are described unlike: "a palace official"
    unnamed: float = -0.4  # neither printing names a speaker
    label: float = -5.0  # and both print a Capital on Every Word: a title or a motto
    thin_nats: float = 20.0  # under this, words are common property unless speaker and day agree
    per_thin_nat: float = -0.3
    alone_nats: float = 35.0  # under this, two different speakers share words by chance
    per_disputed_nat: float = -0.1
    per_open_nat: float = -0.06  # the same of an edit where one side names no speaker, after `soon_days`
    soon_days: int = 2
    per_day_log: float = -0.8  # times ln(1 + days apart), for a run of `most_nats` or more
    most_haste: float = 1.25  # shorter runs age faster, up to this many times: slogans come again
    undated_days: int = 0  # assumed where a date lacks
    same_article: float = 0.8

    others_words: float = -5.0  # two named people, and words that matter differ: a sentence of each
    others_small_words: float = -3.0  # the same where only small words differ
    long_nats: float = (
        90.0  # from here on it counts less, from half as much again not: names are mistaken too
    )
    per_late_day_log: float = (
        -0.5
    )  # times ln(1 + days apart), where other words stand in their place after `late_days`
    late_days: int = 14

    # One speaker's words on two days, where nothing tells that the occasion is one. A saying, which tells
    # of no event, is said again; a sentence about an event is printed again.
    per_saying_day_log: float = -2.2  # times ln(1 + days apart) after `soon_days`, for a short saying
    saying_nats: float = (
        60.0  # from here on it counts less, at half as much again not: nobody repeats a long one
    )
    pointing_share: float = 0.4  # of it, where the saying opens with "that", "he": it answers one moment
    said_again: float = -9.0  # the reporter calls it a slogan, or the speaker's favourite line
    other_matter: float = -5.0  # times the share of content words replaced by unlike ones: a frame used anew
    framed_share: float = 0.4  # of unlike content words, from which a shared frame is no rendering
    framed_words: int = 3  # equal at least: two translators hit on fewer by chance
    later_nats: float = (
        60.0  # from here on a story of fresh words may print old ones, if they tell of an event
    )

    # The same words in two stories, where the reporters around them share hardly any name or figure.
    one_story: int = 1  # names and figures shared at least by reports of one story
    one_story_late: int = 2  # the same after `late_days`, when a firm's or a place's own name tells nothing
    disputed_days: int = 3  # apart at most, where two people are given words of an event

    # Stored wordings the weights above were set with; each e-fold more takes one nat off.
    usual_stored: int = 10_000

    # Judging.
    same_from: float = 0.5
    unsure_from: float = 0.3

    # Relations.
    least_shared: float = 0.5  # share of the shorter printing's information
    least_fidelity: float = 0.5  # share of equal words within the shared run
    different_score: float = 0.2  # at most, where no relation holds
    overlap_nats: float = 40.0  # or this much shared, however little of the shorter it is
    splice_words: int = 4  # words dropped in one place: a cut rather than an edit
    retold_below: float = 0.8  # fidelity under which foreign words count as translated anew

    # Likelihood that two unlike wordings render one foreign statement: the logistic function of the sum,
    # set on sixty statements of our own in two renderings each, against others of the same speaker and day.
    retold_intercept: float = -3.0
    retold_share: float = 9.0  # times the share of likeness
    retold_per_nat: float = 0.14  # of information met, up to `retold_most_nats`
    retold_most_nats: float = 30.0
    retold_unnamed: float = -1.5  # one side names no speaker; two different names never render one statement
    retold_inferred: float = -3.0  # more, where two names differ, but one is only what a pronoun may mean
    retold_relayed: float = 0.4  # the words came through one agency on both sides
    retold_per_day_log: float = -0.5  # times ln(1 + days apart)
    retold_days: int = 31  # apart at most
    retold_elsewhere: float = -1.0  # only other speakers of the two articles are said to be translated
    retold_contrast: float = 1.2  # added where no other statement of the two articles fits nearly as well
    retold_margin: float = 1.0  # lead over the next best that earns it
    retold_sure: float = 0.8  # score from which a rendering ties as an edit does
    retold_least_nats: float = 8.0  # met at least: less is one rare word


WEIGHTS = Weights()
