"""What each operation is for, in words: a summary, then what its user needs to know."""

from api.schema.writing import WRITING

_PAGED = "Pages by cursor: follow `next` until it is null."

OPERATIONS: dict[str, tuple[str, str]] = WRITING | {
    "root_retrieve": ("List the resources", "The address of everything there is."),
    "changes_list": (
        "Follow what changes",
        "For mirrors: ask without `since` first and keep the answer's; walk the lists; then ask with it, as"
        " often as you like, and read each row that was made or changed anew. Every change comes once it can"
        " have none before it, so none is missed, however writers overlap; one transaction's changes of a row"
        " are one. A merged row names the one it goes on `into`. A row whose hops or aliases changed counts"
        " as changed, not one that only shows another's name: join by ids.",
    ),
    "articles_list": (
        "List articles",
        f"Without their texts. `url` and `sender_id` tell whether an article is known already. {_PAGED}",
    ),
    "articles_retrieve": (
        "Show an article",
        "With its text, into which all spans point (in Unicode code points). `?expand=appearances` adds its"
        " quotes in order of place, at most 1,000.",
    ),
    "quotes_list": (
        "Find quotes",
        "Filters ask for one printing that fits them all: `?speaker=…&via=…&outlet=…` finds the quotes of a"
        " speaker which that outlet printed through that agency; `only_via` asks all printings of a quote."
        " `?expand=appearances,matches,provenance` adds at most 20 printings and matches each, and where the"
        f" words came from. {_PAGED}",
    ),
    "quotes_retrieve": (
        "Show a quote",
        "With its printings, each with its chain, and with what differs between them (at most 200 of each;"
        " `appearances_url` and `matches_url` list all). A merged quote forwards to its survivor.",
    ),
    "quotes_lookup": (
        "Look words up",
        "Who said this, who printed it first, through whom do we have it, how was it altered? `text` may be"
        " whole, a fragment, misremembered, in other typography, in quotation marks or not, with or without"
        " who said it around it. Answers with the quotes that hold the words, the likeliest first: the"
        " relation, the differing words as spans of both, what that does to the meaning, the printing with"
        " its chain, the first one, outlets and origins. `asked_speaker` says whether the best is theirs."
        " Where nothing is found, `searched` says what was looked for and what came nearest. `texts` takes"
        " up to 100 at once. Changes nothing.",
    ),
    "quotes_lookup_retrieve": (
        "Look words up by a link",
        "The same for one text in the address: `?text=…&speaker=…`, for bookmarks and links.",
    ),
    "quotes_provenance_retrieve": (
        "Trace a quote to its origins",
        "Who had the words at first hand, and which outlets have them from there. A printing that does not"
        " show where its words come from counts as unknown, never as an origin; where it seems to leave out"
        " what others name, `dropped` says whom.",
    ),
    "appearances_list": (
        "Find appearances",
        "Every printing of words, with the chain they came through and the evidence of each hop. Within an"
        f" article they come in order of place. {_PAGED}",
    ),
    "appearances_retrieve": ("Show an appearance", "Also one that an editor rejected; `state` says so."),
    "matches_list": (
        "Find matches",
        "The judged pairs of printings: how they relate, which words differ, whether the meaning changes."
        f" {_PAGED}",
    ),
    "matches_retrieve": (
        "Show a match",
        "The judgement on two printings; one that was superseded forwards to the one in force.",
    ),
    "copies_list": (
        "Find copies",
        "Pairs of articles that print one story in the same words: how much of each, which words, and who had"
        f" them from whom. Suggested ones wait for an editor. {_PAGED}",
    ),
    "copies_retrieve": (
        "Show a copy",
        "What is known of two articles; an id that was superseded forwards to what is in force.",
    ),
    "kept_apart_list": (
        "List sources kept apart",
        f"Pairs of sources of which editors said that they are two. {_PAGED}",
    ),
    "kept_apart_retrieve": ("Show a decision to keep apart", "410 once it was taken back."),
    "acts_list": (
        "List merges and splits",
        f"What people did to several rows at once, and what they undid. {_PAGED}",
    ),
    "acts_retrieve": ("Show a merge or a split", "`undone` tells whether it was taken back."),
    "exports_retrieve": (
        "Show what an export holds",
        "Its query, time, version and count, once it is done. Export and file are its owner's alone.",
    ),
    "exports_file": ("Fetch the file of an export", "As long as it is kept; then 410."),
    "jobs_list": (
        "List your jobs",
        f"Work that somebody waits for: everybody sees their own, admins all. {_PAGED}",
    ),
    "jobs_changes": (
        "Show what a dry run found",
        "Which quotes a rebuild with these thresholds would join and part, with the words of both sides: the"
        " first thousand, as far as it is. What would be against an editor's decision says so, and stays.",
    ),
    "jobs_retrieve": ("Show a job", "`done` of `total` tells how far it is; `failure` what to do."),
    "sources_list": (
        "Find sources",
        "Everyone and everything that can say words or pass them on. Sources that one article alone knows"
        f" (“a senior official”) are listed with `only_in`, all of them with `only_in=any`."
        f" {_PAGED}",
    ),
    "sources_retrieve": ("Show a source", "A merged source forwards to its survivor."),
    "speakers_list": ("Find speakers", f"The sources whose words were printed. {_PAGED}"),
    "speakers_retrieve": ("Show a speaker", "The same row as in /sources, under the same id."),
    "outlets_list": ("Find outlets", f"The sources that printed an article. {_PAGED}"),
    "outlets_retrieve": ("Show an outlet", "The same row as in /sources, under the same id."),
}
