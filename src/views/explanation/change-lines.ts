import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Change, Derivation, SingleChange } from "../../model/derivation.ts";
import type { Item } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import { hasDecidedBand } from "../../model/report.ts";
import { absolute, divide, sign, subtract } from "../../number/exact.ts";
import { periodWords } from "../../period/spoken-period.ts";
import { cellName, cellWords } from "./cell-words.ts";
import type { Voice } from "./voice.ts";

/** The smallest change of one cell that moves the class up, and the one that moves it down. */
export function changeLines(derivation: Derivation, voice: Voice): Line[] {
  const { change } = derivation;
  if (!change) return [];
  const { say } = voice;
  const notes = [
    ...(change.basis === "points"
      ? [say("By points and rules alone: with this many people the quotas were not computed again.")]
      : []),
    ...(change.untried.length > 0
      ? [say("Not tried, as they have no cell of their own: {map}", { map: change.untried.map(({ id }) => id) })]
      : []),
  ];
  return [
    line(say("What would change the band"), [
      upLine(derivation, change, voice),
      downLine(derivation, change, voice),
      ...notes.map((text) => toned("faint", text)),
    ]),
  ];
}

function upLine(derivation: Derivation, { up, upByPoints }: Change, voice: Voice): Line {
  const { say, band, points } = voice;
  const { plan, stage, result, classing } = derivation;
  if (up) return line(`${say("Up to")} ${band(up.band)}: ${changeWords(derivation, up, voice)}`);
  if (result.band === 0) return line(say("Up: {band} is the best band.", { band: band(0) }));
  const none = say("Up: no single score does it");
  const held = hasDecidedBand(result)
    ? say("the decision sets the band")
    : say("conditions, rules or quotas hold the band down");
  if (upByPoints) {
    const enough = `${say("points enough for")} ${band(upByPoints.natural)}`;
    return line(`${none}: ${held}.`, [line(`${enough}: ${changeWords(derivation, upByPoints, voice)}`)]);
  }
  const { natural } = classing;
  if (natural && natural.band < (result.band ?? 0)) {
    const enough = say("the points suffice for {band}", { band: band(natural.band) });
    return line(`${none}: ${enough}, ${held}.`);
  }
  const next = (result.band ?? 0) - 1;
  const from = stage.bands[next]?.from;
  if (from === undefined || result.total === undefined) return line(`${none}.`);
  const above = band(next);
  const lacking = points(divide(subtract(from, result.total), plan.scale));
  return line(`${none}: ${say("{lacking} lack to {above}", { lacking, above })}.`);
}

function downLine(derivation: Derivation, { down }: Change, voice: Voice): Line {
  const { say, band } = voice;
  const { result, stage } = derivation;
  if (down) return line(`${say("Down to")} ${band(down.band)}: ${changeWords(derivation, down, voice)}`);
  if (result.band === stage.bands.length - 1) {
    return line(say("Down: {band} is the last band.", { band: band(result.band) }));
  }
  return line(say("Down: no single score does it."));
}

/** `A3: thêm 0,1 điểm (ô H3: 5,4 → 5,5), tổng điểm thành 90 · Nêu gương`. */
function changeWords({ plan, period }: Derivation, change: SingleChange, voice: Voice): string {
  const { say, number, points, node, language } = voice;
  const { scores, total, cell } = change;
  const by = subtract(scores[1], scores[0]);
  const size = points(absolute(by));
  const moved = sign(by) > 0 ? say("{size} more", { size }) : say("{size} less", { size });
  const when = cell.row.period === period ? "" : `, ${periodWords(cell.row.period)[language]}`;
  const sheet = plan.ratings ? `${cell.row.sheet.name}, ` : "";
  const where = `${sheet}${cellName(cell, voice)}${when}: ${cellChange(plan, change, voice)}`;
  const then = total === undefined ? "" : `, ${say("making the total {total}", { total: number(total) })}`;
  return node(change.node, `${moved} (${where})${then}`);
}

function cellChange(plan: Plan, { node, cell, to }: SingleChange, voice: Voice): string {
  const item = node.body as Item;
  return `${cellWords(plan, item, cell.value, voice)} → ${cellWords(plan, item, to, voice)}`;
}
