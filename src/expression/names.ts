import type { Expression } from "./tree.ts";

/** The free names of an expression, each function of the scope that it asks (`items.A` for `items(A)`), and `raw.A1` where a field of a name is selected. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, new Set(), names);
  return names;
}

/** Every name that expressions read which stand anywhere in some data, as in a plan. */
export function namesWithin(data: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof data !== "object" || data === null) return names;
  if ("kind" in data && data.kind === "name" && "name" in data) names.add(data.name as string);
  for (const each of Object.values(data)) namesWithin(each, names);
  return names;
}

/** `items.A` for the items of an area. */
function areaOf({ name, arguments: [area] }: Extract<Expression, { kind: "ask" }>): string | undefined {
  return name === "items" && area?.kind === "literal" ? `${name}.${String(area.value)}` : undefined;
}

function collect(e: Expression, variables: ReadonlySet<string>, names: Set<string>): void {
  const within = (part: Expression): void => collect(part, variables, names);
  switch (e.kind) {
    case "literal":
    case "missing":
      return;
    case "name":
      if (!variables.has(e.name)) names.add(e.name);
      return;
    case "select":
      if (e.of.kind === "name" && !variables.has(e.of.name)) names.add(`${e.of.name}.${e.field}`);
      else within(e.of);
      return;
    case "index":
      within(e.of);
      within(e.at);
      return;
    case "not":
    case "negate":
      within(e.of);
      return;
    case "binary":
      within(e.left);
      within(e.right);
      return;
    case "choose":
      within(e.when);
      within(e.yes);
      within(e.no);
      return;
    case "band":
      within(e.of);
      within(e.than);
      return;
    case "ask":
      names.add(areaOf(e) ?? e.name);
      e.arguments.forEach(within);
      return;
    case "call":
      e.arguments.forEach(within);
      return;
    case "macro":
      within(e.list);
      collect(e.body, new Set(variables).add(e.variable), names);
      return;
    case "list":
      e.elements.forEach(within);
      return;
  }
}
