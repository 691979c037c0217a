import type { Block } from "../../document/block.ts";
import type { Award, Quota, Rule, SortKey } from "../../model/stage.ts";
import { multiply } from "../../number/exact.ts";
import { heads } from "../words.ts";
import { bandsTable } from "./bands-table.ts";
import type { Telling } from "./telling.ts";
import { columnTitles, remarkWords } from "./telling.ts";

/** Bands, rules, quotas, ranking, awards and alerts of one kind of period. */
export function classBlocks(telling: Telling): Block[] {
  return [
    { kind: "heading", level: 2, text: telling.voice.say("Bands") },
    bandsTable(telling),
    ...classLists(telling).flatMap(({ title, parts }): Block[] => [
      { kind: "heading", level: 2, text: title },
      {
        kind: "list",
        items: parts.map(({ name, said, basis }) =>
          [name === undefined ? said : `${name}: ${said}`, ...basis].join("; "),
        ),
      },
    ]),
  ];
}

/** Sentences about parts of one kind, each with its name before and its basis behind. */
export interface PartList {
  readonly title: string;
  readonly parts: readonly {
    readonly id: string;
    readonly name?: string;
    readonly said: string;
    readonly basis: readonly string[];
  }[];
}

/** All but the bands; kinds of which there are none are left out. */
export function classLists(telling: Telling): readonly PartList[] {
  const { stage, voice, words, language } = telling;
  const { say } = voice;
  const told = <P extends Named>(title: string, parts: readonly P[], saidOf: (part: P) => string): PartList => ({
    title,
    parts: parts.map((part) => ({
      id: part.id,
      name: voice.name(part),
      said: saidOf(part),
      basis: remarkWords(telling, part),
    })),
  });
  const ranking = { id: "ranking", said: rankingWords(telling), basis: [] };
  return [
    told(say("Rules"), stage.rules, (rule) => ruleWords(telling, rule)),
    told(say("Quotas"), stage.quotas, (quota) => quotaWords(telling, quota)),
    { title: say("Ranking"), parts: [ranking] },
    told(heads.awards[language], stage.awards, (award) => awardWords(telling, award)),
    told(heads.alerts[language], stage.alerts, ({ when }) => say("where {condition}", { condition: words(when) })),
  ].filter(({ parts }) => parts.length > 0);
}

type Named = Parameters<Telling["voice"]["name"]>[0] & { readonly id: string } & Parameters<typeof remarkWords>[1];

function ruleWords(telling: Telling, { when, effect, once }: Rule): string {
  const { voice, words } = telling;
  const { say } = voice;
  const about = { condition: words(when), once: once === undefined ? undefined : columnTitles(telling, [once]) };
  if (effect.kind === "not_rated") {
    return say("where {condition}: not rated ({reason})[, once for each {once}]", { ...about, reason: effect.reason });
  }
  const limits = { ...about, band: typeof effect.band === "number" ? voice.band(effect.band) : words(effect.band) };
  switch (effect.kind) {
    case "at_least":
      return say("where {condition}: at least {band}[, once for each {once}]", limits);
    case "at_most":
      return say("where {condition}: at most {band}[, once for each {once}]", limits);
    case "set":
      return say("where {condition}: {band}[, once for each {once}]", limits);
  }
}

function quotaWords(telling: Telling, { band, size, within, ties, then, order, when }: Quota): string {
  const { voice, words } = telling;
  const { say } = voice;
  return [
    roomWords(telling, size, { band: voice.band(band), within: titlesOf(telling, within) }),
    ...(size.kind === "share" ? [basisWords(telling, size.basis), roundedWords(telling, size.round)] : []),
    ...(when ? [say("only where {condition}", { condition: words(when) })] : []),
    ...(size.kind === "share" && size.raise
      ? [
          say("{share} where {condition}", {
            share: percent(telling, size.raise.share),
            condition: words(size.raise.when),
          }),
        ]
      : []),
    say("who is beyond it goes to {band}", { band: voice.band(then) }),
    say("who stays: by {keys}", { keys: keysText(telling, order) }),
    {
      out: say("equals at the cut go down"),
      in: say("equals at the cut stay"),
      open: say("equals at the cut are left to the authority"),
    }[ties],
  ].join("; ");
}

type Share = Extract<Quota["size"], { kind: "share" }>;
type Where = { readonly band: string; readonly within: string | undefined };

function roomWords(telling: Telling, size: Quota["size"], where: Where): string {
  const { say, band } = telling.voice;
  if (size.kind === "count") {
    return say("at most {count} people hold {band}[, in each {within}]", { ...where, count: size.count });
  }
  const share = percent(telling, size.share);
  return size.of === "rated"
    ? say("at most {share} of all who are rated hold {band}[, in each {within}]", { ...where, share })
    : say("at most {share} of those in {bands} hold {band}[, in each {within}]", {
        ...where,
        share,
        bands: size.of.map(band),
      });
}

const basisWords = ({ voice: { say } }: Telling, basis: Share["basis"]): string =>
  basis === "after" ? say("counted once the surplus has moved") : say("counted before any quota");

const roundedWords = ({ voice: { say } }: Telling, round: Share["round"]): string =>
  ({
    down: say("the number of people is rounded down"),
    up: say("the number of people is rounded up"),
    half_up: say("the number of people is rounded half up"),
  })[round];

const percent = ({ voice }: Telling, share: Share["share"]): string => `${voice.number(multiply(share, 100))} %`;

/** Undefined for everybody together. */
const titlesOf = (telling: Telling, within: readonly number[]): string | undefined =>
  within.length === 0 ? undefined : columnTitles(telling, within);

function rankingWords(telling: Telling): string {
  const { stage, voice } = telling;
  const { say } = voice;
  const { by, within, number: numbers } = stage.ranking;
  return [
    say("by {keys}[, in each {within}]", { keys: keysText(telling, by), within: titlesOf(telling, within) }),
    numbers === "dense" ? say("equal ranks, then the next number (1, 1, 2)") : say("equal ranks, then a gap (1, 1, 3)"),
  ].join("; ");
}

function awardWords(telling: Telling, award: Award): string {
  const { size, when, by, ties, except } = award;
  const { voice, words } = telling;
  const { say } = voice;
  return [
    ...winnersWords(telling, award),
    ...(when ? [say("only where {condition}", { condition: words(when) })] : []),
    ...(except ? [say("who gets {awards} is passed over", { awards: voice.awards(except) })] : []),
    ...(size.kind === "all" || size.kind === "streak" ? [] : orderWords()),
  ].join("; ");

  function orderWords(): string[] {
    const equals = {
      all: say("equals all get it"),
      none: say("equals at the cut get nothing"),
      open: say("equals at the cut are left to the authority"),
    }[ties];
    const keys = keysText(telling, by);
    return [...(by.length > 0 ? [say("by {keys}[, in each {within}]", { keys, within: undefined })] : []), equals];
  }
}

function winnersWords(telling: Telling, { size, within: columns }: Award): string[] {
  const { voice } = telling;
  const { say, band } = voice;
  const within = titlesOf(telling, columns);
  switch (size.kind) {
    case "top":
      return size.from === undefined
        ? [say("the first {top}[, in each {within}]", { top: size.top, within })]
        : [say("places {from} to {top}[, in each {within}]", { from: size.from, top: size.top, within })];
    case "share": {
      const share = percent(telling, size.share);
      const those =
        size.of === "rated"
          ? say("the first {share} of all who are rated[, in each {within}]", { share, within })
          : say("the first {share} of those in {bands}[, in each {within}]", {
              share,
              bands: size.of.map(band),
              within,
            });
      return [those, roundedWords(telling, size.round)];
    }
    case "all":
      return [say("everybody")];
    case "streak": {
      const terms = { years: size.years, band: band(size.band) };
      return [
        voice.kind === "year"
          ? say("{years} years in a row {band} or better", terms)
          : say("{years} periods in a row {band} or better", terms),
        size.again === "every" ? say("again after as many more") : say("once only in an unbroken row"),
        size.notRated === "breaks"
          ? say("one without a class breaks the row")
          : say("one without a class is passed over"),
      ];
    }
  }
}

function keysText({ plan, stage, voice, language }: Telling, keys: readonly SortKey[]): string {
  return keys
    .map(({ by, ascending }) => {
      const name = nameOfKey(by);
      return ascending ? voice.say("{name} (the lower first)", { name }) : name;
    })
    .join(", ");

  function nameOfKey(by: SortKey["by"]): string {
    switch (by.kind) {
      case "band":
        return heads.band_title[language];
      case "node":
        return stage.nodes[by.index]?.title[language] ?? "";
      case "column":
        return plan.columns[by.index]?.title[language] ?? "";
      default:
        return heads[by.kind][language];
    }
  }
}
