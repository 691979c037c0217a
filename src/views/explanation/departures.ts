import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Derivation, RowScoring, Scoring } from "../../model/derivation.ts";
import type { NodeStep } from "../../model/derivation-scores.ts";
import type { Departure } from "../../model/plan.ts";
import { documentOf } from "../headings.ts";
import type { JsonObject } from "../json-values.ts";
import { heads, nameOf } from "../words.ts";
import type { Voice } from "./voice.ts";

/** What adopting files make otherwise of all that decided or counted here: a line for each file. */
export function differingLines(derivation: Derivation, voice: Voice): Line[] {
  const { plan } = derivation;
  const names = new Map(partsIn(derivation));
  return departuresIn(derivation).map(({ file, because, parts }) => {
    const document = documentOf(plan, because);
    const differing = [...new Set(parts.map((part) => names.get(part)?.(voice) as string))];
    return line(
      voice.say("differs from the common rules by {document}[ ({file})]: {differing}", {
        document,
        file,
        differing,
      }),
    );
  });
}

/** The same for programs. */
export const departuresJson = (derivation: Derivation): readonly JsonObject[] | undefined => {
  const found = departuresIn(derivation).map(({ file, because, parts }) => ({ file, because, parts }));
  return found.length > 0 ? found : undefined;
};

function departuresIn(derivation: Derivation): readonly Departure[] {
  const { departures = [] } = derivation.plan;
  if (departures.length === 0) return [];
  const addresses = new Set([...partsIn(derivation)].map(([address]) => address));
  return departures
    .map((departure) => ({ ...departure, parts: departure.parts.filter((part) => addresses.has(part)) }))
    .filter(({ parts }) => parts.length > 0);
}

type Named = readonly [address: string, name: (voice: Voice) => string];

/** All that decided or counted, by its address in a rubric. */
function* partsIn(derivation: Derivation): Generator<Named> {
  const { plan, stage, scoring, classing, quotas, ranking, awards, alerts, result } = derivation;
  const isOfRows = stage.period === plan.stage.period;
  const way = isOfRows ? "" : `rollups.${stage.period}.`;
  for (const step of rowsOf(scoring)) yield* nodesIn(step);
  if (scoring.kind === "rollup") {
    for (const key of ["score", "missing", "at_least", "parts", "attributes"])
      yield [`${way}${key}`, ({ say }) => say("how the score comes from shorter periods")];
  }
  if (isOfRows && plan.ratings) yield ["ratings", ({ say }) => say("how several ratings become one")];
  if ("total" in scoring && scoring.total) yield [`${way}total`, ({ title }) => title(heads.total)];
  for (const at of bandsIn(classing, result.band))
    yield [`${way}bands.${stage.bands[at]?.id}`, ({ say, band }) => say("band {band}", { band: band(at) })];
  for (const { rule, acts } of classing.rules)
    if (acts) yield [`${way}rules.${rule.id}`, ({ rules }) => rules([rule.id])];
  for (const { quota } of quotas) yield [`${way}quotas.${quota.id}`, (voice) => voice.quotas([quota.id])];
  if (ranking) yield [`${way}ranking`, ({ say }) => say("the order of the ranking")];
  for (const { award, outcome } of awards)
    if (outcome !== "no_candidate") yield [`${way}awards.${award.id}`, (voice) => voice.awards([award.id])];
  for (const { alert } of alerts) yield [`${way}alerts.${alert.id}`, ({ language }) => nameOf(alert, language)];
}

/** The areas and items that were scored in this period itself. */
function rowsOf(scoring: Scoring): readonly NodeStep[] {
  switch (scoring.kind) {
    case "rollup":
      return scoring.own?.nodes ?? [];
    case "whole":
      return nodesOf(scoring.of);
    case "row":
    case "rated_items":
    case "rated_totals":
      return nodesOf(scoring);
    case "decided":
    case "left_out":
      return [];
  }
}

const nodesOf = (scoring: RowScoring): readonly NodeStep[] =>
  scoring.kind === "rated_totals" ? scoring.ratings.flatMap(({ nodes }) => nodes) : scoring.nodes;

function* nodesIn(step: NodeStep): Generator<Named> {
  const { node, state } = step;
  if (state !== "none")
    yield [node.id, ({ title }) => (title(node.title) === node.id ? node.id : `${node.id} · ${title(node.title)}`)];
  if (step.kind === "area") for (const child of step.children) yield* nodesIn(child);
}

/** Bands that somebody was in, came into, or missed by points. */
function bandsIn({ natural, path }: Derivation["classing"], last: number | undefined): ReadonlySet<number> {
  const missed = natural?.lacking === undefined ? [] : [natural.band - 1];
  const met = path.flatMap((step) => (step.kind === "gate" ? [step.band] : []));
  return new Set([...missed, ...(natural ? [natural.band] : []), ...met, ...(last === undefined ? [] : [last])]);
}
