"""What a program does with the generated Python client: look up, list, follow, be refused; tells it all."""

import json
import sys
from uuid import UUID

from via_client import AuthenticatedClient
from via_client.api.articles import articles_create
from via_client.api.quotes import quotes_list, quotes_lookup, quotes_provenance_retrieve
from via_client.models import LookUpBodyRequest, SubmittedArticleRequest


def main(url: str, token: str) -> None:
    client = AuthenticatedClient(base_url=url, token=token)
    asked = LookUpBodyRequest(text="open the gates of Karsen before the harvest")
    best = quotes_lookup.sync(client=client, body=asked).answers[0].results[0]
    listed = quotes_list.sync(client=client, only_via="VETA", page_size=2)
    traced = quotes_provenance_retrieve.sync(UUID(str(best.quote.id)), client=client)
    refused = articles_create.sync(client=client, body=SubmittedArticleRequest(outlet="", text=""))
    told = {
        "speaker": best.quote.speaker.name,
        "via": best.printing.via[0],
        "listed": len(listed.results),
        "origins": [origin.source for origin in traced.origins],
        "refused": refused.code,
    }
    print(json.dumps(told))


main(*sys.argv[1:])
