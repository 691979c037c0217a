import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { PartStep, RollupScoring, Scoring } from "../../model/derivation.ts";
import type { TotalStep } from "../../model/derivation-scores.ts";
import type { Plan } from "../../model/plan.ts";
import { periodWords } from "../../period/spoken-period.ts";
import type { Phrase } from "../../text/phrase.ts";
import { states } from "../words.ts";
import { rowName } from "./cell-words.ts";
import { joinedLines } from "./joined-lines.ts";
import { nodeLine } from "./node-lines.ts";
import { combinedLine, lackLines, ratingLine } from "./rating-lines.ts";
import { roundedLine } from "./rounded-line.ts";
import { added } from "./terms.ts";
import type { Voice } from "./voice.ts";

/** From the cells, the ratings or the shorter periods to the total. */
export function scoringLines(plan: Plan, scoring: Scoring, voice: Voice): Line[] {
  const { say } = voice;
  switch (scoring.kind) {
    case "row": {
      const nodes = scoring.nodes.map((node) => nodeLine(plan, node, voice));
      return [line(`${say("Sheet")}: ${rowName(scoring.row, voice)}`), ...nodes, totalLine(scoring, voice)];
    }
    case "rated_items": {
      const ratings = scoring.ratings.map((rating) => ratingLine(rating, voice));
      const nodes = scoring.nodes.map((node) => nodeLine(plan, node, voice));
      return [line(say("Ratings"), ratings), ...nodes, totalLine(scoring, voice)];
    }
    case "rated_totals": {
      const ratings = scoring.ratings.map(({ nodes, joined, ...rating }) =>
        ratingLine(rating, voice, [
          ...nodes.map((node) => nodeLine(plan, node, voice)),
          ...(joined ? joinedLines(joined, nodes, voice) : [toned("strong", say("no total"))]),
        ]),
      );
      const { combined, lack } = scoring;
      const how = [
        ...(combined ? [combinedLine(combined, voice)] : []),
        ...(lack ? lackLines(lack, voice, "total") : []),
      ];
      return [line(say("Ratings"), ratings), totalLine(scoring, voice, how)];
    }
    case "rollup": {
      const parts = scoring.parts.map((part) => partLine(scoring, part, voice));
      return [
        line(say("Periods"), parts),
        ...(scoring.own ? [ownLine(plan, scoring.own, voice)] : []),
        totalLine(scoring, voice, rolledLines(scoring, voice)),
      ];
    }
    case "whole": {
      const of = scoringLines(plan, scoring.of, voice);
      const { total } = scoring;
      return total?.cut === undefined && !total?.rounded ? of : [...of, totalLine(scoring, voice, [], wholeTotal)];
    }
    case "decided": {
      const total = voice.points(scoring.total.total);
      return [line(say("The authority gave the total: {total}", { total }))];
    }
    case "left_out":
      return [line(say("There is no row that could be scored."))];
  }
}

function totalLine(
  scoring: Extract<Scoring, { readonly total?: TotalStep }>,
  voice: Voice,
  before: readonly Line[] = [],
  name: Phrase = "Total #points",
): Line {
  const { say, number } = voice;
  const { total } = scoring;
  if (!total) return toned("strong", say("Total: none"), before);
  const { joined, exact, cut, rounded } = total;
  const nodes = "nodes" in scoring ? scoring.nodes : [];
  return toned("strong", `${say(name)}: ${number(total.total)}`, [
    ...before,
    ...(joined ? joinedLines(joined, nodes, voice) : []),
    ...(cut === undefined ? [] : [line(say("{exact} cut to {cut}", { exact: number(exact), cut: number(cut) }))]),
    ...(rounded ? [roundedLine(rounded, voice)] : []),
  ]);
}

/** What a longer period makes of the total of the rows that cover it. */
const wholeTotal = "Total of the whole period" satisfies Phrase;

/** `Quý I/2026: 89,5 điểm, Hoàn thành tốt nhiệm vụ`. */
function partLine({ of }: RollupScoring, { period, isPast, result, total, use, weight }: PartStep, voice: Voice): Line {
  const { say, title, points, number, language } = voice;
  const band = result?.band === undefined ? undefined : of.bands[result.band]?.title;
  const state = result ? title(states[result.state]) : say("no row in the sheets");
  const means = {
    counts: undefined,
    zero: say("counts as 0"),
    left_out: say("left out"),
    blocks: say("the longer period cannot be computed"),
  }[use];
  const what = [
    ...(total === undefined ? [] : [points(total)]),
    band ? title(band) : state,
    ...(result?.decisions?.length ? [say("by decision")] : []),
    ...(isPast ? [say("from an earlier run")] : []),
    ...(weight === undefined ? [] : [say("weight {weight}", { weight: number(weight) })]),
    ...(means === undefined ? [] : [means]),
  ];
  const text = `${periodWords(period)[language]}: ${what.join(", ")}`;
  return use === "counts" ? line(text) : toned("strong", text);
}

/** What is scored in this period alone. */
function ownLine(plan: Plan, { row, nodes }: NonNullable<RollupScoring["own"]>, voice: Voice): Line {
  const { say } = voice;
  const where = row ? rowName(row, voice) : say("no row in the sheets");
  return line(
    `${say("Scored in this period alone")}: ${where}`,
    nodes.map((node) => nodeLine(plan, node, voice)),
  );
}

/** How the totals of the parts became one, exactly. */
function rolledLines({ how, parts, inputs, formula, total }: RollupScoring, voice: Voice): Line[] {
  if (!total) return [];
  const { say, number, exact: bare } = voice;
  const counted = parts.filter(({ use }) => use === "counts" || use === "zero");
  const totals = counted.map((part) => bare(part.use === "zero" ? 0 : (part.total ?? 0)));
  const exact = number(total.exact);
  switch (how.kind) {
    case "mean":
      return [line(`(${added(totals)}) / ${totals.length} = ${exact}`)];
    case "sum":
      return [line(`${added(totals)} = ${exact}`)];
    case "last":
      return [line(say("the last rated period: {exact}", { exact }))];
    case "best":
      return [line(say("the best of {totals}: {exact}", { totals: totals.join("; "), exact }))];
    case "worst":
      return [line(say("the worst of {totals}: {exact}", { totals: totals.join("; "), exact }))];
    case "weights": {
      const weights = counted.map(({ weight }) => number(weight ?? 0));
      const products = added(totals.map((each, at) => `${each} × ${weights[at]}`));
      return [line(`(${products}) / (${added(weights)}) = ${exact}`)];
    }
    case "value": {
      const values = inputs.length === 0 ? "" : ` (${voice.inputs(inputs)})`;
      return [line(`${formula ?? ""}${values} = ${exact}`)];
    }
  }
}
