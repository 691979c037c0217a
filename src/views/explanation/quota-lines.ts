import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { CandidateStep, QuotaStep } from "../../model/derivation-class.ts";
import type { Move } from "../../model/report.ts";
import type { Quota } from "../../model/stage.ts";
import { multiply } from "../../number/exact.ts";
import { citeLines } from "./class-lines.ts";
import type { Voice } from "./voice.ts";

/** A quota: how much room there was, who stayed and who moved, and where the subject stood. */
export function quotaLine(step: QuotaStep, voice: Voice): Line {
  const { say, band, scope } = voice;
  const { quota } = step;
  const where = scope(step.scope);
  return line(
    say("{quota}: {band} {where}", { quota: capital(voice.quotas([quota.id])), band: band(quota.band), where }),
    [
      roomLine(step, voice),
      countLine(step, voice),
      subjectLine(step, voice),
      ...candidateLines(step, voice),
      ...citeLines(quota.cite, voice),
    ],
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function roomLine({ quota: { size, band: limited }, outcome }: QuotaStep, { say, number, band }: Voice): Line {
  const { share, denominator, room, oneMore } = outcome;
  if (size.kind === "count" || share === undefined || denominator === undefined) {
    return line(say("room for {room}", { room }));
  }
  const rounding = { down: say("down"), up: say("up"), half_up: say("half up") }[size.round];
  const percent = number(multiply(share, 100));
  /** `20 % của 9 người xếp Tốt = 1,8, làm tròn xuống`. */
  const shareOf = (people: number): string => {
    const who =
      size.of === "rated"
        ? say("{people} rated", { people })
        : say("{people} in {bands}", { people, bands: size.of.map(band) });
    const exact = number(multiply(share, people));
    return say("{percent} % of {who} = {exact}, rounded {rounding}", { percent, who, exact, rounding });
  };
  if (oneMore) {
    const more = shareOf(oneMore.denominator);
    return line(say("room for {room} in {limited}, {when}", { room, limited: band(limited), when: when(size, say) }), [
      line(say("keeping {room}: {denominator}: enough", { room, denominator: shareOf(denominator) })),
      line(say("keeping {kept}: {more}: room for {room}", { kept: room + 1, more, room: oneMore.room })),
    ]);
  }
  return line(
    say("{share}: room for {room} in {limited}, {when}", {
      share: shareOf(denominator),
      room,
      limited: band(limited),
      when: when(size, say),
    }),
  );
}

/** Whether people are counted before or after they have moved. */
const when = ({ basis }: Extract<Quota["size"], { kind: "share" }>, say: Voice["say"]): string =>
  basis === "after" ? say("counted after the surplus has moved") : say("counted before any quota");

function countLine({ outcome: { candidates, kept, moved, open } }: QuotaStep, { say }: Voice): Line {
  return line(
    say("{candidates} {candidates|candidate|candidates}: {kept} kept, {moved} moved[, {open} left open]", {
      candidates,
      kept,
      moved,
      open: open === 0 ? undefined : open,
    }),
  );
}

function subjectLine(step: QuotaStep, voice: Voice): Line {
  const { candidates, moved, open, quota } = step;
  const { say, band } = voice;
  const position = candidates.find(({ isSubject }) => isSubject)?.position ?? 0;
  const place = say("number {position} in order", { position });
  if (open) {
    const why = say("equal with others at the cut, left to the authority");
    return toned("strong", `${place}: ${why}`);
  }
  if (!moved) return toned("held", `${place}: ${say("keeps {band}", { band: band(quota.band) })}`);
  const reason = whyMoved(step, moved, position, voice);
  return toned("failed", `${place}: ${reason}, ${say("moves to {to}", { to: band(moved.to) })}`);
}

/** A place that is still free at the end was not given because of equal candidates who did not all fit. */
function whyMoved(
  { candidates, blocking, outcome: { kept, room } }: QuotaStep,
  { quotas: ids }: Move,
  position: number,
  { say, quotas }: Voice,
): string {
  if (!blocking) return say("no room is left in {ids}", { ids: quotas(ids) });
  if (kept >= room) return say("no room is left");
  return candidates.some((other) => !other.isSubject && other.position === position)
    ? say("equal with others, and there is no room for all of them")
    : say("those before are equal and do not all fit");
}

/** The list around the cut; what is left out in between is said. */
function candidateLines({ candidates, outcome }: QuotaStep, voice: Voice): Line[] {
  const { say } = voice;
  const lines: Line[] = [];
  let next = 0;
  const skipTo = (index: number): void => {
    const more = index - next;
    if (more > 0) lines.push(toned("faint", say("… {more} more", { more })));
  };
  for (const candidate of candidates) {
    skipTo(candidate.index);
    lines.push(candidateLine(candidate, outcome.equals.includes(candidate.result.key), voice));
    next = candidate.index + 1;
  }
  skipTo(outcome.candidates);
  return [line(say("Order"), lines)];
}

function candidateLine(
  { position, result, kept, isSubject, keys }: CandidateStep,
  isOpen: boolean,
  voice: Voice,
): Line {
  const { say } = voice;
  const isDecided = result.decisions?.some(({ action }) => action === "set_band");
  const stays = isOpen ? say("left open") : isDecided ? say("kept by decision") : say("kept");
  const fate = kept ? stays : say("moved");
  const text = `${position}. ${voice.person(result)}: ${voice.keys(keys)}: ${fate}`;
  return isSubject ? toned("strong", `${text} ◄`) : line(text);
}
