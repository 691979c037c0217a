import type { Exact } from "../../src/number/exact.ts";
import type { Names } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { percentage } from "./sheet.ts";

/** A line of a file of decisions: what the authority decides about somebody in a period (LANGUAGE.md 1.9). */
export interface PlainDecision {
  /** As `keyOf` gives it. */
  readonly key: string;
  readonly period: string;
  readonly action: "exempt" | "rate" | "set_band" | "not_rated" | "award" | "no_award";
  /** A rule, a total, a band or an award. */
  readonly value: string;
}

type Decided = Pick<Outcome, "decisions">;

/** What an action names of somebody, once for each decision. */
export const decided = ({ decisions }: Decided, action: PlainDecision["action"]): string[] =>
  decisions.flatMap((each) => (each.action === action ? [each.value] : []));

/** The total that another body gave. */
export function totalGiven(of: Decided): Exact | undefined {
  const [total = ""] = decided(of, "rate");
  return total === "" ? undefined : percentage(total);
}

/** What expressions see of somebody whose total another body gave: no scores stand behind it. `ids`: areas and items. */
export const withoutScores =
  (names: Names, total: Exact, ids: ReadonlySet<string>): Names =>
  (name) => {
    if (name === "total" || name === "unclamped") return total;
    if (ids.has(name)) return undefined;
    if (!name.startsWith("items.")) return names(name);
    return (names(name) as readonly Names[] | undefined)?.map(
      (item): Names =>
        (id) =>
          id === "score" ? undefined : item(id),
    );
  };
