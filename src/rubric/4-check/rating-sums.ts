import { formatDecimal } from "../../number/decimal.ts";
import { compare, divide, sign } from "../../number/exact.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { nodesOf } from "../3-facts/outline.ts";
import type { Check } from "./context.ts";

/** A sum of ratings is on the scale of all raters together, and grows with their number: bands and raters have to fit that. */
export const checkRatingSums: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  const { ratings, total, bands } = rubric;
  if (ratings?.combine !== "sum") return;
  const place = places.value(ratings, "combine");
  if (ratings.at_least === undefined || compare(ratings.at_least, 1) <= 0) diagnostics.report("R716", {}, place);
  const [best] = bands;
  const { max, clamp } = total;
  const from = best?.from;
  if (nodesOf(context).every(isVote)) return;
  // Bounds above the max are those of sums.
  if (!best || max === undefined || from === undefined || clamp || sign(from) <= 0 || compare(from, max) > 0) return;
  const parameters = { half: formatDecimal(divide(from, 2)), from: formatDecimal(from), max: formatDecimal(max) };
  diagnostics.report("R715", { ...parameters, band: best.id }, place, [
    {
      place: places.value(best, "from"),
      message: { en: "the best band begins here", vi: "mức cao nhất bắt đầu ở đây" },
    },
  ]);
};

/** A sum of answers yes or no counts votes: one rating of half the bound is nothing that anybody could give. */
const isVote = ({ part, children }: NodeEntry): boolean => children.length > 0 || part.yes !== undefined;
