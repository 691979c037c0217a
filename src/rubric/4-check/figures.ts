import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { ByColumnPart } from "../2-shape/rubric.generated.ts";
import { dependingOf, lackingIn, otherwise, valuesOf } from "../3-facts/figures.ts";
import type { ColumnEntry } from "../3-facts/outline.ts";
import { combinesTotals } from "../3-facts/outline.ts";
import { ratingNames } from "../3-facts/scopes.ts";
import type { Check, Context } from "./context.ts";
import { columnAt, declaration, quoted } from "./references.ts";

/** Figures that depend on a column say what they are for each of its values; all figures of a node depend on one column. */
export const checkFigures: Check = (context) => {
  const { nodes, places, diagnostics } = context;
  const perRating = ratingNames(context);
  for (const { part, rollup } of nodes) {
    const mayDiffer = part.items === undefined && !rollup && combinesTotals(context);
    const [first, ...others] = dependingOf(part);
    for (const { figure } of first ? [first, ...others] : []) {
      const column = columnAt(context, figure, "by", ["choice", "flag"]);
      if (!column) continue;
      if (perRating.has(column.id) && !mayDiffer) {
        diagnostics.report("R319", { name: column.id, reason: ofEachRating }, places.value(figure, "by"));
      }
      checkValues(context, part.id, figure, column);
    }
    const other = others.find(({ figure }) => figure.by !== first?.figure.by);
    if (!first || !other) continue;
    const here = { place: places.value(first.figure, "by"), message: phrase("the other one is here") };
    const parameters = { id: part.id, one: first.figure.by, other: other.figure.by };
    diagnostics.report("R173", parameters, places.value(other.figure, "by"), [here]);
  }
};

const ofEachRating = phrase(
  "each rating has its own; what points a subject can have depends on columns of the subject",
);

function checkValues(context: Context, id: string, figure: ByColumnPart, column: ColumnEntry): void {
  const { places, diagnostics } = context;
  const values = valuesOf(column.part).map(String);
  for (const name of Object.keys(figure)) {
    if (name === "by" || name === otherwise || values.includes(name)) continue;
    const parameters = { id, name, column: column.id, suggestion: suggest(name, values) };
    diagnostics.report("R172", parameters, places.key(figure, name), declaration(context, column));
  }
  const lacking = lackingIn(context, figure);
  if (lacking.length === 0) return;
  diagnostics.report("R171", { id, column: column.id, values: quoted(lacking) }, places.whole(figure));
}
