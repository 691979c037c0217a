import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, equal, sum } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Circumstances, Combination } from "../3-facts/circumstances.ts";
import { circumstances, describe, lineage, mostCombinations } from "../3-facts/circumstances.ts";
import type { Figure } from "../3-facts/figures.ts";
import { casesOf, partIn } from "../3-facts/figures.ts";
import type { Combine, Span } from "../3-facts/offers.ts";
import { independentGroups, singleGroup, spanOf } from "../3-facts/offers.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { isCounted, nodesOf } from "../3-facts/outline.ts";
import { statedMax } from "../3-facts/scale.ts";
import type { Check, Context } from "./context.ts";

/** What an area (or the total) promises, and where that stands. */
interface Promised {
  readonly name: Bilingual;
  readonly max: Figure;
  readonly holder: object;
  readonly area?: NodeEntry;
  readonly children: readonly NodeEntry[];
  /** An area that is cut at its max may offer more. */
  readonly atLeast: boolean;
}

/** In every case that `when` distinguishes, the children of an area offer its max, and the top level that of the total. */
export const checkSums: Check = (context) => {
  const cases = circumstances(context);
  if (!cases) return;
  const { rubric, nodes } = context;
  /** Areas whose max is wrong, and those around them, whose sums that changes. */
  const wrong = new Set<NodeEntry>();
  for (const area of nodes.toReversed()) {
    const { part, children } = area;
    if (part.items === undefined || part.max === undefined) continue;
    const name = phrase("area `{id}`", { id: part.id });
    const promised = { name, max: part.max, holder: part, area, children, atLeast: part.clamp === true };
    if (children.some((child) => wrong.has(child)) || !keepsMax(context, cases, promised)) wrong.add(area);
  }
  const top = nodesOf(context).filter(({ parent }) => parent === undefined);
  const { max } = rubric.total;
  const name = phrase("the total");
  if (max !== undefined && !top.some((area) => wrong.has(area)))
    keepsMax(context, cases, { name, max, holder: rubric.total, children: top, atLeast: false });
};

/** Reports a sum that is not the max that was promised. */
function keepsMax(context: Context, cases: Circumstances, promised: Promised): boolean {
  const { places, diagnostics } = context;
  const { name, holder, area, atLeast } = promised;
  const combine = area?.part.combine ?? "sum";
  const base = area?.part.base ?? 0;
  const children = promised.children.filter(isCounted);
  // Weights that are not those of the children have been told, and a child that owes its max.
  if (typeof combine === "object" && !children.every(({ part }) => Object.hasOwn(combine.weights, part.id)))
    return true;
  const parts = [...children.map(({ part }) => part), ...(area ? [area.part] : [])];
  if (parts.some((part) => casesOf(context, part).some((plain) => statedMax(plain) === undefined))) return true;
  const around = cases.deciding(area ? lineage(area) : []);
  const own = area ? cases.settling([area.part]).filter((column) => !around.includes(column)) : [];
  const outside = [...around, ...own];
  const groups = (combine === "sum" ? independentGroups : singleGroup)(cases, children, outside);
  const count = groups.reduce((all, { columns }) => all + cases.count([...outside, ...columns]), 0);
  if (count > mostCombinations) {
    diagnostics.report("R129", { name, limit: mostCombinations }, places.value(holder, "max"));
    return true;
  }
  for (const outer of cases.combinations(outside) ?? []) {
    if (area && !cases.appliesWithin(area, outer)) continue;
    const max = area ? (statedMax(partIn(area.part, outer)) as Exact) : (promised.max as Exact);
    const isKept = (offered: Exact): boolean => (atLeast ? compare(offered, max) >= 0 : equal(offered, max));
    const spans = groups.map((group) => spanOf(cases, group, combine, outer));
    const end = (["lowest", "highest"] as const).find(
      (each) => !isKept(add(base, sum(spans.map((span) => span[each].offered)))),
    );
    if (!end) continue;
    const varying = spans.filter(({ lowest, highest }) => !equal(lowest.offered, highest.offered));
    const all = together(outer, spans, end);
    const present = children.filter(({ part }) => cases.applies(part, all));
    const parameters = {
      name,
      // What a column without a part in it says does not matter.
      case: caseOf(varying.length > 0 ? together(outer, varying, end) : all),
      working: (area?.part.base === undefined ? "" : `base ${formatDecimal(base)} + `) + working(combine, present, all),
      offered: formatDecimal(add(base, sum(spans.map((span) => span[end].offered)))),
      max: formatDecimal(max),
    };
    diagnostics.report("R126", parameters, places.value(holder, "max"));
    return false;
  }
  return true;
}

const together = (outer: Combination, spans: readonly Span[], end: keyof Span): Combination =>
  new Map([...outer, ...spans.flatMap((span) => [...span[end].combination])]);

const caseOf = (combination: Combination): readonly string[] | undefined => {
  const values = describe(combination);
  return values.length > 0 ? values : undefined;
};

const mostTerms = 24;

/** `A1 10 + A2 8`: what was added up, so that the wrong term is seen. */
function working(combine: Combine, children: readonly NodeEntry[], combination: Combination): string {
  const terms = children
    .slice(0, mostTerms)
    .map(({ part }) => `${part.id} ${formatDecimal(statedMax(partIn(part, combination)) as Exact)}`);
  if (children.length > mostTerms) terms.push("…");
  if (terms.length === 0) return "0";
  if (combine === "sum") return terms.join(" + ");
  return `${typeof combine === "string" ? combine : "weights"}(${terms.join(", ")})`;
}
