"""Every weight and threshold of comparing, in one place and versioned."""

from dataclasses import dataclass

VERSION = 1
"""Raise whenever any value below, or the use made of it, changes: stored scores name their version."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the score and the thresholds of the relation.

    Information is in nats (see information.py). The score is the logistic function of `intercept`
    plus each weight times its feature (see likelihood.py).
    """

    # Likelihood that two printings print one utterance.
    intercept: float = -6.0
    per_nat: float = 0.105  # information of the shared words, up to `most_nats`
    most_nats: float = 70.0
    coverage: float = 2.2  # share of the shorter printing's information that is shared
    fidelity: float = 2.0  # share of the words within the shared run that are equal
    same_speaker: float = 2.0
    other_speaker: float = -2.6
    unnamed: float = -1.2  # neither printing names a speaker at all: a title, a motto, a label
    same_day: float = 1.2
    per_day_log: float = -0.42  # times ln(1 + days apart)
    same_article: float = 0.8
    few_words: float = -0.25  # for each word under five that is shared

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
    retold_days: int = 7  # apart at most
    retold_score: float = 0.6  # of a retranslation that speaker, date and kindred words carry
    retold_shared: float = 0.3  # share of stems two translations of one sentence have in common


WEIGHTS = Weights()
