import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { formatDecimal, parseDecimal } from "../../number/decimal.ts";
import { equal } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import type { Place } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { framedNames } from "./framed-name.ts";
import { statedMaximum } from "./stated-maximum.ts";
import type { ScoreColumn } from "./targets.ts";
import { maximaOf } from "./targets.ts";

/** What cells name that say which item a score is of. */
export interface ItemsInCells {
  /** Index of the one column that a text names. */
  named(text: string): number | undefined;
  /** Says why a text names none. */
  report(text: string, place: Place, diagnostics: Diagnostics): void;
}

/** An item is named by its id or its title, with what forms put around it; a maximum that is stated there must be that of the rubric. */
export function createItemsInCells(plan: Plan, columns: readonly ScoreColumn[]): ItemsInCells {
  const namesOf = ({ node, names }: ScoreColumn): readonly string[] => [...names, ...Object.values(node.title)];
  const titlesOf = ({ node }: ScoreColumn): readonly string[] => Object.values(node.title);
  const find = framedNames(
    columns.map((each, at) => ({
      meaning: at,
      id: each.node.id,
      names: namesOf(each),
      titles: titlesOf(each),
      areas: each.areas,
    })),
  );
  const look = (text: string): ItemInCell => {
    const found = text === "" ? undefined : find(text);
    const [only, another] = found?.meanings ?? [];
    if (only === undefined || another !== undefined) return {};
    const column = columns[only] as ScoreColumn;
    const { figure = "" } = statedMaximum(found?.behind ?? text) ?? {};
    const stated = parseDecimal(figure.replace(",", "."));
    const maxima = maximaOf(plan, column.node);
    const isName = namesOf(column).some((name) => fold(name) === fold(text));
    if (isName || stated === undefined || maxima.some((max) => equal(max, stated))) return { only };
    return { other: { found: figure, max: maxima.map((max) => formatDecimal(max)).join(", ") } };
  };
  const looked = new Map<string, ItemInCell>();
  const inCell = (text: string): ItemInCell => {
    const known = looked.get(text) ?? look(text);
    looked.set(text, known);
    return known;
  };
  return {
    named: (text) => inCell(text).only,
    report(text, place, diagnostics) {
      const { other } = inCell(text);
      const known = columns.flatMap(({ node, names: [id] }) => [id, node.title[plan.language]]);
      if (other) diagnostics.report("D122", { header: text, ...other }, place);
      else diagnostics.report("D133", { found: text, suggestion: suggest(text, known) }, place);
    },
  };
}

/** The index of its column; or a maximum that is stated with its name, and what the rubric says. */
interface ItemInCell {
  readonly only?: number;
  readonly other?: { readonly found: string; readonly max: string };
}
