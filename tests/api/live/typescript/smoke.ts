// What a program does with the generated client: look up, list, follow, be refused. Prints what it found.
import { articlesCreate, quotesList, quotesLookup, quotesProvenanceRetrieve } from "./via";
import { client } from "./via/client.gen";

declare const process: { argv: string[]; exitCode: number };

async function main(baseUrl: string, token: string): Promise<void> {
  client.setConfig({ baseUrl, auth: (asked) => (asked.scheme === "bearer" ? token : undefined) });
  const found = await quotesLookup({ body: { text: "open the gates of Karsen before the harvest" }, throwOnError: true });
  const best = found.data.answers[0].results[0];
  const listed = await quotesList({ query: { only_via: "VETA", page_size: 2 }, throwOnError: true });
  const traced = await quotesProvenanceRetrieve({ path: { id: best.quote.id }, throwOnError: true });
  const refused = await articlesCreate({ body: { outlet: "", text: "" } });
  console.log(
    JSON.stringify({
      speaker: best.quote.speaker?.name,
      via: best.printing.via[0],
      listed: listed.data.results.length,
      origins: traced.data.origins.map((origin) => origin.source),
      refused: refused.error?.code,
    }),
  );
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
