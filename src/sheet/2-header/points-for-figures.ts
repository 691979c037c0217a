import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { beginsWith, fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import { scoreNames } from "../vocabulary.ts";
import type { Framed } from "./framed-name.ts";
import { isScore } from "./framed-name.ts";
import type { Target } from "./targets.ts";

const saysPoints = (text: string): boolean => isScore(text) || scoreNames.some((word) => beginsWith(text, word));

/**
 * The head of a column that says points over an item of which the sheet has to hold occurrences or a share, from which the points follow:
 * in its name (`Số lần vắng (điểm)`), or in a row below it. Behind a name that itself says so, `Điểm báo`, it says nothing more.
 */
export function pointsHead(
  { figures }: Target,
  found: Framed<Target> | undefined,
  name: string,
  lowerHeads: readonly string[],
): string | undefined {
  if (!figures || saysPoints(found?.behind ?? name)) return undefined;
  if (found?.isScore) return name;
  const below = lowerHeads.find((text) => saysPoints(text) && !fold(name).includes(fold(text)));
  return below === undefined ? undefined : `${name} ${below}`;
}

export function reportPointsHead(
  { label, figures }: Target,
  header: string,
  place: Place,
  diagnostics: Diagnostics,
): void {
  const taken = figures === "count" ? phrase("how often something happened") : phrase("a percentage");
  diagnostics.report("D175", { header, column: label, taken, example: JSON.stringify(header) }, place);
}
