import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/message.ts";
import type { Expression } from "../../src/expression/tree.ts";
import type { Column } from "../../src/model/column.ts";
import type { Item, Node, Scale } from "../../src/model/node.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Row } from "../../src/model/row.ts";
import type { Encoding } from "../../src/sheet/1-records/encodings/decode.ts";
import type { SheetNotes } from "../../src/sheet/4-rows/notes.ts";
import { readSheets } from "../../src/sheet/4-rows/read-sheet.ts";
import type { BrokenRow } from "../../src/sheet/4-rows/sheet-input.ts";
import { plan as anyPlan, column, stage } from "./report.ts";

export { column };

/** An item with a cell of its own; `cell` is set by {@link sheetPlan}. */
export interface ItemPart {
  readonly id: string;
  readonly scale: Scale;
  readonly headers?: readonly string[];
  readonly when?: Expression;
  readonly parent?: number;
}

/** Points in hundredths up to `max` points. */
export const points = (max: number, part: { step?: number; places?: number } = {}): Scale => ({
  kind: "points",
  max: max * 100,
  places: part.places ?? 2,
  ...(part.step !== undefined && { step: part.step }),
});

/** A plan with the key `code`, the name `full_name` and these items; units are hundredths, rows are quarters. */
export function sheetPlan(items: readonly ItemPart[], columns: readonly Column[] = [], part: Partial<Plan> = {}): Plan {
  const nodes = items.map(
    ({ id, scale, headers = [], ...rest }, cell): Node => ({
      id,
      title: { en: id, vi: id },
      max: 10_000,
      min: 0,
      bonus: false,
      body: { kind: "item", cell, headers, missing: "incomplete", scale } satisfies Item,
      ...rest,
    }),
  );
  return {
    ...anyPlan(),
    columns: [column("code"), column("full_name"), ...columns],
    rollups: [],
    stage: stage({ nodes, top: nodes.map((_, at) => at) }),
    ...part,
  };
}

/** One item `A` of up to 100 points. */
export const smallPlan = (columns: readonly Column[] = [], part: Partial<Plan> = {}): Plan =>
  sheetPlan([{ id: "A", scale: points(100) }], columns, part);

export interface Reading {
  readonly rows: readonly Row[];
  readonly broken: readonly BrokenRow[];
  readonly notes: readonly SheetNotes[];
  readonly diagnostics: readonly Diagnostic[];
  /** `D203 3:4`: code, line and column of each error and warning. */
  readonly errors: readonly string[];
  /** English messages of errors and warnings. */
  readonly messages: readonly string[];
}

/** Reads sheets, by file name, in blocks of `block` bytes. */
export async function readAll(
  plan: Plan,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { period?: string; given?: Readonly<Record<string, string>>; block?: number; encoding?: Encoding } = {},
): Promise<Reading> {
  const diagnostics = createDiagnostics();
  const rows: Row[] = [];
  const broken: BrokenRow[] = [];
  const inputs = Object.entries(files).map(([name, content]) => {
    const period = options.given?.[name];
    return {
      name,
      ...(period !== undefined && { period }),
      ...(options.encoding && { encoding: options.encoding }),
      open: () => blocks(Buffer.from(content), options.block),
    };
  });
  const sheetOptions = options.period === undefined ? {} : { period: options.period };
  const notes = await readSheets(
    plan,
    inputs,
    sheetOptions,
    diagnostics,
    (row) => rows.push(row),
    (row) => broken.push(row),
  );
  const serious = diagnostics.list.filter(({ severity }) => severity !== "note");
  return {
    rows,
    broken,
    notes,
    diagnostics: diagnostics.list,
    errors: serious.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
    messages: serious.map((diagnostic) => messageOf(diagnostic, "en")),
  };
}

export async function* blocks(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
