"""Labels: lines that houses print around every article, told by their fixed words."""

import re

from quotes.text.reading.page.dates import dates_in

_LONGEST = 260


def _compiled(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


_MEDIUM = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|e-?mail|pinterest|reddit|telegram|instagram"
    r"|messenger|print|copy(?: link)?"
    r"|link|share|tweet|save|pin|sms|flipboard|youtube|threads|bluesky|tiktok|gift|bookmark"
    r"|listen|comments?)"
)
_SHARE = _compiled(
    rf"{_MEDIUM}(?:[\s,|/•·]{{1,3}}(?:(?:on|via|by|and|to) )?{_MEDIUM}){{0,14}}",
    r"(?:share|save|print|copy|bookmark|gift|tweet|e-?mail|listen to|comment on)(?: (?:on|to"
    r"|via|with|by))?"
    r"(?: (?:this|the|full|it|article|story|link|page|post|friends|your|facebook|twitter|x"
    r"|whatsapp|linkedin"
    r"|e-?mail|for|later|now)){1,5}:?",
    r"\d[\d,.]{0,8}k? (?:shares?|comments?|views?|likes?)",
    r"(?:leave|post|add|view|join)(?: an?| the| all)? (?:comments?|conversation|discussion)",
    r"(?:font|text) size|a[+-] ?a[+-]|reading time:? .{1,20}"
    r"|\d{1,3}[ -]?min(?:ute)?s?\.?(?: read| listen)?",
    r"follow (?:me|us|him|her|[\w.’' -]{2,40}) on (?:twitter|x|facebook|instagram|telegram"
    r"|linkedin|whatsapp)\b"
    r"[^.]{0,60}\.?",
)
_NOTICE = _compiled(
    r"[_*=—–-]{3,}\.?|advertisement|advertising|sponsored(?: content)?|promoted|paid content|ad",
    r"(?:article|story) continues (?:below|after).{0,60}|(?:scroll (?:down )?to continue"
    r"|continue reading).{0,60}",
    r"(?:skip|jump) (?:to|past) .{1,60}|end of .{1,30}(?:promotion|newsletter)"
    r"|image (?:source|caption)|loading\W*",
    r"all rights reserved\.?|terms of (?:use|service).{0,60}|privacy policy.{0,60}",
    r"our standards: .{0,30}trust principles\.?.{0,30}|(?:purchase|acquire) licensing rights.{0,30}",
    r"opens (?:in )?(?:a )?new (?:tab|window)|close|menu|home|search|log ?in|sign ?in",
    r"(?:topics|tags|keywords|filed under|category|categories|posted in) ?:.{0,240}",
    r"\(.{0,240}\b(?:syndicated|auto-generated|edited by (?:our|the)|staff edited)\b.{0,100}\)",
    r"\(?this (?:article|story|report|copy) (?:was|has been|has not been|is) (?:first "
    r"|originally |being )?"
    r"(?:published|updated|corrected|edited|amended|republished|reproduced|produced|auto).{0,200}",
    r"(?:©️?|\(c\)|copyright)[\W\d].{0,240}",
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|reuse this content",
    r"(?:editors?|edited by|editing by) ?: ?[\w .,-]{2,60}|[-–—]? ?ends? ?[-–—]|#{2,5}|[-–—] ?30 ?[-–—]",
    r"the (?:story|article) has been (?:updated|corrected).{0,80}",
)
_NEWSLETTER = _compiled(
    r"sign(?:ed)? up (?:for|to|here|now)\b.{0,200}(?:newsletter|inbox|e-?mails?|alerts?"
    r"|briefing|updates?|free|here).{0,40}",
    r"follow .{0,100}https?://\S+",
    r"(?:sign up|subscribe|register)(?: here| now| today| for free)?[.!]?",
    r"(?:subscribe|get|receive|register)\b.{0,140}(?:newsletters?|your inbox|e-?mail alerts?)\b.{0,60}",
    r"(?:subscribe to|already a subscriber|become a (?:member|subscriber)|support our).{0,120}",
    r"(?:enter )?your e-?mail(?: address)?.{0,60}|(?:the |our )?(?:daily|weekly|morning"
    r"|free)? ?newsletters?",
    r"by (?:signing up|clicking|subscribing|providing).{0,60}you (?:agree|will|consent).{0,120}",
    r"download (?:our|the) .{0,40}\bapp\b.{0,80}|(?:join|follow) (?:us|our)\b.{0,30}(?:on"
    r"|channel|whatsapp|telegram).{0,60}",
)
_RELATED_HEADING = _compiled(
    r"(?:read (?:more|also|next|on)|also read|see also|related|recommended|most (?:read"
    r"|popular|viewed)|trending|popular"
    r"|more (?:on this(?: story)?|from .{1,40}|stories|news|in .{1,30}|to read|like this"
    r"|on .{1,40}|about .{1,40})"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|don[’']t miss|up next"
    r"|editor[’']?s[’']? picks?|top stories"
    r"|(?:related|other|latest|further|more) (?:stories|articles|news|content|topics|coverage"
    r"|links|reading|headlines)"
    r"|in other news|what to read next|must reads?|explore more.{0,40}|keep reading|in case you missed it)"
    r" ?[:：>»|…]*",
)
_RELATED_LINE = _compiled(
    r"(?:read (?:more|also|next|the full story)|also read|see also|related(?: (?:story"
    r"|stories|article|articles))?"
    r"|recommended|don[’']t miss|more on this|must read)(?: ?[:：>»|]| [–—-]) ?.{1,220}",
)
_AGO = _compiled(
    r"(?:\d{1,3}|an?|one|two|three|four|five|six) (?:second|sec|minute|min|hour|hr|day|week"
    r"|month|year)s? ago",
    r"(?:published|updated|last updated|posted) .{1,20} ago|just now",
)
_STAMP = re.compile(
    r"(?:(?:first|originally|last|date)[ -])?(?:published|updated|modified|posted|created|date|time)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("share", _SHARE),
    ("newsletter", _NEWSLETTER),
    ("related-heading", _RELATED_HEADING),
    ("related", _RELATED_LINE),
    ("ago", _AGO),
    ("notice", _NOTICE),
)


def label_of(line: str) -> str | None:
    """Return what sort of fixed page furniture the whole of `line` is, else None.

    Answers "share", "newsletter", "related-heading" (headlines follow), "related" (the
    headline is in the line), "ago" (an age in place of a date), "date" or "notice".
    """
    if len(line) > _LONGEST:
        return None
    for kind, pattern in _KINDS:
        if pattern.fullmatch(line):
            return kind
    if len(line) <= 100 and _STAMP.match(line) and dates_in(line):
        return "date"
    return None
