"""What houses print around and between the paragraphs of a story, and body text that only looks like it."""

# name: lines above the title
TOP = {
    "breadcrumb with sections": "Home > World > Europe",
    "sections with strokes": "News / Business / Shipping",
    "masthead menu": "Menu\nSearch\nSign in\nSubscribe",
    "skip link and section": "Skip to main content\nWorld",
    "cookie line": "We use cookies to improve your experience on our site. Accept all",
    "exclusive flag": "EXCLUSIVE",
    "live flag": "LIVE",
    "advertisement": "Advertisement\nWORLD NEWS",
    "newsletter line": "Sign up to our Morning Briefing newsletter",
}

# name: lines between the title and the story
HEAD = {
    "published ages ago": "Published 3 hours ago",
    "ages and reading time": "By Ingrid Aune\n3 hours ago | 5 min read",
    "updated at": "By Ingrid Aune\nUpdated at 14:02, 5 March 2024",
    "last updated, first published": (
        "First published: 5 March 2024, 09:00\nLast updated: 5 March 2024, 14:02"
    ),
    "stamp with zone": "Tue 5 Mar 2024 14.02 GMT",
    "stamp with editions": "Issued on: 05/13/2024 - 14:02 Modified: 05/14/2024 - 09:10",
    "share bar": "By Ingrid Aune\nShare on Facebook\nShare on Twitter\nShare via Email",
    "share bar in one line": "By Ingrid Aune\nShare Tweet WhatsApp Email Print",
    "share counts": "By Ingrid Aune\n128 shares\n42 comments",
    "listen": "By Ingrid Aune\nListen to this article\n4 min",
    "standfirst": (
        "Union asks when the boats to the outer islands will sail again\n\nBy Ingrid Aune\n5 March 2024"
    ),
    "bullets of a summary": (
        "By Ingrid Aune\n5 March 2024\n\nSummary\n\n• Lunda Lines ends night crossings in October\n"
        "• Union asks for a date of return\n"
    ),
    "caption with alt text": (
        "By Ingrid Aune\nImage source, Getty Images\nImage caption, A ferry of "
        "Lunda Lines in the outer harbour"
    ),
    "caption with a credit": (
        "By Ingrid Aune\n\nA ferry in the outer harbour. Photograph: Jane Roe/Getty Images"
    ),
    "caption over a credit": (
        "By Ingrid Aune\n\nA ferry in the outer harbour on Monday\nLars Moe/AFP via Getty Images"
    ),
    "office under the author": "By Ingrid Aune\nBBC News, Oslo\nPublished\n5 March 2024",
    "author's mail and handle": "By Ingrid Aune\ningrid.aune@lunda.example\n@ingridaune",
    "follow the author": "By Ingrid Aune\nFollow @ingridaune on Twitter",
    "advertisement": "By Ingrid Aune\n5 March 2024\nADVERTISEMENT",
    "editor's note": (
        "By Ingrid Aune\n5 March 2024\n\nEditor’s note: This story has been updated with the union’s answer."
    ),
    "comments": "By Ingrid Aune\n5 March 2024\nComments (12)",
    "press release": (
        "FOR IMMEDIATE RELEASE\nMarch 5, 2024\nContact: Ingrid Aune, +47 555 0100, press@lunda.example"
    ),
}

# name: lines between two paragraphs of the story
INSIDE = {
    "read more with a headline": "Read more: Harbour pilots want radar on every boat",
    "read more with a dash": "READ MORE – Harbour pilots want radar on every boat",
    "also read": "ALSO READ | Harbour pilots want radar on every boat",
    "related heading and headlines": (
        "Related articles\n\nHarbour pilots want radar on every boat\n\nIsland schools prepare for winter"
    ),
    "newsletter": "Sign up for our daily newsletter and never miss a story",
    "newsletter in two lines": "Get the day’s top stories in your inbox\nEnter your email address",
    "newsletter with a second call": "Get the day’s top stories in your inbox. Follow us on Telegram.",
    "advertisement": "Advertisement",
    "advertisement with a line under it": "ADVERTISEMENT - CONTINUE READING BELOW",
    "article continues": "Article continues after advertisement",
    "story continues": "Story continues below",
    "skip promotion": "skip past newsletter promotion\nafter newsletter promotion",
    "caption": "Marit Solheim at the harbour board. Photograph: Jane Roe/Getty Images",
    "caption of two lines": "Image source, Reuters\nImage caption, Marit Solheim at the harbour board",
    "caption label": (
        "FILE PHOTO: Marit Solheim at the harbour board, March 5, 2024. REUTERS/Lars Moe/File Photo"
    ),
    "caption with agency": "Marit Solheim at the harbour board on Monday. Lars Moe / AFP",
    "picture credit alone": "Getty Images",
    "video": "Watch: Harbour pilots explain how radar works",
    "share this": "Share this article",
    "recommended": (
        "Recommended Stories\nlist of 3 items\n"
        "list 1 of 3\nHarbour pilots want radar on every boat\nend of list"
    ),
    "whatsapp": "Join our WhatsApp channel for the latest updates",
    "live-blog time": "14.02 GMT",
    "rule": "* * *",
    "subscribe": "Subscribe to The Argus for unlimited access",
}

# name: lines after the story
BELOW = {
    "end in brackets": "(END)",
    "hashes": "###",
    "thirty": "-30-",
    "nought": "-0-",
    "ends": "ENDS",
    "ends with hyphens": "- Ends -",
    "contact lines": "Media contact:\nIngrid Aune\n+47 555 0100\npress@lunda.example",
    "contact in a line": "Contact: Ingrid Aune at press@lunda.example or +47 555 0100",
    "most read": "Most read\n\nHarbour pilots want radar on every boat\nIsland schools prepare for winter",
    "most read, numbered": (
        "Most read\n1. Harbour pilots want radar on every boat\n2. Island schools prepare for winter"
    ),
    "tags": "Tags: Shipping, Islands, Lunda Lines",
    "tags in lines": "Topics\nShipping\nIslands",
    "comments": "Comments (12)\nJoin the conversation",
    "related with teasers": (
        "Related stories\n\nHarbour pilots want radar on every boat\n\nFog has "
        "doubled the number of near misses.\n\n"
        "Island schools prepare for winter\n\nPupils may have to board in town."
    ),
    "author's biography": (
        "Ingrid Aune is The Argus’s shipping correspondent. She can be reached at ingrid.aune@lunda.example."
    ),
    "author's biography with a handle": (
        "Ingrid Aune covers shipping for The Argus. Follow her on Twitter @ingridaune"
    ),
    "correction": (
        "Correction: An earlier version of this article gave the wrong year. "
        "The bridge was built in 2022, not 2021."
    ),
    "amended": "This article was amended on 6 March 2024 to correct the year in which the bridge was built.",
    "editor's note": "Editor’s note: This story has been updated with the union’s answer.",
    "standards": "Our Standards: The Thomson Reuters Trust Principles.",
    "licence": "This article is republished from The Conversation under a Creative Commons license.",
    "syndicated": (
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)"
    ),
    "cookie line": "We and our partners use cookies. Read our privacy policy.",
    "first published": "First Published: March 5, 2024, 14:02 IST",
    "download": "Download our app for breaking news",
    "copyright": "© 2024 The Lunda Argus. All rights reserved.",
    "share": "Share\nFacebook\nTwitter\nWhatsApp\nCopy link",
    "back to top": "Back to top",
    "rule and help": "___\n\nAssociated Press writer Per Dahl contributed to this report.",
    "support us": "Support our journalism. Become a member today.",
    "got a tip": "Do you have a story? Email tips@lunda.example",
}

# Paragraphs of a story that begin, end or sound like furniture.
KEPT = (
    "Read more books, he told them, and the island will be less lonely in winter.",
    "Updated rules for the crossings were published on Monday.",
    "Sign up early, she told the islanders, for the evening boat is always full.",
    "By Tuesday night the boats were back in port.",
    "Share prices fell by a tenth.",
    "Related fees rose as well.",
    "Picture the harbour in fog, she said.",
    "Reuters first reported the plan on Monday.",
    "He also contributed to the report of the inquiry.",
    "Comment was not available at the ministry.",
    "Follow the money, she said.",
    "Editing the timetable took a month, he said.",
    "Reporting by the harbour board showed that fog was to blame.",
    "Advertising by the rival company has doubled.",
    "Subscribe to that view or not, he said, the boats will stop.",
    "“Sign up for our newsletter, they told me, and I did, and nothing came,” she said.",
    "“Read more,” she said.",
    "“Share this,” she told the board.",
    "“No.”",
    "She Said No.",
    "Topics ranged from fog to fares.",
    "Close the harbour, the pilots demanded.",
    "Watch the fog, the pilots warned.",
    "Search teams went out at dawn.",
    "Home is where the boat stops, said one islander.",
    "The photo was taken by his father, a pilot.",
    "Copyright fees are not the issue, he said.",
    "Two hours ago, he said, the fog was thicker.",
    "Correction of the timetable will take a month, she said.",
    "Contact with the boat was lost at noon.",
    "We use every minute of daylight, she said.",
    "Listen to the pilots, she said.",
    "Skip to the end, the chairman said.",
    "More news from the harbour is expected on Friday.",
    "Email from the director shows that she knew.",
    "Editor’s notes from the time show three changes.",
    "Ends do not justify the means, he said.",
)
