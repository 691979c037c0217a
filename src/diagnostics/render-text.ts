import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import { phrase } from "../text/phrase.ts";
import type { Place, Source } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import { codeFrame } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { shownPerGroup } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { firstOfEach, lastWithMore, placeText } from "./findings.ts";
import { hintOf, messageOf, morePlacesText, moreText, namedPlaces, relatedText, severityWords } from "./message.ts";

export interface TextOptions {
  readonly language: Language;
  readonly painter: Painter;
  /** The text of a file, for code frames. Sheets have none: a frame would print whole rows of people's data. */
  readonly sourceOf: (file: string) => Source | undefined;
  /** Beside data a warning about a file that has frames, which every run repeats, is told without its places. */
  readonly isBeside?: boolean;
}

/** Of places of which the same is said. */
const mostFrames = 3;

const hintWord = phrase("hint");

/**
 * Diagnostics for people and for editors that jump to `path:line:col`: a first line such as `a.yaml:3:7: error R101: …`, the
 * place in its file, places that belong to it, and what to do; of notes that follow each other, and of what is told in brief, the same
 * once. Empty for no findings, otherwise it ends with a line end.
 */
export function renderText(found: Findings, options: TextOptions): string {
  const shown = firstOfEach(found, shownPerGroup);
  const lines = shown.list.flatMap((diagnostic, at) => {
    const isBrief = isToldInBrief(diagnostic, options);
    const before = shown.list[at - 1];
    const isMinor = isBrief || diagnostic.severity === "note";
    const isSame = isMinor && before && hintOf(before, options.language) === hintOf(diagnostic, options.language);
    return [
      headOf(diagnostic, options),
      ...(isBrief ? [] : placesOf(diagnostic, options)),
      ...(isSame ? [] : adviceOf(diagnostic, options)),
    ];
  });
  for (const [{ code, severity, place }, count] of lastWithMore(shown)) {
    lines.push(moreText(code, count, options.language, severity === "note" ? undefined : place?.file));
  }
  return lines.map((line) => `${line}\n`).join("");
}

const isToldInBrief = ({ severity, place }: Diagnostic, { isBeside, sourceOf }: TextOptions): boolean =>
  isBeside === true && severity !== "error" && place !== undefined && sourceOf(place.file) !== undefined;

function headOf(diagnostic: Diagnostic, { language, painter }: TextOptions): string {
  const { code, severity, place } = diagnostic;
  const head = painter[severity](`${severityWords[severity][language]} ${code}:`);
  return `${place ? `${printedPlace(place, painter)}: ` : ""}${head} ${painter.strong(messageOf(diagnostic, language))}`;
}

function placesOf(diagnostic: Diagnostic, options: TextOptions): string[] {
  const { language, painter } = options;
  const { severity, place } = diagnostic;
  const { named, more } = namedPlaces(diagnostic);
  return [
    ...frame(place, options, painter[severity]),
    ...named.flatMap((each, at) => {
      const isOneOfMany = named[at - mostFrames]?.message.en === each.message.en;
      return [
        `  ${printedPlace(each.place, painter)}: ${relatedText(each, language)}`,
        ...(isOneOfMany ? [] : frame(each.place, options, painter.note)),
      ];
    }),
    ...(more > 0 ? [`  ${morePlacesText(more, language)}`] : []),
  ];
}

function adviceOf(diagnostic: Diagnostic, { language, painter }: TextOptions): string[] {
  const hint = hintOf(diagnostic, language);
  return hint ? [`  ${painter.note(`${hintWord[language]}:`)} ${hint}`] : [];
}

const printedPlace = (place: Place, painter: Painter): string => painter.strong(printable(placeText(place), 1000));

function frame(place: Place | undefined, { sourceOf, painter }: TextOptions, mark: (text: string) => string): string[] {
  const source = place && sourceOf(place.file);
  return place && source ? codeFrame(source, place, painter, mark).map((line) => `  ${line}`) : [];
}
