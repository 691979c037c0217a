import type { Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Quota, Rollup, SortKey, Stage } from "../../model/stage.ts";
import { weighedParts } from "../law/rollup-score.ts";

/**
 * Whether rows of this plan are kept and concluded as columns: where this file knows every word that the plan says. What it
 * does not know, and whatever the language learns later, is left to the law row by row, which knows all of it.
 */
export const isPlain = (plan: Plan, beside: Beside): boolean =>
  says(plan, planWords) &&
  plan.codes.every((code) => says(code, ["word", "policy"])) &&
  plan.columns.every((column) => says(column, columnWords) && column.of === "subject") &&
  isPlainStage(plan.stage) &&
  !beside.onConcluded &&
  !beside.onUnmet;

/** Who looks on while an engine concludes. */
interface Beside {
  readonly onConcluded?: unknown;
  readonly onUnmet?: unknown;
}

/** Whether something says these words alone. */
function says(thing: object, words: readonly string[]): boolean {
  return Object.entries(thing).every(([word, value]) => value === undefined || words.includes(word));
}

const planWords =
  "plan id version replaces valid title noun language basis departures parameters scale key name columns codes blankRows decimals year decimalMark stage rollups tables summary".split(
    " ",
  );
const columnWords = "id type of match required default headers title when compare".split(" ");
const stageWords = "period nodes top readBack total bands rules quotas ranking awards alerts".split(" ");
const plainNodeWords = "id title parent max min bonus cite note body".split(" ");
const plainItemWords = "kind cell headers missing missingStated scale".split(" ");
const plainAreaWords = "kind children combine clamp".split(" ");
const totalWords = "max least most clamp round".split(" ");
const bandWords = "id title from require otherwise cite note".split(" ");
const ruleWords = "id title when text effect once cite note".split(" ");
const quotaWords = "id title band size within ties then order cite note".split(" ");
const rollupWords = [...stageWords, ..."of score missing atLeast parts attributes".split(" ")];
const rankingWords = "within by number".split(" ");

/** The words of each scale that reads its score off one cell. */
const scaleWords: Readonly<Record<string, readonly string[]>> = {
  points: "kind min max step places".split(" "),
  levels: "kind levels".split(" "),
  yes: "kind points labels".split(" "),
  count: "kind base each min max".split(" "),
  table: "kind rows".split(" "),
};

/** Whether a longer period is concluded as columns where its parts are: their numbers are added up. */
export const isPlainRollup = (rollup: Rollup): boolean =>
  isPlainStage(rollup, rollupWords) && weighedParts(rollup.score, []) !== undefined;

function isPlainStage(stage: Stage, words = stageWords): boolean {
  const { bands, rules, quotas, ranking, awards, total } = stage;
  return (
    says(stage, words) &&
    says(total, totalWords) &&
    rules.every((rule) => says(rule, ruleWords)) &&
    bands.every((band) => says(band, bandWords)) &&
    quotas.every(isPlainQuota) &&
    // Several quotas of one band hold at once, each with scopes of its own.
    new Set(quotas.map(({ band }) => band)).size === quotas.length &&
    quotas.length <= mostQuotas &&
    says(ranking, rankingWords) &&
    [ranking, ...awards].every(({ by }) => by.every(isPlainKey))
  );
}

/** What moved somebody is kept in the bits of one byte. */
const mostQuotas = 7;
/** Sums of many such numbers still are small whole numbers. */
const mostUnits = 1_000_000;
const isSmall = (units: unknown): boolean => typeof units === "number" && Math.abs(units) <= mostUnits;

/** Whether scores are sums and cuts of what single cells are worth. Anything else is scored row by row by the law. */
export const isPlainScoring = ({ nodes, top, total }: Stage): boolean =>
  nodes.every((node) => isPlainNode(node, nodes)) && top.some((at) => !nodes[at]?.bonus) && says(total, totalWords);

function isPlainNode(node: Node, nodes: readonly Node[]): boolean {
  const { body, max, min } = node;
  if (!says(node, plainNodeWords) || !isSmall(max) || (min !== "none" && !isSmall(min))) return false;
  if (body.kind === "area") {
    return says(body, plainAreaWords) && body.combine === "sum" && body.children.some((child) => !nodes[child]?.bonus);
  }
  return says(body, plainItemWords) && body.cell !== undefined && says(body.scale, scaleWords[body.scale.kind] ?? []);
}

function isPlainQuota(quota: Quota): boolean {
  const { size, order } = quota;
  const isKnown =
    size.kind === "count"
      ? says(size, ["kind", "count"])
      : says(size, ["kind", "share", "of", "basis", "round"]) && size.kind === "share";
  return isKnown && says(quota, quotaWords) && order.every(isPlainKey);
}

const isPlainKey = (key: SortKey): boolean => says(key, ["by", "ascending"]);
