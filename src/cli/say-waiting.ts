import type { Report, Waiting } from "../model/report.ts";
import type { Bilingual } from "../text/bilingual.ts";
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
  const verb = missing.length === 1 ? "is" : "are";
  return {
    en: `${period} not computed: ${named}${more ? ` and ${more} more` : ""} ${verb} missing; --period ${period} computes it from what is there (provisional)`,
    vi: `chưa tính kỳ ${period}: còn thiếu ${named}${more ? ` và ${more} kỳ nữa` : ""}; --period ${period} tính từ những kỳ đã có (tạm tính)`,
  };
}
