import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, equal, maximum, multiply, sign, sum } from "../../number/exact.ts";
import type { Dictionary, NodePart, Percentage } from "../2-shape/rubric.ts";
import type { Circumstances, Combination } from "./circumstances.ts";
import { circumstances, describe, lineage, mostCombinations } from "./circumstances.ts";
import type { Check, Context } from "./context.ts";
import type { NodeEntry } from "./outline.ts";
import { nodesOf } from "./outline.ts";
import { share } from "./percentage.ts";
import { statedMax } from "./scale.ts";

/** What an area (or the total) promises, and where that stands. */
interface Promised {
  readonly name: Bilingual;
  readonly max: Exact;
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
  for (const area of nodes) {
    const { part, children } = area;
    if (part.items === undefined || part.max === undefined) continue;
    const name = { en: `area \`${part.id}\``, vi: `nhóm \`${part.id}\`` };
    compareSums(context, cases, { name, max: part.max, holder: part, area, children, atLeast: part.clamp === true });
  }
  const top = nodesOf(context).filter(({ parent }) => parent === undefined);
  const { max } = rubric.total;
  const name = { en: "the total", vi: "tổng điểm" };
  if (max !== undefined)
    compareSums(context, cases, { name, max, holder: rubric.total, children: top, atLeast: false });
};

function compareSums({ places, diagnostics }: Context, cases: Circumstances, promised: Promised): void {
  const { name, max, holder, area, atLeast } = promised;
  const children = promised.children.filter(({ part }) => !part.bonus);
  // A child that owes its max has been told so.
  if (children.some(({ part }) => statedMax(part) === undefined)) return;
  const place = places.value(holder, "max");
  const columns = cases.deciding([...(area ? lineage(area) : []), ...children.map(({ part }) => part)]);
  const combinations = cases.combinations(columns);
  if (!combinations) diagnostics.report("R129", { name, limit: mostCombinations }, place);
  for (const combination of combinations ?? []) {
    if (area && !cases.appliesWithin(area, combination)) continue;
    const present = children.filter(({ part }) => cases.applies(part, combination));
    const offered = offer(area?.part.combine ?? "sum", present);
    if (atLeast ? compare(offered, max) >= 0 : equal(offered, max)) continue;
    const parameters = {
      name,
      case: caseOf(combination),
      working: working(area?.part.combine ?? "sum", present),
      offered: formatDecimal(offered),
      max: formatDecimal(max),
    };
    diagnostics.report("R126", parameters, place);
    return;
  }
}

const caseOf = (combination: Combination): Bilingual => {
  const text = describe(combination);
  return text === "" ? { en: "", vi: "" } : { en: ` for ${text}`, vi: ` khi ${text}` };
};

type Combine = NonNullable<NodePart["combine"]>;

/** What the children that apply can give together. */
function offer(combine: Combine, children: readonly NodeEntry[]): Exact {
  const maxes = children.map(({ part }) => statedMax(part) as Exact);
  if (maxes.length === 0) return 0;
  if (combine === "sum") return sum(maxes);
  if (combine === "best") return maxes.reduce(maximum);
  if (combine === "mean") return divide(sum(maxes), maxes.length);
  const weights = children.map(({ part }) => weightOf(combine.weights, part.id));
  const all = sum(weights);
  if (sign(all) === 0) return 0;
  return divide(
    maxes.reduce<Exact>((result, max, i) => add(result, multiply(max, weights[i] as Exact)), 0),
    all,
  );
}

const weightOf = (weights: Dictionary<Percentage>, id: string): Exact =>
  Object.hasOwn(weights, id) ? (share(weights[id] as Percentage) ?? 0) : 0;

const mostTerms = 24;

/** `A1 10 + A2 8`: what was added up, so that the wrong term is seen. */
function working(combine: Combine, children: readonly NodeEntry[]): string {
  const terms = children.slice(0, mostTerms).map(({ part }) => `${part.id} ${formatDecimal(statedMax(part) as Exact)}`);
  if (children.length > mostTerms) terms.push("…");
  if (terms.length === 0) return "0";
  if (combine === "sum") return terms.join(" + ");
  return `${typeof combine === "string" ? combine : "weights"}(${terms.join(", ")})`;
}
