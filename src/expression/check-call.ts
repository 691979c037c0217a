import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { checkAggregate } from "./check-aggregate.ts";
import type { Given } from "./check-function.ts";
import { checkAsk, checkBand, checkBetween, checkClamp, checkRound, checkSize } from "./check-function.ts";
import { checkItems, itemsName } from "./check-items.ts";
import { checkMacro } from "./check-macro.ts";
import type { Checked, Context, Signature } from "./context.ts";
import { elsewhere } from "./elsewhere.ts";
import type { Call } from "./syntax.ts";
import type { FunctionName, Macro } from "./tree.ts";

/** A function of the language. */
interface Definition {
  readonly usage: string;
  /** Must it, or may it, stand after a list and a point? The list is then the first of the arguments. */
  readonly onList?: "must" | "may";
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  check(given: Given, context: Context, call: Call & Span): Checked | undefined;
}

const macro = (name: Macro, usage: string): [string, Definition] => [
  name,
  {
    usage,
    ...(usage.startsWith("list.") && { onList: "must" }),
    least: 3,
    most: 3,
    check: (given, context, call) => checkMacro(name, given, call, context),
  },
];
const aggregate = (name: FunctionName & ("sum" | "mean" | "min" | "max"), most: number): [string, Definition] => [
  name,
  {
    usage: `${name}(list, field)`,
    least: 1,
    most,
    check: (given, context, call) => checkAggregate(name, given, call, context),
  },
];
const between = (name: "days" | "months"): [string, Definition] => [
  name,
  { usage: `${name}(from, to)`, least: 2, most: 2, check: (given, context) => checkBetween(name, given, context) },
];
const definitions: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  macro("all", "list.all(x, CONDITION)"),
  macro("exists", "list.exists(x, CONDITION)"),
  macro("exists_one", "list.exists_one(x, CONDITION)"),
  macro("filter", "list.filter(x, CONDITION)"),
  macro("map", "list.map(x, VALUE)"),
  macro("count", "count(list, x, CONDITION)"),
  macro("consecutive", "consecutive(periods, x, CONDITION)"),
  ["size", { usage: "size(list)", onList: "may", least: 1, most: 1, check: checkSize }],
  aggregate("sum", 2),
  aggregate("mean", 2),
  aggregate("min", Number.POSITIVE_INFINITY),
  aggregate("max", Number.POSITIVE_INFINITY),
  [
    "atLeast",
    {
      usage: 'atLeast(band, "id")',
      least: 2,
      most: 2,
      check: (given, context) => checkBand("atLeast", given, context),
    },
  ],
  [
    "below",
    { usage: 'below(band, "id")', least: 2, most: 2, check: (given, context) => checkBand("below", given, context) },
  ],
  ["round", { usage: "round(x, 0.1)", least: 2, most: 2, check: checkRound }],
  ["clamp", { usage: "clamp(x, 0, 100)", least: 3, most: 3, check: checkClamp }],
  between("days"),
  between("months"),
]);
const functionNames: readonly string[] = [...definitions.keys()];

/** What people know from spreadsheets, and how it is written here. */
const ofSpreadsheets: ReadonlyMap<string, string> = new Map([
  ["IF", "CONDITION ? A : B"],
  ["IFS", "CONDITION ? A : OTHER ? B : C"],
  ["AND", "A && B"],
  ["OR", "A || B"],
  ["NOT", "!A"],
  ["ABS", "max(A, -A)"],
  ["AVERAGE", "(A + B) / 2"],
  ["COUNTIF", "count(LIST, x, CONDITION)"],
  ["SUMIF", "sum(LIST.filter(x, CONDITION), FIELD)"],
]);

export function checkCall(call: Call & Span, context: Context): Checked | undefined {
  const { name, nameSpan, receiver } = call;
  if (name === itemsName) return checkItems(call, context);
  const own = context.scope.functions;
  const signature = own?.get(name)?.();
  const definition = signature ? ofScope(name, signature) : definitions.get(name);
  if (definition === undefined) {
    const reason = context.scope.unavailable?.get(name) ?? elsewhere.get(name);
    if (reason) return context.report("R319", { name, reason }, nameSpan);
    const names = [
      ...functionNames,
      ...(own?.keys() ?? []),
      ...(context.scope.formulas?.keys() ?? []),
      ...(context.scope.items ? [itemsName] : []),
    ];
    const written = ofSpreadsheets.get(name.toUpperCase());
    const instead = written && phrase("it is written `{text}`", { text: written });
    const suggestion = instead ? undefined : suggest(name, names);
    return context.report("R305", { name, suggestion, instead, functions: names.join(", ") }, nameSpan);
  }
  const given = receiver === undefined ? call.arguments : [receiver, ...call.arguments];
  const isMisplaced = receiver === undefined ? definition.onList === "must" : definition.onList === undefined;
  if (isMisplaced || given.length < definition.least || given.length > definition.most) {
    const found = isMisplaced ? inFront(call) : number(call.arguments.length);
    return context.report("R306", { name, found, usage: definition.usage }, nameSpan);
  }
  return definition.check(given as Given, context, call);
}

function ofScope(name: string, signature: Signature): Definition {
  const { length } = signature.arguments;
  const usage = `${name}(${signature.arguments.map((type) => type.kind).join(", ")})`;
  return { usage, least: length, most: length, check: (given, context) => checkAsk(name, signature, given, context) };
}

const number = (count: number): Bilingual => phrase("{count} {count|argument|arguments}", { count });
const inFront = ({ receiver }: Call): Bilingual =>
  receiver === undefined ? phrase("no list in front of it") : phrase("a value in front of it");
