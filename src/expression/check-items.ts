import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import type { Checked, Context } from "./context.ts";
import type { Call } from "./syntax.ts";
import { asWritten, describe } from "./words.ts";

/** The function that lists the items of an area. */
export const itemsName = "items";

/** `items(A)`: the area stands for itself, and not for its score. */
export function checkItems(
  { arguments: given, nameSpan, receiver }: Call & Span,
  context: Context,
): Checked | undefined {
  const { scope } = context;
  if (!scope.items) {
    const reason = scope.unavailable?.get(itemsName) ?? onlyOwn;
    return context.report("R319", { name: itemsName, reason }, nameSpan);
  }
  const [area, more] = given;
  if (!area || more || receiver) {
    const found = phrase("{count} {count|argument|arguments}", { count: given.length });
    return context.report("R306", { name: itemsName, found, usage: "items(A)" }, nameSpan);
  }
  const what = asWritten(itemsName);
  const expected = phrase("the id of an area");
  if (area.kind !== "name") {
    const found = asWritten(context.text.slice(area.start, area.end));
    return context.report("R307", { what, expected, found }, area);
  }
  const items = scope.items();
  const type = items.get(area.name);
  if (type) {
    const of = { kind: "literal", value: area.name } as const;
    return { expression: { kind: "ask", name: itemsName, arguments: [of] }, type };
  }
  const known = context.locals.get(area.name) ?? context.scope.names.get(area.name);
  if (known) return context.report("R307", { what, expected, found: describe(known) }, area);
  return context.report("R303", { name: area.name, suggestion: suggest(area.name, items.keys()) }, area);
}

const onlyOwn = phrase("it lists scores, which are not known here");
