import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { compileExpression } from "../../../src/expression/compile.ts";
import type { Checked, Scope } from "../../../src/expression/context.ts";
import { evaluator } from "../../../src/expression/evaluate.ts";
import type { Hooks } from "../../../src/expression/scene.ts";
import type { Fields, Table, Type, Value } from "../../../src/expression/tree.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { toKey } from "../../../src/number/exact.ts";

const number: Type = { kind: "number" };
const points: Type = { kind: "number", min: 0, max: 10 };
const flag: Type = { kind: "flag" };
export const band: Type = { kind: "band", bands: ["excellent", "good", "poor"] };
const discipline: Type = { kind: "choice", name: "discipline", values: ["none", "warned", "dismissed"] };
const period: Type & { kind: "record" } = { kind: "record", fields: { total: number, late: points, band, discipline } };
const row: Type & { kind: "record" } = {
  kind: "record",
  fields: { band, rate: number, head: { kind: "text" }, on: flag },
};

const scope: Scope = {
  names: new Map<string, Type>([
    ["A", points],
    ["B", points],
    ["C", points],
    ["n", number],
    ["late", { kind: "number", min: 0 }],
    ["months", { kind: "number", min: 1, max: 12 }],
    ["discipline", discipline],
    ["bloc", { kind: "choice", name: "bloc", values: ["east", "west"] }],
    ["joined", { kind: "date" }],
    ["name", { kind: "text" }],
    ["leader", flag],
    ["band", band],
    ["raw", { kind: "record", fields: { A: number } }],
    ["periods", { kind: "list", of: period }],
    ["unit", { kind: "table", row, keyed: true }],
    ["people", { kind: "table", row, keyed: false }],
  ]),
  functions: new Map([
    ["recent", () => ({ arguments: [{ kind: "number", min: 1 }], result: { kind: "list", of: period } })],
  ]),
  unavailable: new Map([["total", { en: "it is not known yet", vi: "chưa biết" }]]),
};

/** A diagnostic with the stretch of the expression's text that it points at. */
export interface Finding {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly diagnostic: Diagnostic;
}

export function compile(
  text: string,
  expected?: Type | Type["kind"],
  within: Scope = scope,
): { readonly checked: Checked | undefined; readonly findings: readonly Finding[] } {
  const diagnostics = createDiagnostics();
  // One line stands for the text: columns are offsets from 1.
  const at = (start: number, end: number) => ({ file: "", line: 1, column: start + 1, endLine: 1, endColumn: end + 1 });
  const checked = compileExpression(text, within, expected, at, diagnostics);
  const findings = diagnostics.list.map((diagnostic) => {
    const start = (diagnostic.place?.column ?? 0) - 1;
    const end = (diagnostic.place?.endColumn ?? 0) - 1;
    return { code: diagnostic.code, start, end, found: text.slice(start, end), diagnostic };
  });
  return { checked, findings };
}

/** `CODE stretch` for each mistake. */
export const mistakes = (text: string, expected?: Type | Type["kind"]): string[] =>
  compile(text, expected).findings.map(({ code, found }) => `${code} ${found}`);

export type Values = Readonly<Record<string, Value>>;

export function evaluate(text: string, values: Values, hooks: Hooks<Values> = { ask: () => () => undefined }): Value {
  const { checked, findings } = compile(text);
  if (checked === undefined)
    throw new Error(`${text}: ${findings.map(({ code, found }) => `${code} ${found}`).join()}`);
  return evaluator<Values>(checked.expression, (name) => (env) => env[name], hooks)(values);
}

export const record = (fields: Values): Fields => ({ field: (name) => fields[name] });
export const table = (rows: Readonly<Record<string, Values>>): Table => {
  const records = new Map(Object.entries(rows).map(([key, fields]) => [key, record(fields)]));
  return { rows: [...records.values()], row: (key) => records.get(key) };
};

/** A value as the documentation writes it. */
export function show(value: Value): string {
  if (value === undefined) return "missing";
  return typeof value === "boolean" || typeof value === "string" ? String(value) : toKey(value as Exact);
}
