import { formatDecimal } from "../number/decimal.ts";
import { divide, isFraction, toKey } from "../number/exact.ts";
import { compareText } from "../text/order.ts";
import type { Node, Units } from "./node.ts";
import type { Plan } from "./plan.ts";
import { somewhere } from "./somewhere.ts";
import type { Stage } from "./stage.ts";
import { hasOwnAreas, stagesOf, weightIn } from "./stages.ts";

/**
 * What earlier results must have been judged by to be a history of later ones, by the address of the part: bands with the points from which
 * they are had, from where to where points go, and, behind `#`, what stands for all else that a part says.
 */
export function recordedLaw(plan: Plan): Readonly<Record<string, string>> {
  const points = (units: Units): string => formatDecimal(divide(units, plan.scale));
  const law: [string, string][] = [["period", plan.stage.period]];
  for (const stage of stagesOf(plan)) {
    const isOfRows = stage === plan.stage;
    const way = isOfRows ? "" : `rollups.${stage.period}.`;
    const bands = stage.bands.map(({ id, from }) => (from === undefined ? id : `${id} ${points(from)}`));
    const { max, ...beside } = stage.total;
    law.push([`${way}bands`, bands.join(", ")], [`${way}total`, `${points(max)} #${sign(plan, stage, beside)}`]);
    const hasAreas = isOfRows || plan.rollups.some((rollup) => rollup === stage && hasOwnAreas(rollup));
    for (const [at, node] of (hasAreas ? stage.nodes : []).entries()) {
      const { id, min, max } = node;
      const range = `${min === "none" ? "" : points(min)}..${points(max)}`;
      law.push([id, `${range} #${sign(plan, stage, [ownOf(node), weightIn(stage, at)])}`]);
    }
    for (const { id, require, otherwise } of stage.bands)
      if (require.length > 0) law.push([`${way}bands.${id}`, `#${sign(plan, stage, [require, otherwise])}`]);
    for (const key of ["rules", "quotas", "awards", "alerts"] as const)
      for (const part of stage[key]) law.push([`${way}${key}.${part.id}`, `#${sign(plan, stage, part)}`]);
  }
  for (const rollup of plan.rollups) {
    const { score, missing, atLeast, parts, attributes } = rollup;
    law.push([
      `rollups.${rollup.period}.score`,
      `#${sign(plan, rollup, { score, missing, atLeast, parts, attributes })}`,
    ]);
  }
  if (plan.ratings) {
    const { by, role, sources, ...judged } = plan.ratings;
    const raters = [by, role ?? -1].map((at) => plan.columns[at]?.id);
    law.push(["ratings", `#${sign(plan, plan.stage, [judged, raters, sources?.map(({ id }) => id)])}`]);
  }
  return Object.fromEntries(law);
}

/** Whether results that were judged by another law in the part of an address say something else to those who read them. */
export function readsOf(plan: Plan): (address: string) => boolean {
  const fields = fieldsIn(plan);
  const isRead = (...names: readonly string[]): boolean => names.some((name) => fields.has(name));
  const bands = isRead("band", "rank", "awards", "alerts", "streak");
  const read: Readonly<Record<string, boolean>> = {
    rules: bands || isRead("rules"),
    quotas: bands,
    bands,
    awards: isRead("awards"),
    alerts: isRead("alerts"),
  };
  // Whether somebody is rated is always read, and what a rule did that is no longer there is not known.
  const classing = stagesOf(plan).flatMap(({ rules }) => rules.filter(({ effect }) => effect.kind !== "not_rated"));
  const classes = new Set(classing.map(({ id }) => id));
  return (address) => {
    const [, kind = "", id = ""] = /^(?:rollups\.\w+\.)?(\w+)\.(\w+)$/.exec(address) ?? [];
    return read[kind] !== false || (kind === "rules" && !classes.has(id));
  };
}

/** What is asked of other periods: by longer ones, and by what looks back. */
function fieldsIn({ stage, rollups }: Plan): ReadonlySet<unknown> {
  const partsOf = ({ bands, rules, awards, alerts }: Stage): readonly object[] => [bands, rules, awards, alerts].flat();
  const lookingBack = partsOf(stage).filter((part) =>
    somewhere(part, ({ kind, name }) => kind === "streak" || (kind === "ask" && name === "recent")),
  );
  const fields = new Set<unknown>();
  somewhere([lookingBack, rollups.map((rollup) => [rollup.score, partsOf(rollup)])], ({ kind, field }) => {
    fields.add(kind === "streak" ? kind : field);
    return false;
  });
  return fields;
}

/** Wording, and the places of parts in lists, which others may take. */
const left: ReadonlySet<string> = new Set(
  "id title text cite note label also labels headers parent cell children evidence missingStated".split(" "),
);
const columnKeys: ReadonlySet<string> = new Set(["once", "column", "done", "target", "within"]);

/** The weights in an area are told with its children. */
const ownOf = ({ body, ...node }: Node): object =>
  body.kind === "area" && typeof body.combine === "object"
    ? { ...node, body: { ...body, combine: "mean" } }
    : { ...node, body };

/** A short text that is another one where a part says something else. */
function sign({ columns }: Plan, { nodes }: Stage, part: unknown): string {
  const idOf = (at: unknown): string | undefined => columns[at as number]?.id;
  const text = JSON.stringify(part, (key, value: unknown) => {
    if (left.has(key)) return undefined;
    if (isFraction(value)) return toKey(value);
    if (columnKeys.has(key)) return Array.isArray(value) ? value.map(idOf) : idOf(value);
    const { kind, index } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof index === "number") return kind === "node" ? nodes[index]?.id : idOf(index);
    // A plan that was read again has its keys in another order.
    const isPlain = typeof value !== "object" || value === null || Array.isArray(value);
    return isPlain ? value : Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
  });
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
