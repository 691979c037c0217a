import type { Quota, Stage } from "../../model/stage.ts";
import { untranslated } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import { movedText } from "../../views/reason-text.ts";
import { quotaName } from "../../views/words.ts";
import type { Scaled } from "../numbers/values.ts";
import { alike, scaled } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { any, listed } from "../parts.ts";
import { partedAtHole } from "../reason-holes.ts";
import type { Numbered } from "./quota-chain.ts";
import { nested, take } from "./quota-chain.ts";
import { addRoom, lostBy, quotaColumns, roomOf } from "./quota-room.ts";

/** The quotas, best band first: what moves down is a candidate of the next. @returns the columns of the class after them */
export function applyQuotas(chain: Chain, writing: Writing): void {
  const { stage } = writing;
  chain.add("before_quotas", "Nobody was left equal at a cut yet.", [["open_0", "FALSE"]]);
  const bands = byBand(stage);
  for (const [index, quotas] of bands.entries()) applyBand(chain, writing, quotas, index);
  const last = bands.length;
  chain.add("banded", "The band after all quotas.", [
    ["band_at", `band_at_${last}`],
    ["reason", `reason_${last}`],
    ["tie_open", `open_${last}`],
    ["band", `CASE band_at_${last} ${stage.bands.map(({ id }, at) => `WHEN ${at} THEN '${id}'`).join(" ")} END`],
  ]);
}

/** The quotas of each band, the best first, with the numbers of their columns. */
function byBand({ quotas }: Stage): readonly (readonly Numbered[])[] {
  const bands = [...new Set(quotas.map(({ band }) => band))].sort((a, b) => a - b);
  let step = 0;
  return bands.map((band) => {
    const ofBand = quotas.filter((quota) => quota.band === band);
    return (nested(ofBand) ?? ofBand).map((quota) => ({ quota, step: step++ }));
  });
}

function applyBand(chain: Chain, writing: Writing, quotas: readonly Numbered[], index: number): void {
  const { stage } = writing;
  const [band, moved] = [`band_at_${index}`, `moved_${index}`];
  for (const { quota, step } of quotas) addRoom(chain, writing, quota, step, band);
  take(chain, writing, quotas);
  const [{ quota: first }] = quotas as readonly [Numbered];
  const last = (quotas.at(-1) as Numbered).step;
  const candidate = any(quotas.map(({ step }) => quotaColumns(step, writing).rival));
  const title = stage.bands[first.band]?.id;
  chain.add(`band_${title}_cut`, "Who is beyond the room moves down.", [
    [moved, `(${candidate}) AND NOT taken_${last}`],
  ]);
  const open =
    first.ties === "open" ? ` OR (taken_${last} AND (${any(quotas.map(({ step }) => `tight_${step}`))}))` : "";
  chain.add(`after_band_${title}`, "The band after these quotas.", [
    [`band_at_${index + 1}`, `CASE WHEN ${moved} THEN ${first.then} ELSE ${band} END`],
    [
      `reason_${index + 1}`,
      `CASE WHEN ${moved} THEN reason_${index} || CASE WHEN reason_${index} = '' THEN '' ELSE '; ' END || ${movedBy(writing, quotas)} ELSE reason_${index} END`,
    ],
    [`open_${index + 1}`, `open_${index}${open}`],
  ]);
}

/** By which quotas somebody was moved: those without any room, else those in which equal ones did not all fit. */
function movedBy(writing: Writing, quotas: readonly Numbered[]): string {
  const { plan, stage, dialect } = writing;
  const titleOf = ({ id, title = untranslated(id) }: Quota) => title;
  const [{ quota: first }] = quotas as readonly [Numbered];
  const [from, to] = [first.band, first.then].map((at) => stage.bands[at]?.title ?? titleOf(first)) as [Title, Title];
  const nameOf = (quota: Quota): string => quotaName(titleOf(quota)[plan.language], plan.language);
  const text = (name: string): string => movedText([name], from, to, plan.language);
  if (quotas.length === 1) return dialect.literal(text(nameOf(first)));
  const isBlocked = any(quotas.map(({ step }) => `blocks_${step}`));
  const parts = quotas
    .toSorted((a, b) => compareText(a.quota.id, b.quota.id))
    .map(({ quota, step }): readonly [string, string] => [
      `CASE WHEN ${isBlocked} THEN blocks_${step} ELSE tight_${step} END`,
      dialect.literal(nameOf(quota)),
    ]);
  const [before, after] = partedAtHole(text).map(dialect.literal);
  return `${before} || ${listed(parts, ", ")} || ${after}`;
}

type Title = NonNullable<Quota["title"]>;

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

export const quotaFigures = (writing: Writing): readonly QuotaFigures[] =>
  byBand(writing.stage).flatMap((quotas, index) => {
    const last = (quotas.at(-1) as Numbered).step;
    return quotas.map((numbered): QuotaFigures => {
      const { quota, step } = numbered;
      const { about, candidate, rival } = quotaColumns(step, writing);
      const open = quota.ties === "open" ? `tight_${step} AND taken_${last}` : "FALSE";
      return {
        quota,
        about,
        candidate,
        moved: `(${rival} AND moved_${index})`,
        open,
        ...sizeOf(numbered, writing),
      };
    });
  });

/** The share that applied, of how many, and the room. */
function sizeOf({ quota, step }: Numbered, writing: Writing): Pick<QuotaFigures, "share" | "denominator" | "room"> {
  const { size } = quota;
  const { room, candidates, before, now } = quotaColumns(step, writing);
  if (size.kind === "count") return { room: String(size.count) };
  const [usual, raised] = alike([scaled(size.share), scaled(size.raise?.share ?? size.share)]) as [Scaled, Scaled];
  const share = size.raise
    ? { ...usual, sql: `CASE WHEN is_raised_${step} THEN ${raised.sql} ELSE ${usual.sql} END` }
    : usual;
  if (size.basis === "before") return { share, denominator: before, room };
  const denominator = `(${now} - (${candidates} - ${room}) * ${lostBy(quota)})`;
  // Where all can stay, the share may allow more than there are.
  const all = roomOf(size, denominator, step, writing);
  return { share, denominator, room: `CASE WHEN ${room} = ${candidates} THEN ${all} ELSE ${room} END` };
}
