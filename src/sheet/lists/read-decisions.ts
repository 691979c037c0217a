import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Decision, DecisionAction } from "../../model/given.ts";
import { joinKey, keyColumns, writtenKey } from "../../model/keys.ts";
import { cellPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import { stageOfKind } from "../../model/stages.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import { readDate } from "../../period/shown-day.ts";
import type { Place } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { hasScores } from "../2-header/find-header.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import { targetsOf } from "../2-header/targets.ts";
import { createDecimalMarks } from "../3-cells/decimal-mark.ts";
import { readNumber } from "../3-cells/number-text.ts";
import { kindsOf } from "../3-cells/row-period.ts";
import { createTypedWords } from "../3-cells/typed-words.ts";
import { wordTable } from "../3-cells/words.ts";
import { decisionsFile } from "../misplaced.ts";
import type { Spellings } from "../spellings/spellings.ts";
import { actionWords, decisionHeads, furtherActionWords } from "../vocabulary.ts";
import type { ColumnId } from "./decision-value.ts";
import { createValueReader, named, values, wordsOf } from "./decision-value.ts";
import { readList } from "./list.ts";
import type { ListRow } from "./list-row.ts";

const columns = Object.keys(decisionHeads) as readonly ColumnId[];
const optional: readonly ColumnId[] = ["value", "date"];
const free: readonly ColumnId[] = ["reason", "authority", "date"];

const unmovable = (): boolean => false;
const looksLikeDay = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$/;
const exampleDay = "02/04/2026";

/** What could have moved into each column with the cells behind a number that its comma parts; into the others anything. */
const movable: Readonly<Partial<Record<ColumnId, (text: string) => boolean>>> = {
  key: unmovable,
  period: unmovable,
  action: unmovable,
  value: (text) => typeof readNumber(text) === "object",
  authority: (text) => !looksLikeDay.test(text),
};

export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly rows: number;
}

/** Reads decisions of the authority; those that are not sound in themselves are reported and left out. */
export async function readDecisions(
  plan: Plan,
  input: FileInput,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<ReadDecisions> {
  let file = input.name;
  const place = (line: number, column?: number): Place => cellPlace(file, line, column);
  const marks = createDecimalMarks(place, diagnostics, plan.decimalMark);
  const typed = createTypedWords(place, diagnostics);
  const actions = wordTable(actionEntries, typed);
  const withValue = createValueReader(plan, marks, typed, diagnostics);
  const decisions: Decision[] = [];
  const parts = keyParts(plan);
  const list = [
    ...columns.map((id) => ({
      id,
      headers: headsOf(id, plan),
      required: id !== "date",
      ...(id === "key" && parts.length > 0 && { parts: parts.map((part) => part.id) }),
      isKey: id === "key",
      isFree: free.includes(id),
      isWords: id === "reason" || id === "authority",
      ...(movable[id] && { reads: movable[id] }),
    })),
    ...parts.map((part) => ({ ...part, required: false, isKey: true, reads: unmovable })),
  ];
  const rows = await readList(input, list, diagnostics, {
    marks,
    neverCounts: true,
    expected: decisionsFile.found,
    isSheet: (rows) => hasScores(rows, targetsOf(plan)),
    onOpen: (name) => {
      file = name;
    },
    onMissing: (column, place) =>
      diagnostics.report(
        "D401",
        {
          column: named(column as ColumnId),
          columns: columns.map(named),
          ...(parts.length > 0 && { parts: parts.map(({ name }) => name) }),
        },
        place,
      ),
    onRow: (row) => {
      const decision = read(row);
      if (decision) decisions.push(decision);
    },
  });
  typed.finish();
  return { decisions, rows };

  function read(row: ListRow): Decision | undefined {
    const key = row.ordinals.has("key") || parts.length === 0 ? [{ id: "key", name: named("key") }] : parts;
    const others = columns.filter((id) => id !== "key" && !optional.includes(id));
    const blank = [...key, ...others.map((id) => ({ id, name: named(id) }))].filter(({ id }) => row.text(id) === "");
    for (const { id, name } of blank) diagnostics.report("D403", { column: name }, row.place(id));
    const found = row.text("action");
    const action = actions.get(found, row.place("action"));
    if (!action && found !== "") {
      const all = Object.keys(values) as DecisionAction[];
      const near = suggest(found, [...all, ...Object.values(actionWords)]);
      const suggestion = all.find((id) => id === near || actionWords[id] === near);
      const parameters = { found, suggestion: suggestion && wordsOf(suggestion), actions: all.map(wordsOf) };
      diagnostics.report("D402", parameters, row.place("action"));
    }
    const period = parsePeriod(row.text("period"));
    const stage = period && stageOfKind(plan, period.kind);
    if (!stage && row.text("period") !== "") {
      const kinds = expectedKinds(kindsOf(plan));
      diagnostics.report("D404", { found: row.text("period"), expected: kinds }, row.place("period"));
    }
    const date = row.text("date");
    const isDay = !looksLikeDay.test(date) || readDate(date.replace(/[.-]/g, "/")) !== undefined;
    if (!isDay) diagnostics.report("D414", { found: date, example: exampleDay }, row.place("date"));
    if (blank.length > 0 || !action || !period || !stage || !isDay) return undefined;
    const value = row.text("value");
    const subject = key.length > 1 ? joinKey(key.map(({ id }) => row.text(id))) : writtenKey(row.text("key"));
    const keyOrdinals = key.map(({ id }) => row.ordinals.get(id) ?? 1);
    spellings.seeKey(subject, file, row.line, keyOrdinals);
    const decision = {
      key: spellings.printedKey(subject),
      period: period.name,
      action,
      value: values[action] === "key" ? spellings.printedKey(writtenKey(value)) : value,
      reason: row.text("reason"),
      authority: row.text("authority"),
      date,
      file,
      line: row.line,
      ordinals: new Map([...row.ordinals, ["key", keyOrdinals[0] ?? 1]]),
    };
    return withValue(decision, stage, row);
  }
}

/** What a column may be called besides its id: the key, as in the sheets too. */
function headsOf(id: ColumnId, { key, columns: declared }: Plan): readonly string[] {
  const own = id === "key" && key.length === 1 ? declared[key[0] as number] : undefined;
  return own ? [...new Set([...decisionHeads.key, own.id, ...own.headers])] : decisionHeads[id];
}

/** The columns of a key of several, which may stand in place of that of the whole key. */
const keyParts = (plan: Plan) =>
  plan.key.length === 1
    ? []
    : keyColumns(plan).map(({ id, headers }) => ({
        id: `key ${id}`,
        headers: [id, ...headers],
        name: headers[0] ?? id,
      }));

const actionEntries: readonly (readonly [string, DecisionAction])[] = [
  ...Object.keys(values).map((id) => [id, id as DecisionAction] as const),
  ...Object.entries(actionWords).map(([id, word]) => [word, id as DecisionAction] as const),
  ...furtherActionWords,
];
