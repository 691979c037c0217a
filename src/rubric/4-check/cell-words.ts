import { parseDecimal } from "../../number/decimal.ts";
import { fold, spelling } from "../../text/fold.ts";
import { areConfusable } from "../../text/names.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { noMarks, noWords, yesMarks, yesWords } from "../../text/vocabulary.ts";
import type { NodePart } from "../2-shape/rubric.generated.ts";
import { listOf } from "../3-facts/outline.ts";
import { scaleKind } from "../3-facts/scale.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

/** The words of a score cell: levels, labels and codes, none of which may be taken for another or for a number. */
export const checkItemWords: Check = (context) => {
  const { rubric, places, diagnostics, nodes } = context;
  for (const { part } of nodes) checkItem(context, part);
  const codes = rubric.codes ?? {};
  checkWords(
    context,
    Object.keys(codes).map((id) => ({ id, place: () => places.key(codes, id) })),
    undefined,
  );
  for (const word of Object.keys(codes)) {
    if (parseDecimal(word.replace(",", ".").replace("%", "")) === undefined && spelling(word) !== "") continue;
    diagnostics.report("R144", { word }, places.key(codes, word));
  }
};

function checkItem(context: Context, part: NodePart): void {
  const { rubric, places } = context;
  const kind = scaleKind(part);
  if (kind !== "levels" && kind !== "yes") return;
  const levels = part.levels ?? {};
  const codes = rubric.codes ?? {};
  const place = (id: string) => () => (kind === "levels" ? places.key(levels, id) : places.key(part, "yes"));
  const ids = kind === "levels" ? Object.keys(levels) : ["yes", "no"];
  const own = ids.map((id) => ({ id, place: place(id) }));
  const words = Object.keys(codes).map((id) => ({ id, place: () => places.key(codes, id) }));
  checkWords(context, [...words, ...own], part.labels);
  if (kind === "yes") checkAnswers(context, part);
}

/** A code may be none of the words for yes and no that are read in every item of this kind. */
function checkAnswers({ rubric, places, diagnostics }: Context, part: NodePart): void {
  const codes = rubric.codes ?? {};
  for (const word of Object.keys(codes)) {
    if (!answers.some((answer) => areConfusable(answer, word))) continue;
    const related = { place: places.key(part, "yes"), message: phrase("an item of yes and no") };
    diagnostics.report("R176", { word, id: part.id }, places.key(codes, word), [related]);
  }
}

/** Without the ids `yes` and `no`, which are among the item's own words, and without numbers, which no code may be. */
const answers = [...yesWords, ...yesMarks, ...noWords, ...noMarks].filter((word) => !/^(?:yes|no|\d.*)$/.test(word));

/**
 * Two ids or labels that are the same without case, spaces and the accents that people leave out would make a cell ambiguous,
 * unless they are words for one id. `known` are the ids with their places.
 */
export function checkWords(
  { places, diagnostics }: Context,
  known: readonly { readonly id: string; readonly place: () => Place }[],
  labels: NodePart["labels"],
): void {
  const ids = known.map(({ id }) => id);
  const seen: Word[] = [];
  /** An id that is its label without accents is that word: it confuses nobody besides. */
  const full = (id: string, word: string): string => {
    const own = labels && Object.hasOwn(labels, id) ? listOf(labels[id]) : [];
    return own.find((label) => fold(label) === fold(word)) ?? word;
  };
  const enter = (word: string, id: string, place: Word["place"], label = false): void => {
    const entry = { word, full: full(id, word), id, place, label };
    const first = seen.find((other) => areConfusable(other.full, entry.full));
    if (!first) seen.push(entry);
    else if (first.id !== entry.id || !entry.label) {
      const message = phrase("`{word}` stands here", { word: first.word });
      diagnostics.report("R116", { word: entry.word, other: first.word }, entry.place(), [
        { place: first.place(), message },
      ]);
    }
  };
  for (const { id, place } of known) enter(id, id, place);
  for (const [id, words] of Object.entries(labels ?? {})) {
    const holder = labels as NonNullable<typeof labels>;
    if (!ids.includes(id)) {
      diagnostics.report("R115", { id, suggestion: suggest(id, ids), known: quoted(ids) }, places.key(holder, id));
    } else if (typeof words === "string") enter(words, id, () => places.value(holder, id), true);
    else for (const [at, word] of words.entries()) enter(word, id, () => places.value(words, at), true);
  }
}

interface Word {
  readonly word: string;
  readonly full: string;
  /** What the word stands for. */
  readonly id: string;
  readonly place: () => Place;
  readonly label: boolean;
}
