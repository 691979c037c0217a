import type { Expression } from "../expression/tree.ts";
import type { Node } from "../model/node.ts";
import type { Quota, SortKey, Stage } from "../model/stage.ts";
import { reasonText } from "../views/reason-text.ts";
import { scopeOf } from "./expression.ts";
import type { Chain, NodeSql, Writing } from "./parts.ts";
import { partition } from "./parts.ts";
import type { Scaled } from "./values.ts";
import { alike, scaled } from "./values.ts";

/** The quotas, best band first: what moves down is a candidate of the next. @returns the columns of the class after them */
export function applyQuotas(chain: Chain, writing: Writing): void {
  const { stage } = writing;
  const quotas = stage.quotas.toSorted((a, b) => a.band - b.band);
  chain.add("before_quotas", "Nobody was left equal at a cut yet.", [["open_0", "FALSE"]]);
  for (const [step, quota] of quotas.entries()) applyQuota(chain, writing, quota, step);
  const last = quotas.length;
  chain.add("banded", "The band after all quotas.", [
    ["band_at", `band_at_${last}`],
    ["reason", `reason_${last}`],
    ["tie_open", `open_${last}`],
    ["band", `CASE band_at_${last} ${stage.bands.map(({ id }, at) => `WHEN ${at} THEN '${id}'`).join(" ")} END`],
  ]);
}

function applyQuota(chain: Chain, writing: Writing, quota: Quota, step: number): void {
  const { stage, dialect } = writing;
  const scope = scopeOf(writing);
  const within = columnsOf(writing, quota.within);
  const about = `about_${step}`;
  const candidate = `candidate_${step}`;
  const band = `band_at_${step}`;
  const [place, equals, stays, allowed, room] = ["place", "equals", "stays", "allowed", "room"].map(
    (name) => `${name}_${step}`,
  );
  const isAbout = quota.when
    ? `state = 'rated' AND COALESCE(${scope.condition(quota.when, scope)}, FALSE)`
    : "state = 'rated'";
  chain.add(`quota_${quota.id}`, `Quota ${quota.id}: whom it is about, and who is a candidate.`, [
    [about, isAbout],
    [candidate, `(${isAbout}) AND ${band} = ${quota.band}`],
  ]);
  // The scope alone first: what is worked out unit by unit then stays where the unit is.
  const group = partition(...within);
  chain.add(`quota_${quota.id}_counts`, "How many candidates each scope has, and how many the share is of.", [
    [`candidates_${step}`, `SUM(CASE WHEN ${candidate} THEN 1 ELSE 0 END) OVER (${group})`],
    [
      `before_${step}`,
      `SUM(CASE WHEN ${about} AND ${inDenominator(quota, "band_before")} THEN 1 ELSE 0 END) OVER (${group})`,
    ],
    [`now_${step}`, `SUM(CASE WHEN ${about} AND ${inDenominator(quota, band)} THEN 1 ELSE 0 END) OVER (${group})`],
  ]);
  const keys = quota.order.filter(({ by }) => by.kind !== "band");
  const rivals = partition(candidate, ...within);
  chain.add(`quota_${quota.id}_places`, "The candidates of each scope in order; equal ones share a place.", [
    [place as string, `RANK() OVER (${rivals}${orderBy(keys, writing)})`],
    [
      equals as string,
      `COUNT(*) OVER (${partition(candidate, ...within, ...keys.map((key) => keySql(key, writing)))})`,
    ],
    [stays as string, `ROW_NUMBER() OVER (${rivals}${orderBy(keys, writing)})`],
  ]);
  const { size } = quota;
  if (size.kind === "share" && size.raise) addRaise(chain, writing, quota, size.raise.when, step);
  if (size.kind === "count") chain.add(`quota_${quota.id}_room`, "Its room.", [[room as string, String(size.count)]]);
  else if (size.basis === "before") {
    chain.add(`quota_${quota.id}_room`, "Its room: a share of those before any quota.", [
      [room as string, roomOf(size, `before_${step}`, step, writing)],
    ]);
  } else {
    chain.add(`quota_${quota.id}_shares`, "What the share allows if so many stay and the others have moved.", [
      [
        allowed as string,
        roomOf(size, `(now_${step} - (candidates_${step} - ${stays}) * ${lostBy(quota)})`, step, writing),
      ],
    ]);
    chain.add(`quota_${quota.id}_room`, "Its room: the most that the share then allows.", [
      [
        room as string,
        `MAX(CASE WHEN ${candidate} AND ${stays} <= ${allowed} THEN ${stays} ELSE 0 END) OVER (${group})`,
      ],
    ]);
  }
  const fits = `${place} - 1 + ${equals} <= ${room}`;
  const kept = quota.ties === "out" ? fits : `${place} - 1 < ${room}`;
  const moved = `moved_${step}`;
  chain.add(`quota_${quota.id}_cut`, "Who is beyond the room moves down.", [[moved, `${candidate} AND NOT (${kept})`]]);
  chain.add(`after_${quota.id}`, "The band after this quota.", [
    [`band_at_${step + 1}`, `CASE WHEN ${moved} THEN ${quota.then} ELSE ${band} END`],
    [
      `reason_${step + 1}`,
      `CASE WHEN ${moved} THEN reason_${step} || CASE WHEN reason_${step} = '' THEN '' ELSE '; ' END || ${dialect.literal(movedText(writing, stage, quota))} ELSE reason_${step} END`,
    ],
    [
      `open_${step + 1}`,
      quota.ties === "open" ? `open_${step} OR (${candidate} AND NOT ${moved} AND NOT (${fits}))` : `open_${step}`,
    ],
  ]);
}

/** What became of a quota, as the columns of its people and scopes say it. */
export interface QuotaFigures {
  readonly quota: Quota;
  readonly about: string;
  readonly candidate: string;
  readonly moved: string;
  readonly open: string;
  readonly room: string;
  readonly denominator?: string;
  readonly share?: Scaled;
}

export function quotaFigures(writing: Writing): readonly QuotaFigures[] {
  const { stage } = writing;
  return stage.quotas
    .toSorted((a, b) => a.band - b.band)
    .map((quota, step) => {
      const { size } = quota;
      const candidate = `candidate_${step}`;
      const fits = `place_${step} - 1 + equals_${step} <= room_${step}`;
      const figures = {
        quota,
        about: `about_${step}`,
        candidate,
        moved: `moved_${step}`,
        open: quota.ties === "open" ? `${candidate} AND NOT moved_${step} AND NOT (${fits})` : "FALSE",
      };
      if (size.kind === "count") return { ...figures, room: String(size.count) };
      const shares = alike([scaled(size.share), scaled(size.raise?.share ?? size.share)]) as [Scaled, Scaled];
      const [usual, raised] = shares;
      const share = size.raise
        ? { ...usual, sql: `CASE WHEN is_raised_${step} THEN ${raised.sql} ELSE ${usual.sql} END` }
        : usual;
      if (size.basis === "before") return { ...figures, share, denominator: `before_${step}`, room: `room_${step}` };
      const denominator = `(now_${step} - (candidates_${step} - room_${step}) * ${lostBy(quota)})`;
      // Where all can stay, the share may allow more than there are.
      const room = `CASE WHEN room_${step} = candidates_${step} THEN ${roomOf(size, denominator, step, writing)} ELSE room_${step} END`;
      return { ...figures, share, denominator, room };
    });
}

/** How many the denominator loses with each who moves. */
function lostBy({ band, then, size }: Quota): number {
  const counted = (at: number): number =>
    size.kind === "count" || size.of === "rated" || size.of.includes(at) ? 1 : 0;
  return counted(band) - counted(then);
}

/** Whether the share of a scope is raised; where its people do not all say the same the query stops, as score does. */
function addRaise(chain: Chain, writing: Writing, quota: Quota, when: Expression, step: number): void {
  const { dialect } = writing;
  const scope = scopeOf(writing);
  const answer = `CASE WHEN about_${step} THEN CASE WHEN ${scope.condition(when, scope)} THEN 1 ELSE 0 END END`;
  const group = partition(...columnsOf(writing, quota.within));
  chain.add(`quota_${quota.id}_asked`, "Whether somebody of the scope says that the share is raised, and all.", [
    [`raised_${step}`, `MAX(${answer}) OVER (${group})`],
    [`agreed_${step}`, `MIN(${answer}) OVER (${group})`],
  ]);
  const message = "the people of one scope do not agree on whether the share of a quota is raised";
  chain.add(`quota_${quota.id}_raised`, "They must all say the same.", [
    [
      `is_raised_${step}`,
      `raised_${step} = 1 AND ${dialect.demand(`COALESCE(raised_${step}, 0) = COALESCE(agreed_${step}, 0)`, message)} = 1`,
    ],
  ]);
}

/** What a share allows, of so many people. */
function roomOf(size: Share, people: string, step: number, writing: Writing): string {
  const usual = shareOf(size, people, writing);
  if (!size.raise) return usual;
  const raised = shareOf({ share: size.raise.share, round: size.round }, people, writing);
  return `CASE WHEN is_raised_${step} THEN ${raised} ELSE ${usual} END`;
}

function movedText({ plan }: Writing, { bands }: Stage, { id, title = { en: id, vi: id }, band, then }: Quota): string {
  const [from, to] = [bands[band]?.title ?? title, bands[then]?.title ?? title];
  return reasonText(plan, { kind: "moved", moves: [{ quotas: [title], from, to }] });
}

type Share = Extract<Quota["size"], { kind: "share" }>;

const inDenominator = ({ size }: Quota, band: string): string =>
  size.kind === "count" || size.of === "rated" ? `${band} IS NOT NULL` : `${band} IN (${size.of.join(", ")})`;

/** round(share × people), in whole numbers. */
export function shareOf(
  { share, round }: Pick<Share, "share" | "round">,
  people: string,
  { dialect }: Writing,
): string {
  const { sql: n, parts: d } = scaled(share);
  if (d === 1n) return `${people} * ${n}`;
  switch (round) {
    case "down":
      return dialect.quotient(`(${people} * ${n})`, String(d));
    case "up":
      return dialect.quotient(`(${people} * ${n} + ${d - 1n})`, String(d));
    case "half_up":
      return dialect.quotient(`(${people} * ${BigInt(n) * 2n} + ${d})`, String(d * 2n));
  }
}

export const columnsOf = ({ plan }: Writing, within: readonly number[]): readonly string[] =>
  within.map((at) => `c_${plan.columns[at]?.id}`);

/** What is sorted by: a name, also where it is a fraction, see sort-keys.ts. */
export function keySql({ by }: SortKey, { plan, stage, scores }: Writing): string {
  switch (by.kind) {
    case "band":
      return "-band_at";
    case "total":
    case "unclamped":
      return scores[by.kind].over === undefined ? by.kind : `key_${by.kind}`;
    case "node": {
      const { id } = stage.nodes[by.index] as Node;
      const score = (scores.nodes.get(id) as NodeSql).score;
      return score.over === undefined ? score.sql : `key_${id}`;
    }
    case "column":
      return `c_${plan.columns[by.index]?.id}`;
  }
}

/** The better first; a missing value is the worst. */
export const orderBy = (keys: readonly SortKey[], writing: Writing): string =>
  keys.length === 0
    ? " ORDER BY 1"
    : ` ORDER BY ${keys.map((key) => `${keySql(key, writing)} ${key.ascending ? "ASC" : "DESC"} NULLS LAST`).join(", ")}`;
