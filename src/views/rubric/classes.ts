import type { Block } from "../../document/block.ts";
import type { Cell, TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Award, Band, Effect, Quota, Rule, SortKey } from "../../model/plan.ts";
import { multiply } from "../../number/exact.ts";
import { heads } from "../words.ts";
import { effectWords } from "../explanation/law-words.ts";
import type { Telling } from "./telling.ts";
import { columnTitles } from "./telling.ts";

/** Bands, rules, quotas, ranking, awards and alerts of one kind of period. */
export function classBlocks(telling: Telling): Block[] {
  const { stage, voice } = telling;
  const { say } = voice;
  const listed = (title: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: title },
          { kind: "list", items },
        ];
  return [
    { kind: "heading", level: 2, text: say("Bands") },
    bandsTable(telling),
    ...listed(
      say("Rules"),
      stage.rules.map((rule) =>
        sentence(
          telling,
          rule,
          onceWords(
            telling,
            rule,
            say("where {condition}: {effect}", {
              condition: telling.words(rule.when),
              effect: effectText(telling, rule.effect),
            }),
          ),
        ),
      ),
    ),
    ...listed(
      say("Quotas"),
      stage.quotas.map((quota) => sentence(telling, quota, quotaWords(telling, quota))),
    ),
    ...listed(say("Ranking"), [rankingWords(telling)]),
    ...listed(
      heads.awards[telling.language],
      stage.awards.map((award) => sentence(telling, award, awardWords(telling, award))),
    ),
    ...listed(
      heads.alerts[telling.language],
      stage.alerts.map((alert) =>
        sentence(telling, alert, say("where {condition}", { condition: telling.words(alert.when) })),
      ),
    ),
  ];
}

/** A part with its name before and its basis behind. */
function sentence(
  { voice }: Telling,
  part: Parameters<Telling["voice"]["name"]>[0] & { readonly cite?: string },
  said: string,
): string {
  return [`${voice.name(part)}: ${said}`, ...voice.basis(part.cite)].join("; ");
}

function bandsTable(telling: Telling): Block {
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

const onceWords = (telling: Telling, { once }: Rule, said: string): string =>
  once === undefined
    ? said
    : telling.voice.say("{said}, once for each {column}", { said, column: columnTitles(telling, [once]) });

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
