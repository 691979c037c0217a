import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, Column } from "../../model/column.ts";
import { valueText } from "../../model/groups.ts";
import { showKey } from "../../model/keys.ts";
import type { Units } from "../../model/node.ts";
import { rowPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Reason } from "../../model/reason.ts";
import type { Difference, Result } from "../../model/report.ts";
import type { NodeState } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { formatDecimal, parseDecimal, spelledText } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { add, divide, equal } from "../../number/exact.ts";
import { createNames } from "../../text/names.ts";
import { phrase } from "../../text/phrase.ts";

/** Where the office's own figures (`compare` columns) are not ours. A blank one is no figure. */
export function findDifferences(plan: Plan, stage: Stage, results: Iterable<Result>): readonly Difference[] {
  const compared = plan.columns.flatMap((column, index) =>
    column.compare ? [{ index, compare: column.compare }] : [],
  );
  const differences: Difference[] = [];
  for (const result of compared.length > 0 ? results : []) {
    // The ratings of a subject agree in such columns.
    const [row] = result.rows;
    if (!row) continue;
    for (const { index, compare } of compared) {
      const theirs = row.columns[index];
      if (theirs === undefined) continue;
      const ours = ourFigure(plan, stage, result, compare);
      if (ours.accepts(theirs)) continue;
      const derivation = derivationOf(plan, stage, result, compare);
      const shown = shownText(plan.columns[index] as Column, theirs);
      differences.push({ key: result.key, column: index, row, theirs: shown, ours: ours.text, derivation });
    }
  }
  return differences;
}

/** Lists the differences, each at the office's cell. */
export function reportDifferences(plan: Plan, differences: readonly Difference[], diagnostics: Diagnostics): void {
  for (const { key, column, row, theirs, ours, derivation } of differences) {
    const { title } = plan.columns[column] as Column;
    const place = rowPlace(row, row.sheet.columns[column] || 1);
    const figures = {
      theirs: spelledText(theirs),
      ours: spelledText(ours || "–"),
      derivation: spelledText(derivation),
    };
    diagnostics.report("A110", { key: showKey(key), column: title, ...figures }, place);
  }
}

/**
 * What our figure is made of, in short: `A 26.7 + B 23.9 = 50.6`, with an arrow where more than adding lies between (skipped
 * scores, weights, rounding), and behind a band by points what gave another.
 */
function derivationOf(plan: Plan, stage: Stage, result: Result, compare: NonNullable<Column["compare"]>): string {
  const under = stage.nodes[compare.node ?? -1]?.body;
  const inside = under?.kind === "area" ? under.children : under ? [] : stage.top;
  const parts = inside.filter((node) => stage.nodes[node]?.counts !== false);
  const adding = parts.filter((node) => result.states[node] !== "none" && !isSkipped(result.states[node]));
  const skipped = parts.filter((node) => isSkipped(result.states[node]));
  const points = (units: Units | undefined): string =>
    units === undefined ? "–" : formatDecimal(divide(units, plan.scale));
  const scores = adding.map((node) => `${stage.nodes[node]?.id} ${points(result.scores[node])}`).join(" + ");
  const whole = compare.node === undefined ? result.total : result.scores[compare.node];
  const sum = adding.reduce<Units | undefined>((sum, node) => {
    const score = result.scores[node];
    return sum === undefined || score === undefined ? undefined : add(sum, score);
  }, 0);
  const adds = sum !== undefined && whole !== undefined && equal(sum, whole);
  const arithmetic = scores === "" ? points(whole) : `${scores} ${adds ? "=" : "→"} ${points(whole)}`;
  const turns = compare.with === "band" && result.reason ? turnsIn(result.reason, plan.language) : [];
  const without = skipped.map((node) => `${stage.nodes[node]?.id}: ${phrase("left out")[plan.language]}`);
  return [arithmetic, ...without, ...turns].join("; ");
}

/** Of an earlier run it is not known. */
const isSkipped = (state: NodeState | undefined): boolean => state === "skip_area" || state === "skip_total";

/** The rules and quotas that gave another band than the points. */
function turnsIn(reason: Reason, language: Plan["language"]): readonly string[] {
  switch (reason.kind) {
    case "moved":
      return reason.moves.flatMap(({ quotas }) => quotas.map((quota) => quota[language]));
    case "ruled":
      return reason.rules.map((rule) => rule[language]);
    case "several":
      return reason.reasons.flatMap((each) => turnsIn(each, language));
    case "decided":
      return reason.before ? turnsIn(reason.before, language) : [];
    default:
      return [];
  }
}

interface Figure {
  readonly text: string;
  accepts(theirs: CellValue): boolean;
}

function ourFigure(plan: Plan, stage: Stage, result: Result, compare: NonNullable<Column["compare"]>): Figure {
  switch (compare.with) {
    case "total":
      return numberFigure(result.total === undefined ? undefined : divide(result.total, plan.scale));
    case "area": {
      const score = result.scores[compare.node as number];
      return numberFigure(score === undefined ? undefined : divide(score, plan.scale));
    }
    case "rank":
      return numberFigure(result.rank);
    case "band": {
      const band = stage.bands[result.band ?? -1];
      const names = createNames(band ? [band.id, band.title.vi, band.title.en].map((name) => [name, band]) : []);
      return { text: band?.title[plan.language] ?? "", accepts: (theirs) => names(valueText(theirs)) !== undefined };
    }
  }
}

/** A figure without a finite decimal is also met by what we print of it. */
function numberFigure(ours: Exact | undefined): Figure {
  if (ours === undefined) return { text: "", accepts: () => false };
  const text = formatDecimal(ours);
  const printed = parseDecimal(text) as Exact;
  return {
    text,
    accepts(theirs) {
      const number = typeof theirs === "string" ? parseDecimal(theirs.replace(",", ".")) : theirs;
      return typeof number !== "boolean" && number !== undefined && (equal(number, ours) || equal(number, printed));
    },
  };
}

/** As the cell says it: the word for a value. */
function shownText({ type }: Column, value: CellValue): string {
  const label = type.kind === "choice" ? type.values.find(({ id }) => id === value)?.label : undefined;
  return label ?? valueText(value);
}
