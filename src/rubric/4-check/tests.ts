import { allCodes, entryOf } from "../../diagnostics/catalogue.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { reportingBy } from "../../diagnostics/diagnostic.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { CellsPart, TestPart } from "../2-shape/rubric.generated.ts";
import { nodesOf } from "../3-facts/outline.ts";
import { hasCell } from "../3-facts/scale.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

/** What a test in the rubric gives is a column, an item or `fill`; in a wide sheet a source says items or `fill`. Its tables are the rubric's. */
export const checkTests: Check = (context) => {
  const { rubric, places, columns } = context;
  const items = nodesOf(context)
    .filter(({ part }) => hasCell(part))
    .map(({ part }) => part.id);
  const sources = Object.keys(rubric.ratings?.sources ?? {});
  const further = sources.length > 0 ? ["sources"] : [];
  const lists = Object.keys(rubric.tables ?? {});
  for (const test of rubric.tests ?? []) {
    const { given = {}, tables = {} } = test;
    const diagnostics = ofTest(context, test);
    for (const name of Object.keys(tables).filter((each) => !lists.includes(each))) {
      const parameters = { name, known: quoted(lists) || "-", suggestion: suggest(name, lists) };
      diagnostics.report("R956", parameters, places.key(tables, name));
    }
    judge(given, [...columns.keys(), ...items, "fill", "period", ...further], "R147", diagnostics);
    const said = sources.length > 0 ? (given.sources ?? {}) : {};
    for (const [name, cells] of Object.entries(said)) {
      if (sources.includes(name)) judge(cells, [...items, "fill"], "R955", diagnostics);
      else {
        const parameters = { name, known: quoted(sources), suggestion: suggest(name, sources) };
        diagnostics.report("R954", parameters, places.key(said, name));
      }
    }
  }

  function judge(part: CellsPart, known: readonly string[], code: "R147" | "R955", diagnostics: Diagnostics): void {
    for (const name of Object.keys(part)) {
      if (known.includes(name)) continue;
      diagnostics.report(code, { name, suggestion: suggest(name, known) }, places.key(part, name));
    }
  }
};

/** Of a test that another file states it is told as well how the rubric can do without it. */
function ofTest({ places, diagnostics }: Context, test: TestPart): Diagnostics {
  const site = places.site(places.whole(test));
  if (!site) return diagnostics;
  const removal = `remove: [${JSON.stringify(`tests.${test.name}`)}]`;
  const message = phrase("the test comes from there: `change` restates it, `{removal}` leaves it out", { removal });
  return reportingBy(diagnostics, (code, parameters, place, related = []) => {
    const others = place ? places.withSite(place, related) : related;
    const edits = others.filter((other) => other.place.line !== site.place.line);
    diagnostics.report(code, parameters, place, [...edits, { ...site, message }]);
  });
}

/** What a test of one subject may expect besides the scores of areas and items; blank (`""`) says that there is none. */
type Figure =
  | { readonly kind: "number" | "text" | "refusal" }
  /** One id, or (`many`) a list of ids. */
  | { readonly kind: "id" | "ids"; readonly of: readonly string[] };

/**
 * A test of one subject expects figures that exist, with values that they can have; one of sheets expects a file. Either may
 * expect a refusal instead.
 */
export const checkExpectations: Check = (context) => {
  const figures = figuresOf(context);
  for (const test of context.rubric.tests ?? []) {
    const { expect } = test;
    const within = { ...context, diagnostics: ofTest(context, test) };
    if (typeof expect !== "string" && expect.refused !== undefined) checkRefusal(within, expect);
    else if (typeof expect === "string" || test.sheets) checkKind(within, test);
    else for (const name of Object.keys(expect)) checkFigure(within, figures, expect, name);
  }
};

function checkKind({ places, diagnostics }: Context, test: TestPart): void {
  if ((typeof test.expect === "string") === (test.sheets !== undefined)) return;
  diagnostics.report("R953", { expected: test.sheets ? aFile : someFigures }, places.value(test, "expect"));
}

/** Nothing is computed of what is refused, and only errors in data and results refuse it. */
function checkRefusal(context: Context, expect: object): void {
  const { places, diagnostics } = context;
  for (const name of Object.keys(expect).filter((each) => each !== "refused")) {
    diagnostics.report("R957", { name }, places.key(expect, name));
  }
  checkFigure(context, new Map([["refused", { kind: "refusal" }]]), expect, "refused");
}

const aFile: Bilingual = phrase("a test with `sheets` names a CSV file of expected results");
const someFigures: Bilingual = phrase("a test with `given` lists figures such as { total: 90, band: … }");

function figuresOf(context: Context): ReadonlyMap<string, Figure> {
  const { rubric } = context;
  const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
  const number = { kind: "number" } as const;
  return new Map<string, Figure>([
    ["total", number],
    ["unclamped", number],
    ["rank", number],
    ["band", { kind: "id", of: ids(rubric.bands) }],
    ["state", { kind: "id", of: ["rated", "not_rated", "incomplete"] }],
    ["reason", { kind: "text" }],
    ["rules", { kind: "ids", of: ids(rubric.rules) }],
    ["awards", { kind: "ids", of: ids(rubric.awards) }],
    ["alerts", { kind: "ids", of: ids(rubric.alerts) }],
    ["marks", { kind: "ids", of: ["tie_open", "provisional", "decided", "from_history", "start_unknown"] }],
    ...nodesOf(context).map(({ part }) => [part.id, number] as const),
  ]);
}

function checkFigure(
  { places, diagnostics }: Context,
  figures: ReadonlyMap<string, Figure>,
  expect: object,
  name: string,
): void {
  const figure = figures.get(name);
  if (!figure) {
    diagnostics.report("R951", { name, suggestion: suggest(name, figures.keys()) }, places.key(expect, name));
    return;
  }
  const value = (expect as Record<string, unknown>)[name];
  if ((figure.kind !== "ids" && figure.kind !== "refusal") || !Array.isArray(value)) judge(value, expect, name);
  else for (const [index, each] of value.entries()) judge(each, value, index);

  function judge(value: unknown, holder: object, key: string | number): void {
    if (figure === undefined || fits(value, figure)) return;
    const expected = "of" in figure ? quoted(figure.of) || nothing : kinds[figure.kind];
    const suggestion = "of" in figure && typeof value === "string" ? suggest(value, figure.of) : undefined;
    diagnostics.report("R952", { name, found: show(value), expected, suggestion }, places.value(holder, key));
  }
}

function fits(value: unknown, figure: Figure): boolean {
  if (value === "") return true;
  switch (figure.kind) {
    case "refusal":
      return allCodes().some((code) => code === value && /^[AD]/.test(code) && entryOf(code).severity === "error");
    case "number":
      return isNumber(value);
    case "text":
      return typeof value === "string";
    case "id":
    case "ids":
      return typeof value === "string" && figure.of.includes(value);
  }
}

/** Maps of a rubric have no prototype, lists are arrays: any other object is a fraction. */
const isNumber = (value: unknown): value is Exact =>
  typeof value === "number" || (typeof value === "object" && value !== null && "n" in value && "d" in value);

const kinds: Readonly<Record<"number" | "text" | "refusal", Bilingual>> = {
  number: phrase("a number"),
  text: phrase("a text"),
  refusal: phrase("the code of an error in data or results, such as D203"),
};
const nothing: Bilingual = phrase('none: the rubric has none ("" says so)');

function show(value: unknown): string {
  if (isNumber(value)) return formatDecimal(value);
  if (Array.isArray(value)) return "[…]";
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
