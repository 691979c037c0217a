import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { csvLines } from "../document/csv.ts";
import { table, text } from "../document/table.ts";
import { reportUnreadable } from "../files/files.ts";
import { joinKey, keyParts } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { readOwnRows } from "../sheet/1-records/open-records.ts";
import { compareText } from "../text/order.ts";
import { columnText } from "../views/columns.ts";
import { forPrograms } from "../views/style.ts";

/** Who is who behind codes: by key, the code and the name, which is there for people only. */
export type CodeMap = ReadonlyMap<string, { readonly code: string; readonly name: string }>;

export interface CodeMapFile {
  readonly map: CodeMap;
  /** As it was read; absent where there is no file yet. */
  readonly text?: string;
}

/** The map in a file, or an empty one; undefined (and reported) where the file holds no map for this rubric's keys. */
export async function readCodeMap(
  file: string,
  plan: Plan,
  diagnostics: Diagnostics,
): Promise<CodeMapFile | undefined> {
  const bytes = await readFile(file).catch((error) => error as unknown);
  if (isMissing(bytes)) return { map: new Map() };
  if (!Buffer.isBuffer(bytes)) {
    reportUnreadable(file, bytes, diagnostics);
    return undefined;
  }
  const { rows, problem } = await readOwnRows({ name: file, open: () => Readable.from([bytes]) });
  const map = problem
    ? undefined
    : mapOf(
        rows.map(({ cells }) => cells),
        plan,
      );
  if (!map) diagnostics.report("C171", { file, head: headOf(plan).join(",") });
  return map && { map, text: bytes.toString("utf8") };
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Undefined where the rows are no such map: a wrong head, or a code or key that stands twice. */
function mapOf([head, ...rows]: readonly (readonly string[])[], plan: Plan): CodeMap | undefined {
  if (head?.join("\n") !== headOf(plan).join("\n")) return undefined;
  const map = new Map<string, { code: string; name: string }>();
  const codes = new Set<string>();
  for (const cells of rows) {
    const [code = "", ...texts] = cells;
    if (cells.length !== head.length || !codePattern.test(code)) return undefined;
    map.set(joinKey(texts.slice(0, plan.key.length)), { code, name: texts[plan.key.length] ?? "" });
    codes.add(code);
  }
  return map.size === rows.length && codes.size === rows.length ? map : undefined;
}

/** The map with a code for everybody of the report: those without one get the next codes in an order that nobody can guess. */
export function extendCodeMap(map: CodeMap, report: Report): CodeMap {
  const names = namesOf(report);
  const keys = shuffled([...names.keys()].filter((key) => !map.has(key)));
  let last = 0;
  for (const { code } of map.values()) last = Math.max(last, Number.parseInt(code.slice(1), 10));
  const added = keys.map((key) => [key, { code: codeOf(++last), name: names.get(key) as string }] as const);
  return new Map([...map, ...added]);
}

const codePattern = /^S\d{4,9}$/;
const codeOf = (ordinal: number): string => `S${String(ordinal).padStart(4, "0")}`;

function namesOf({ plan, periods }: Report): Map<string, string> {
  const print = plan.name === undefined ? () => "" : columnText(plan, plan.name, forPrograms);
  return new Map(
    periods.flatMap(({ results }) => Array.from(results, ({ key, columns }) => [key, print(columns[plan.name ?? -1])])),
  );
}

/** Fisher and Yates, with the system's own randomness: an order that follows from the keys could be found again from them. */
function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** The map as a file: by code, so that its order says nothing either. */
export function codeMapText(map: CodeMap, plan: Plan): string {
  const rows = [...map]
    .map(([key, { code, name }]) => [code, ...keyParts(key), ...(plan.name === undefined ? [] : [name])])
    .sort(([a = ""], [b = ""]) => a.length - b.length || compareText(a, b));
  const columns = headOf(plan).map((id) => ({ id, head: id, type: text }));
  return [...csvLines(table(columns, rows))].join("");
}

const headOf = (plan: Plan): string[] => [
  "anonymous",
  ...[...plan.key, ...(plan.name === undefined ? [] : [plan.name])].map((at) => plan.columns[at]?.id as string),
];
