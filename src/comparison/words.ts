import { marked, markOf } from "../document/cell-text.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { plural } from "../text/plural.ts";
import { states } from "../views/words.ts";
import type { Change, PeriodComparison } from "./compare.ts";
import type { Reason } from "./reasons.ts";
import type { BandName } from "./snapshot.ts";
import type { SourceChange } from "./sources.ts";

/** The words of a comparison for people; the titles of bands stay in the language of the rubrics. */
export const words = {
  key: { en: "Key", vi: "Mã" },
  name: { en: "Name", vi: "Tên" },
  class: { en: "Class", vi: "Mức" },
  rank: { en: "Rank", vi: "Hạng" },
  total: { en: "Total", vi: "Tổng" },
  why: { en: "Why", vi: "Vì sao" },
  from: { en: "from \\ to", vi: "từ \\ đến" },
  isNew: { en: "new", vi: "mới có" },
  isGone: { en: "gone", vi: "không còn" },
  same: { en: "no difference", vi: "không có gì khác" },
  sameSources: {
    en: "the same rubric, inputs, flags and version of score",
    vi: "cùng bộ tiêu chí, dữ liệu vào, tùy chọn và phiên bản score",
  },
} as const satisfies Record<string, Bilingual>;

/** `2026-Q1: 30 subjects, 2 change class, 1 changes otherwise`. */
export function periodLine({ period, only, count, changes }: PeriodComparison, language: Language): string {
  const classes = changes.filter(({ ofClass }) => ofClass).length;
  const others = changes.length - classes;
  if (language === "vi") {
    const side = only && ` (chỉ có ở bên ${only === "old" ? "cũ" : "mới"})`;
    if (changes.length === 0) return `${period}${side ?? ""}: ${count} đối tượng, ${words.same.vi}`;
    return `${period}${side ?? ""}: ${count} đối tượng, ${classes} đổi mức, ${others} đổi hạng, điểm hoặc mục khác`;
  }
  const side = only && ` (only in the ${only} one)`;
  const subjects = plural(count, "subject");
  if (changes.length === 0) return `${period}${side ?? ""}: ${subjects}, ${words.same.en}`;
  const changed = `${plural(classes, "changes", "change")} class, ${plural(others, "changes", "change")} otherwise`;
  return `${period}${side ?? ""}: ${subjects}, ${changed}`;
}

/** The title of a class: a band's own, or the word for a state; an id where a side knows no title. */
export function classTitle(id: string, classes: readonly BandName[], language: Language): string {
  const title = classes.find((each) => each.id === id)?.title;
  if (title) return title;
  return Object.hasOwn(states, id) ? states[id as keyof typeof states][language] : id;
}

/** `Good → Excellent`, or `Good` alone where it stayed. */
export function classText({ old, new: now }: Change, { classes }: PeriodComparison, language: Language): string {
  const before = old ? classTitle(old.class, classes.old, language) : words.isNew[language];
  const after = now ? classTitle(now.class, classes.new, language) : words.isGone[language];
  return old?.class === now?.class ? after : `${before} → ${after}`;
}

/** `3 → 1`; a missing one is `–`. */
const arrow = (old: string, now: string): string => (old === now ? now : `${old || "–"} → ${now || "–"}`);

/** The same of results, whose numbers have a decimal point. */
export const shiftText = (old = "", now = "", language: Language): string =>
  arrow(decimalText(old, language), decimalText(now, language));

const decimalText = (text: string, language: Language): string =>
  /^-?\d+\.\d+$/.test(text) ? marked(text, markOf(language)) : text;

export const reasonsText = (
  reasons: readonly Reason[],
  classes: PeriodComparison["classes"],
  language: Language,
): string => reasons.map((reason) => reasonText(reason, classes, language)).join("; ");

function reasonText(reason: Reason, classes: PeriodComparison["classes"], language: Language): string {
  const say = (en: string, vi: string): string => (language === "vi" ? vi : en);
  switch (reason.kind) {
    case "cells":
      return reason.shifts.map((shift) => `${shift.id} ${shiftText(shift.old, shift.new, language)}`).join(", ");
    case "total": {
      const shift = shiftText(reason.old, reason.new, language);
      return say(`total ${shift}`, `tổng điểm ${shift}`);
    }
    case "bounds": {
      const title = (id: string, side: "old" | "new"): string => id && classTitle(id, classes[side], language);
      const shift = arrow(title(reason.old, "old"), title(reason.new, "new"));
      return say(
        `by points ${shift}: bounds or rounding changed`,
        `theo điểm ${shift}: mốc điểm hoặc cách làm tròn đã đổi`,
      );
    }
    case "rules":
    case "quotas":
    case "awards":
    case "alerts":
      return `${lists[reason.kind][language]} ${listText(reason.gained, reason.lost)}`;
    case "words":
      return wordsText(reason.old, reason.new, language);
    case "conditions":
      return say(
        "a condition of a band or the effect of a rule changed",
        "điều kiện của mức hoặc tác dụng của quy tắc đã đổi",
      );
    case "bands":
      return say(
        "bands, their conditions, rules or quotas changed",
        "các mức, điều kiện, quy tắc hoặc chỉ tiêu đã đổi",
      );
    case "others":
      return say("others moved", "người khác thay đổi");
  }
}

/** The reason that results give for a state, or for a class lost to a quota. */
function wordsText(old: string, now: string, language: Language): string {
  if (old === "") return `"${now}"`;
  if (now === "") return language === "vi" ? `không còn "${old}"` : `no longer "${old}"`;
  return `"${old}" → "${now}"`;
}

const lists: Readonly<Record<"rules" | "quotas" | "awards" | "alerts", Bilingual>> = {
  rules: { en: "rule", vi: "quy tắc" },
  quotas: { en: "quota", vi: "chỉ tiêu" },
  awards: { en: "award", vi: "khen thưởng" },
  alerts: { en: "alert", vi: "cảnh báo" },
};

/** `+late -absent`. */
const listText = (gained: readonly string[], lost: readonly string[]): string =>
  [...gained.map((id) => `+${id}`), ...lost.map((id) => `-${id}`)].join(" ");

export function sourceText(change: SourceChange): Bilingual {
  switch (change.kind) {
    case "rubric":
      return { en: `rubric ${change.old} → ${change.new}`, vi: `bộ tiêu chí ${change.old} → ${change.new}` };
    case "changed":
      return { en: `changed: ${change.file}`, vi: `đã đổi: ${change.file}` };
    case "added":
      return { en: `added: ${change.file}`, vi: `thêm: ${change.file}` };
    case "removed":
      return { en: `removed: ${change.file}`, vi: `bớt: ${change.file}` };
    case "score":
      return alike(`score ${change.old} → ${change.new}`);
    case "flag":
      return alike(`--${change.flag} ${arrow(change.old, change.new)}`);
  }
}

const alike = (text: string): Bilingual => ({ en: text, vi: text });
