import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { CandidateStep, QuotaStep } from "../../model/derivation-class.ts";
import type { Quota } from "../../model/plan.ts";
import type { Move } from "../../model/report.ts";
import { multiply } from "../../number/exact.ts";
import { plural } from "../../text/plural.ts";
import { citeLines } from "./class-lines.ts";
import type { Voice } from "./voice.ts";

/** A quota: how much room there was, who stayed and who moved, and where the subject stood. */
export function quotaLine(step: QuotaStep, voice: Voice): Line {
  const { say, band, scope } = voice;
  const { quota } = step;
  const where = scope(step.scope);
  return line(
    say(
      `Quota ${voice.name(quota)}: ${band(quota.band)} ${where}`,
      `Tỷ lệ tối đa ${voice.name(quota)}: ${band(quota.band)} ${where}`,
    ),
    [
      roomLine(step, voice),
      countLine(step, voice),
      subjectLine(step, voice),
      ...candidateLines(step, voice),
      ...citeLines(quota.cite, voice),
    ],
  );
}

function roomLine({ quota: { size, band: limited }, outcome }: QuotaStep, { say, number, band }: Voice): Line {
  const { share, denominator, room, oneMore } = outcome;
  if (size.kind === "count" || share === undefined || denominator === undefined) {
    return line(say(`room for ${room}`, `số chỗ ${room}`));
  }
  const rounding = { down: say("down", "xuống"), up: say("up", "lên"), half_up: say("half up", "nửa đơn vị lên") }[
    size.round
  ];
  const percent = number(multiply(share, 100));
  /** `20 % của 9 người xếp Tốt = 1,8, làm tròn xuống`. */
  const shareOf = (people: number): string => {
    const who = say(
      `${people} ${size.of === "rated" ? "rated" : `in ${size.of.map(band).join(", ")}`}`,
      `${people} người ${size.of === "rated" ? "được xếp loại" : `xếp ${size.of.map(band).join(", ")}`}`,
    );
    const exact = number(multiply(share, people));
    return say(
      `${percent} % of ${who} = ${exact}, rounded ${rounding}`,
      `${percent} % của ${who} = ${exact}, làm tròn ${rounding}`,
    );
  };
  if (oneMore) {
    const more = shareOf(oneMore.denominator);
    return line(say(`room for ${room} in ${band(limited)}`, `${room} người được ${band(limited)}`) + when(size, say), [
      line(say(`keeping ${room}: ${shareOf(denominator)}: enough`, `nếu giữ ${room}: ${shareOf(denominator)}: đủ chỗ`)),
      line(
        say(
          `keeping ${room + 1}: ${more}: room for ${oneMore.room}`,
          `nếu giữ ${room + 1}: ${more}: chỉ còn ${oneMore.room} chỗ`,
        ),
      ),
    ]);
  }
  return line(
    say(
      `${shareOf(denominator)}: room for ${room} in ${band(limited)}`,
      `${shareOf(denominator)}: ${room} người được ${band(limited)}`,
    ) + when(size, say),
  );
}

/** Whether people are counted before or after they have moved. */
const when = ({ basis }: Extract<Quota["size"], { kind: "share" }>, say: Voice["say"]): string =>
  basis === "after"
    ? say(", counted after the surplus has moved", ", tính sau khi phần vượt đã chuyển")
    : say(", counted before any quota", ", tính trước khi áp dụng tỷ lệ tối đa");

function countLine({ outcome: { candidates, kept, moved, open } }: QuotaStep, { say }: Voice): Line {
  const left = open === 0 ? "" : say(`, ${open} left open`, `, ${open} để ngỏ`);
  return line(
    say(
      `${plural(candidates, "candidate")}: ${kept} kept, ${moved} moved${left}`,
      `${candidates} người đạt mức này: giữ ${kept}, chuyển ${moved}${left}`,
    ),
  );
}

function subjectLine(step: QuotaStep, voice: Voice): Line {
  const { candidates, moved, open, quota } = step;
  const { say, band } = voice;
  const position = candidates.find(({ isSubject }) => isSubject)?.position ?? 0;
  const place = say(`number ${position} in order`, `đứng thứ ${position}`);
  if (open) {
    const why = say(
      "equal with others at the cut, left to the authority",
      "bằng điểm ở chỗ cuối của tỷ lệ tối đa, chờ cấp có thẩm quyền quyết định",
    );
    return toned("strong", `${place}: ${why}`);
  }
  if (!moved) return toned("held", `${place}: ${say(`keeps ${band(quota.band)}`, `giữ ${band(quota.band)}`)}`);
  const reason = whyMoved(step, moved, position, voice);
  return toned("failed", `${place}: ${reason}, ${say(`moves to ${band(moved.to)}`, `chuyển xuống ${band(moved.to)}`)}`);
}

/** A place that is still free at the end was not given because of equal candidates who did not all fit. */
function whyMoved(
  { candidates, blocking, outcome: { kept, room } }: QuotaStep,
  { quotas: ids }: Move,
  position: number,
  { say, quotas }: Voice,
): string {
  if (!blocking) return say(`no room is left in ${quotas(ids)}`, `không còn chỗ trong tỷ lệ tối đa ${quotas(ids)}`);
  if (kept >= room) return say("no room is left", "không còn chỗ");
  return candidates.some((other) => !other.isSubject && other.position === position)
    ? say(
        "equal with others, and there is no room for all of them",
        "bằng nhau với người khác mà không đủ chỗ cho tất cả",
      )
    : say("those before are equal and do not all fit", "những người xếp trên bằng nhau mà không đủ chỗ cho tất cả");
}

/** The list around the cut; what is left out in between is said. */
function candidateLines({ candidates, outcome }: QuotaStep, voice: Voice): Line[] {
  const { say } = voice;
  const lines: Line[] = [];
  let next = 0;
  const skipTo = (index: number): void => {
    const more = index - next;
    if (more > 0) lines.push(toned("faint", say(`… ${more} more`, `… và ${more} người nữa`)));
  };
  for (const candidate of candidates) {
    skipTo(candidate.index);
    lines.push(candidateLine(candidate, outcome.equals.includes(candidate.result.key), voice));
    next = candidate.index + 1;
  }
  skipTo(outcome.candidates);
  return [line(say("Order", "Thứ tự"), lines)];
}

function candidateLine(
  { position, result, kept, isSubject, keys }: CandidateStep,
  isOpen: boolean,
  voice: Voice,
): Line {
  const { say } = voice;
  const decided = result.decisions?.some(({ action }) => action === "set_band")
    ? say(" by decision", " theo quyết định")
    : "";
  const stays = isOpen ? say("left open", "để ngỏ") : say("kept", "giữ") + decided;
  const fate = kept ? stays : say("moved", "chuyển");
  const text = `${position}. ${voice.person(result)}: ${voice.keys(keys)}: ${fate}`;
  return isSubject ? toned("strong", `${text} ◄`) : line(text);
}
