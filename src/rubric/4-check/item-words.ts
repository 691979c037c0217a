import { parseDecimal } from "../../number/decimal.ts";
import { fold } from "../../text/fold.ts";
import type { NodePart } from "../2-shape/rubric.ts";
import { scaleKind } from "../3-facts/scale.ts";
import { checkWords } from "./column-values.ts";
import type { Check, Context } from "./context.ts";

/** The words of a score cell: levels, labels and codes, none of which may be taken for another or for a number. */
export const checkItemWords: Check = (context) => {
  const { rubric, places, diagnostics, nodes } = context;
  for (const { part } of nodes) checkItem(context, part);
  const codes = rubric.codes ?? {};
  checkWords(
    context,
    Object.keys(codes).map((id) => ({ id, place: places.key(codes, id) })),
    undefined,
  );
  for (const word of Object.keys(codes)) {
    if (parseDecimal(word.replace(",", ".").replace("%", "")) === undefined && fold(word) !== "") continue;
    diagnostics.report("R144", { word }, places.key(codes, word));
  }
};

function checkItem(context: Context, part: NodePart): void {
  const { rubric, places } = context;
  const kind = scaleKind(part);
  if (kind !== "levels" && kind !== "yes") return;
  const levels = part.levels ?? {};
  const codes = rubric.codes ?? {};
  const place = (id: string) => (kind === "levels" ? places.key(levels, id) : places.key(part, "yes"));
  const ids = kind === "levels" ? Object.keys(levels) : ["yes", "no"];
  const own = ids.map((id) => ({ id, place: place(id) }));
  checkWords(context, [...Object.keys(codes).map((id) => ({ id, place: places.key(codes, id) })), ...own], part.labels);
}
