import { marked, markOf } from "../document/cell-text.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { untranslated } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { states } from "../views/words.ts";
import type { Change, PeriodComparison } from "./compare.ts";
import type { Reason } from "./reasons.ts";
import type { BandName } from "./snapshot.ts";
import type { SourceChange } from "./source-changes.ts";

/** The words of a comparison for people; the titles of bands stay in the language of the rubrics. */
export const words = {
  key: phrase("Key"),
  name: phrase("Name"),
  class: phrase("Class"),
  rank: phrase("Rank"),
  total: phrase("Total"),
  why: phrase("Why"),
  from: phrase("from \\ to"),
  isNew: phrase("new"),
  isGone: phrase("gone"),
  sameSources: phrase("the same rubric, inputs, flags and version of score"),
} as const satisfies Record<string, Bilingual>;

/** `Quarter 1, 2026: 30 subjects, 2 change class, 1 changes otherwise`; `Year 2025 → Year 2026: …`. */
export function periodLine({ period, before, only, count, changes }: PeriodComparison, language: Language): string {
  const classes = changes.filter(({ ofClass }) => ofClass).length;
  const others = changes.length - classes;
  const side = only && (only === "old" ? phrase("only in the old one") : phrase("only in the new one"));
  const [name, earlier] = [periodWords(period), before === undefined ? undefined : periodWords(before)];
  const of = { earlier, period: name, side, count, classes, others };
  const line =
    changes.length === 0
      ? phrase("[{earlier} → ]{period}[ ({side})]: {count} {count|subject|subjects}, no difference", of)
      : phrase(
          "[{earlier} → ]{period}[ ({side})]: {count} {count|subject|subjects}, {classes} {classes|changes|change} class, {others} {others|changes|change} otherwise",
          of,
        );
  return line[language];
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
  { classes, titles }: Pick<PeriodComparison, "classes" | "titles">,
  language: Language,
): string => reasons.map((reason) => reasonText(reason, classes, titles, language)).join("; ");

function reasonText(
  reason: Reason,
  classes: PeriodComparison["classes"],
  titles: PeriodComparison["titles"],
  language: Language,
): string {
  switch (reason.kind) {
    case "cells":
      return reason.shifts.map((shift) => `${shift.id} ${shiftText(shift.old, shift.new, language)}`).join(", ");
    case "total": {
      const shift = shiftText(reason.old, reason.new, language);
      return phrase("total {shift}", { shift })[language];
    }
    case "bounds": {
      const title = (id: string, side: "old" | "new"): string => id && classTitle(id, classes[side], language);
      const shift = arrow(title(reason.old, "old"), title(reason.new, "new"));
      return phrase("by points {shift}: bounds or rounding changed", { shift })[language];
    }
    case "rules":
    case "quotas":
    case "awards":
    case "alerts":
      return `${lists[reason.kind][language]} ${listText(reason, titles)}`;
    case "words":
      return wordsText(reason, language);
    case "conditions":
      return phrase("a condition of a band or the effect of a rule changed")[language];
    case "bands":
      return phrase("bands, their conditions, rules or quotas changed")[language];
    case "others":
      return phrase("others moved")[language];
  }
}

/** The reason that results give for a state, or for a class lost to a quota. */
function wordsText(
  { old, new: now, byPoints }: Extract<Reason, { readonly kind: "words" }>,
  language: Language,
): string {
  if (old === "") return `"${now}"`;
  if (byPoints) return phrase('by points now, before "{old}"', { old })[language];
  if (now === "") return phrase('no longer "{old}"', { old })[language];
  return `"${old}" → "${now}"`;
}

const lists: Readonly<Record<"rules" | "quotas" | "awards" | "alerts", Bilingual>> = {
  rules: phrase("rule"),
  quotas: phrase("quota"),
  awards: phrase("award"),
  alerts: phrase("alert"),
};

/** `+late, -absent`, with titles where a side knows them. */
function listText(
  { gained, lost }: { readonly gained: readonly string[]; readonly lost: readonly string[] },
  titles: PeriodComparison["titles"],
): string {
  const all = [
    ...gained.map((id) => `+${titles.new.get(id) ?? id}`),
    ...lost.map((id) => `-${titles.old.get(id) ?? id}`),
  ];
  return all.join(", ");
}

export function sourceText(change: SourceChange): Bilingual {
  switch (change.kind) {
    case "rubric":
      return phrase("rubric {old} → {new}", { old: change.old, new: change.new });
    case "changed":
      return phrase("changed: {file}", { file: change.file });
    case "added":
      return phrase("added: {file}", { file: change.file });
    case "removed":
      return phrase("removed: {file}", { file: change.file });
    case "score":
      return untranslated(`score ${change.old} → ${change.new}`);
    case "parameter":
      return phrase("parameter {name}: {shift}", { name: change.parameter, shift: arrow(change.old, change.new) });
    case "flag":
      return untranslated(`--${change.flag} ${arrow(change.old, change.new)}`);
  }
}
