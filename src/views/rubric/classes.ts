import type { Block } from "../../document/block.ts";
import type { Cell, Table, TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Award, Band, Effect, Quota, Rule, SortKey } from "../../model/plan.ts";
import { multiply } from "../../number/exact.ts";
import { heads } from "../words.ts";
import { effectWords } from "../explanation/law-words.ts";
import type { Telling } from "./telling.ts";
import { columnTitles } from "./telling.ts";

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
      basis: voice.basis(part.cite),
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

type Named = Parameters<Telling["voice"]["name"]>[0] & { readonly id: string; readonly cite?: string };

function ruleWords(telling: Telling, { when, effect, once }: Rule): string {
  const { say } = telling.voice;
  const said = say("where {condition}: {effect}", {
    condition: telling.words(when),
    effect: effectText(telling, effect),
  });
  return once === undefined
    ? said
    : say("{said}, once for each {column}", { said, column: columnTitles(telling, [once]) });
}

export function bandsTable(telling: Telling): Table {
  const { plan, stage, voice, words } = telling;
  const { say, band } = voice;
  const columns: TableColumn[] = [
    { id: "band", head: heads.band_title[telling.language], type: text },
    { id: "from", head: say("From"), type: { ...number, scale: plan.scale } },
    { id: "require", head: say("Also needs"), type: text },
    { id: "otherwise", head: say("Otherwise"), type: text },
  ];
  const otherwise = (each: Band): string | undefined =>
    each.otherwise === undefined
      ? undefined
      : each.otherwise === "incomplete"
        ? say("left to the authority")
        : band(each.otherwise);
  return table(
    columns,
    stage.bands.map((each): Cell[] => [
      each.title[telling.language],
      each.from,
      each.require.map(({ expression }) => words(expression)).join("; "),
      otherwise(each),
    ]),
  );
}

function effectText({ voice, words }: Telling, effect: Effect): string {
  const band =
    effect.kind === "not_rated" ? "" : typeof effect.band === "number" ? voice.band(effect.band) : words(effect.band);
  return effectWords(effect, band, voice);
}

function quotaWords(telling: Telling, { band, size, within, ties, then, order, when }: Quota): string {
  const { voice, words } = telling;
  const { say } = voice;
  return [
    say("at most {size} hold {band}{within}", {
      size: size.kind === "count" ? say("{count} people", { count: size.count }) : shareWords(telling, size),
      band: voice.band(band),
      within: withinWords(telling, within),
    }),
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

function shareWords(telling: Telling, { share, of, basis, round }: Share): string {
  const { say, band } = telling.voice;
  const whole = of === "rated" ? say("all who are rated") : say("those in {bands}", { bands: of.map(band) });
  const when = basis === "after" ? say("counted once the surplus has moved") : say("counted before any quota");
  const rounding = { down: say("down"), up: say("up"), half_up: say("half up") }[round];
  return say("{share} of {whole} ({when}, rounded {rounding})", {
    share: percent(telling, share),
    whole,
    when,
    rounding,
  });
}

const percent = ({ voice }: Telling, share: Share["share"]): string => `${voice.number(multiply(share, 100))} %`;

const withinWords = (telling: Telling, within: readonly number[]): string =>
  within.length === 0 ? "" : telling.voice.say(", in each {columns}", { columns: columnTitles(telling, within) });

function rankingWords(telling: Telling): string {
  const { stage, voice } = telling;
  const { say } = voice;
  const { by, within, number: numbers } = stage.ranking;
  return [
    say("by {keys}", { keys: keysText(telling, by) }) + withinWords(telling, within),
    numbers === "dense" ? say("equal ranks, then the next number (1, 1, 2)") : say("equal ranks, then a gap (1, 1, 3)"),
  ].join("; ");
}

function awardWords(telling: Telling, { size, when, within, by, ties }: Award): string {
  const { voice, words } = telling;
  const { say } = voice;
  const sizes = (): string => {
    switch (size.kind) {
      case "top":
        return say("the first {top}", { top: size.top });
      case "share":
        return shareOf(telling, size);
      case "all":
        return say("everybody");
      case "streak":
        return voice.kind === "year"
          ? say("{years} years in a row {band} or better", { years: size.years, band: voice.band(size.band) })
          : say("{years} periods in a row {band} or better", { years: size.years, band: voice.band(size.band) });
    }
  };
  return [
    sizes() + withinWords(telling, within),
    ...(when ? [say("only where {condition}", { condition: words(when) })] : []),
    ...(by.length > 0 && size.kind !== "all" && size.kind !== "streak"
      ? [say("by {keys}", { keys: keysText(telling, by) })]
      : []),
    {
      all: say("equals all get it"),
      none: say("equals at the cut get nothing"),
      open: say("equals at the cut are left to the authority"),
    }[ties],
  ].join("; ");
}

function shareOf(telling: Telling, { share, of, round }: Extract<Award["size"], { kind: "share" }>): string {
  return shareWords(telling, { kind: "share", share, of, round, basis: "before" });
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
