import type { Report, Waiting } from "../model/report.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Session } from "./session.ts";

/** Says on stderr which longer periods are not among the results, as some of their parts are not there yet. */
export async function sayWaiting({ waiting = [] }: Report, { io, flags, language }: Session): Promise<void> {
  if (flags.quiet) return;
  for (const each of waiting) await io.stderr.write(`${waitingText(each)[language]}\n`);
}

/** A year has more weeks than anybody wants to read. */
const mostNamed = 4;

function waitingText({ period, missing }: Waiting): Bilingual {
  const named = missing.slice(0, missing.length > mostNamed ? mostNamed - 1 : mostNamed).join(", ");
  const more = missing.length > mostNamed ? missing.length - mostNamed + 1 : 0;
  return phrase(
    "{period} not computed: {named}[ and {more} more] {count|is|are} missing; --period {period} computes it from what is there (provisional)",
    { period, named, more: more || undefined, count: missing.length },
  );
}
