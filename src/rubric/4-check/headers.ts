import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { fold } from "../../text/fold.ts";
import { areConfusable } from "../../text/names.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import type { Conditional } from "../3-facts/circumstances.ts";
import { circumstances, exclude, under } from "../3-facts/circumstances.ts";
import { listOf, periodColumn } from "../3-facts/outline.ts";
import { hasCell } from "../3-facts/scale.ts";
import type { Check, Context } from "./context.ts";

/** A name that a sheet's header may have for a column or an item. */
interface Header extends Conditional {
  readonly name: string;
  readonly owner: string;
  readonly place: () => Place;
  /** It stands alone, in no list of names. */
  readonly isAlone: boolean;
}

/** Two columns of one header could not be told apart, unless nobody ever needs both. */
export const checkHeaders: Check = (context) => {
  const { diagnostics } = context;
  const cases = circumstances(context);
  const seen = new Map<string, Header[]>();
  for (const header of headers(context)) {
    if (header.isAlone) checkSeveral(header, diagnostics);
    const key = fold(header.name);
    const others = seen.get(key) ?? [];
    const first = others.find(
      (other) =>
        other.owner !== header.owner && areConfusable(other.name, header.name) && !exclude(cases, other, header),
    );
    if (first) {
      const message = phrase("the same name for `{owner}`", { owner: first.owner });
      const parameters = { name: header.name, owner: header.owner, other: first.owner };
      diagnostics.report("R119", parameters, header.place(), [{ place: first.place(), message }]);
    }
    seen.set(key, [...others, header]);
  }
};

/** Several names that nothing divides. */
function checkSeveral({ name, place }: Header, diagnostics: Diagnostics): void {
  const mark = /\S\s*([;|])\s*\S/.exec(name)?.[1];
  if (mark === undefined) return;
  const names = name.split(mark).map((each) => each.trim());
  const list = `[${names.filter(Boolean).join(", ")}]`;
  diagnostics.report("R178", { found: name, mark, list, kept: `["${name}"]` }, place());
}

function headers(context: Context): Header[] {
  const { rubric, places, columns, nodes } = context;
  const result: Header[] = [];
  const enter = (
    names: string | readonly string[] | undefined,
    holder: object,
    key: string,
    owner: string,
    parts: Header["under"],
    source = "",
  ): void => {
    for (const [index, name] of listOf(names).entries()) {
      const place = () => (Array.isArray(names) ? places.value(names, index) : places.value(holder, key));
      const isAlone = names === name && source === "" && key !== "id";
      result.push({ name: source === "" ? name : `${name} ${source}`, owner, place, under: parts, isAlone });
    }
  };
  const declared = rubric.columns ?? {};
  for (const [id, part] of Object.entries(declared)) {
    result.push({ name: id, owner: id, place: () => places.key(declared, id), under: [part], isAlone: false });
    enter(part.header, part, "header", id, [part]);
  }
  for (const { id, part } of [...columns.values()].filter((column) => !column.declared)) {
    result.push({ name: id, owner: id, place: () => places.whole(rubric.subject), under: [part], isAlone: false });
  }
  if (!Object.hasOwn(declared, periodColumn)) {
    result.push({
      name: periodColumn,
      owner: periodColumn,
      place: () => places.value(rubric, "period"),
      under: [],
      isAlone: false,
    });
  }
  const { sources } = rubric.ratings ?? {};
  for (const node of nodes.filter(({ part }) => hasCell(part))) {
    const { part, rollup } = node;
    // In a wide sheet an item has a column for each source, but one that is scored in a rollup alone has no raters.
    for (const words of rollup || !sources ? [""] : Object.values(sources)) {
      enter(part.id, part, "id", part.id, under(node), words);
      enter(part.column, part, "column", part.id, under(node), words);
    }
  }
  return result;
}
