import type { Block } from "../../document/block.ts";
import type { Cell, Row, Table, TableColumn } from "../../document/table.ts";
import { id, number, table, text } from "../../document/table.ts";
import type { CellValue, Column, ColumnType } from "../../model/column.ts";
import type { Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import { columnText } from "../columns.ts";
import { policyWords } from "../explanation/law-words.ts";
import { scaleWords } from "../explanation/scale-words.ts";
import { forPeople } from "../style.ts";
import { flags } from "../words.ts";
import type { Telling } from "./telling.ts";
import { pointsText, remarkWords, roundingText } from "./telling.ts";

/** Areas and items in the order of the rubric: what each is, its points, how a cell becomes points, and what is particular. */
export function criteriaTable(telling: Telling): Table {
  const { plan, stage, voice } = telling;
  const { say, title } = voice;
  const columns: TableColumn[] = [
    { id: "id", head: say("Code"), type: id },
    { id: "title", head: say("Criterion"), type: text },
    { id: "max", head: say("At most"), type: { ...number, scale: plan.scale } },
    { id: "scale", head: say("How it is scored"), type: text },
    { id: "missing", head: say("A blank cell"), type: text },
    { id: "notes", head: say("Particulars"), type: text },
  ];
  return table(columns, rowsBelow(stage.top));

  function rowsBelow(children: readonly number[]): Row[] {
    return children.flatMap((at) => {
      const node = stage.nodes[at] as Node;
      return [rowOf(node), ...(node.body.kind === "area" ? rowsBelow(node.body.children) : [])];
    });
  }

  function rowOf(node: Node): Cell[] {
    const { body, max } = node;
    return [
      node.id,
      title(node.title),
      max,
      body.kind === "area" ? areaWords(telling, node) : (formula(body.scale) ?? scaleWords(plan, body.scale, voice)),
      body.kind === "area" ? undefined : policyWords(body.missing, voice),
      particulars(telling, node).join("; "),
    ];
  }

  function formula(scale: (Node["body"] & { kind: "item" })["scale"]): string | undefined {
    if (scale.kind === "table" && scale.of) {
      return say("{formula}: {rows}", { formula: telling.words(scale.of), rows: scaleWords(plan, scale, voice) });
    }
    return scale.kind === "value"
      ? say("computed: {formula}", { formula: telling.words(scale.expression) })
      : undefined;
  }
}

/** How the children of an area become its score. */
function areaWords(telling: Telling, { body }: Node): string {
  const { voice, stage } = telling;
  const { say, number: decimal } = voice;
  if (body.kind !== "area") return "";
  const { combine, clamp, children, base } = body;
  const how =
    typeof combine === "object"
      ? say("mean with weights: {weights}", {
          weights: combine.weights.map((weight, at) => `${stage.nodes[children[at] as number]?.id} ${decimal(weight)}`),
        })
      : { sum: say("sum"), best: say("the best of them"), mean: say("mean") }[combine];
  const start = base === undefined ? [] : [say("begins with {base}", { base: pointsText(telling, base) })];
  return [...start, how, ...(clamp ? [say("cut at the max")] : [])].join(", ");
}

/** What is true of this node alone. */
function particulars(telling: Telling, node: Node): string[] {
  const { plan, voice, words, language } = telling;
  const { say } = voice;
  const { bonus, counts, when, zeroIf, round, min, body } = node;
  const evidence = body.kind === "item" && body.evidence !== undefined ? plan.columns[body.evidence] : undefined;
  const heads = body.kind === "item" ? body.headers.filter((head) => head !== node.title[plan.language]) : [];
  return [
    ...(heads.length > 0 ? [say("in the sheet: {heads}", { heads: heads.join(" / ") })] : []),
    ...(bonus ? [say("bonus: added beyond the max")] : []),
    ...(counts === false ? [say("shown, but part of no total")] : []),
    ...(node.by ? [say("points by {column}: {cases}", casesOf(telling, node.by))] : []),
    ...(when ? [say("only where {condition}", { condition: words(when) })] : []),
    ...(zeroIf ? [say("0 points where {condition}", { condition: words(zeroIf) })] : []),
    ...(round ? [roundingText(telling, round)] : []),
    ...(min === "none" ? [say("may fall below 0 without limit")] : []),
    ...(min !== "none" && min !== 0 ? [say("not below {min}", { min: pointsText(telling, min) })] : []),
    ...(evidence ? [say("evidence in: {column}", { column: evidence.title[language] })] : []),
    ...remarkWords(telling, node),
  ];
}

/** The points of a node for each value of a column: `Chức danh: Trưởng 60, Phó 75`. */
function casesOf(telling: Telling, { column, cases }: NonNullable<Node["by"]>): { column: string; cases: string } {
  const { plan, language } = telling;
  const valueText = columnText(plan, column, forPeople({ ...plan, language }));
  const texts = cases.map(({ value, max }) => `${valueText(value)} ${pointsText(telling, max)}`);
  return { column: plan.columns[column]?.title[language] ?? "", cases: texts.join(", ") };
}

/** The columns of a sheet besides the items: what may stand in them, and what a blank cell is. */
export function columnsTable(telling: Telling): Table {
  const { plan, language, voice } = telling;
  const { say } = voice;
  const columns: TableColumn[] = [
    { id: "title", head: say("Column"), type: text },
    { id: "heads", head: say("Heads in a sheet"), type: text },
    { id: "values", head: say("May hold"), type: text },
    { id: "blank", head: say("A blank cell"), type: text },
  ];
  return table(
    columns,
    plan.columns.map((column, at) => [
      column.title[language],
      [...new Set([...column.headers, column.id])].join(" / "),
      typeWords(column.type, telling),
      blankWords(column, at),
    ]),
  );

  function blankWords(column: Column, at: number): string {
    if (column.compare) return say("compared with what is computed, never used");
    if (column.is !== undefined) return sameWords(column, column.is, at);
    const when = column.when ? say("only where {condition}", { condition: telling.words(column.when) }) : undefined;
    const blank = column.required
      ? say("is refused")
      : column.default === undefined || column.default === ""
        ? say("is blank")
        : say("is {value}", { value: columnText(plan, at, forPeople(plan))(column.default) });
    return [...(when === undefined ? [] : [when]), blank].join("; ");
  }

  /** A column of the rater that a column of the subject tells. */
  function sameWords({ default: value }: Column, is: number, at: number): string {
    const of = plan.columns[is]?.title[language] ?? "";
    return value === undefined
      ? say("is {column} of the rater as a subject", { column: of })
      : say("is {column} of the rater as a subject, of others {value}", {
          column: of,
          value: columnText(plan, at, forPeople(plan))(value),
        });
  }
}

/** The lists beside the sheets that the rubric looks things up in: a row for each of their columns. */
export function listsTable({ tables = [] }: Plan, telling: Telling): Table {
  const { language, voice } = telling;
  const { say } = voice;
  const columns: TableColumn[] = [
    { id: "list", head: say("List"), type: id },
    { id: "heads", head: say("Heads in a list"), type: text },
    { id: "values", head: say("May hold"), type: text },
    { id: "blank", head: say("A blank cell"), type: text },
    { id: "notes", head: say("Particulars"), type: text },
  ];
  const valueText = (value: CellValue): string =>
    typeof value === "boolean"
      ? flags[value ? "yes" : "no"][language]
      : typeof value === "string"
        ? value
        : voice.number(value);
  return table(
    columns,
    tables.flatMap((list) =>
      list.columns.map(({ id: own, headers, type, required, default: value }, at): Cell[] => [
        list.id,
        [...new Set([...headers, own])].join(" / "),
        type.kind === "band" ? say("a class") : typeWords(type, telling),
        required
          ? say("is refused")
          : value === undefined || value === ""
            ? say("is blank")
            : say("is {value}", { value: valueText(value) }),
        [
          ...(list.key === at ? [say("found by this")] : []),
          ...(list.log?.key.includes(at) ? [say("whose row it is")] : []),
          ...((list.log?.period ?? list.period) === at ? [say("when: only rows of the period count")] : []),
        ].join("; "),
      ]),
    ),
  );
}

function typeWords(type: ColumnType, { voice, language }: Telling): string {
  const { say, number: decimal } = voice;
  switch (type.kind) {
    case "text":
      return say("a text");
    case "choice":
      return type.values.map(({ id: value, label }) => label ?? value).join(" / ");
    case "date":
      return say("a date");
    case "flag":
      return `${flags.yes[language]} / ${flags.no[language]}`;
    case "number":
      return [
        say("a number"),
        ...(type.min === undefined ? [] : [say("from {least}", { least: decimal(type.min) })]),
        ...(type.max === undefined ? [] : [say("at most {most}", { most: decimal(type.max) })]),
        ...(type.step === undefined ? [] : [say("in steps of {step}", { step: decimal(type.step) })]),
      ].join(", ");
  }
}

/** What words of a score cell mean, and rows with nothing but whose they are. */
export function codeBlocks({ plan: { codes, blankRows, ratings }, voice }: Telling): Block[] {
  const { say } = voice;
  const of = ratings?.level === "item" ? "rating" : "row";
  const items = [
    ...codes.map(
      ({ word, policy }) => `${say("“{word}” in a score cell", { word })}: ${policyWords(policy, voice, of)}`,
    ),
    ...(blankRows === undefined ? [] : [blankRowWords(blankRows)]),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items }];

  function blankRowWords(policy: NonNullable<Plan["blankRows"]>): string {
    switch (policy) {
      case "incomplete":
        return say("A row with nothing but whose it is: a score is still owed");
      case "skip":
        return say("A row with nothing but whose it is: left out, and listed");
      case "score":
        return say("A row with nothing but whose it is: scored, each blank cell as is said of it");
    }
  }
}
