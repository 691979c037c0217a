import type { Scale } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, fraction, negate, sign } from "../../number/exact.ts";
import { answerWord } from "./cell-words.ts";
import type { Voice } from "./voice.ts";

/** A word with those that a cell may have in its place: in a sheet stands one of them. */
const withOthers = (word: string, others: readonly string[] = []): string =>
  others.length > 0 ? `${word} (${others.join(", ")})` : word;

/** A level that is called by its points is said once, and two figures do not stand beside each other. */
const levelWords = (word: string, points: string): string =>
  word === points ? word : `${word}${/\d$/.test(word) ? " =" : ""} ${points}`;

/** How an item turns its cell into points, in words. */
export function scaleWords({ scale: perPoint, columns }: Plan, scale: Scale, voice: Voice): string {
  const { say, number, points, title } = voice;
  const inPoints = (units: Exact): string => number(divide(units, perPoint));
  switch (scale.kind) {
    case "points": {
      const step = scale.step === undefined ? fraction(1n, 10n ** BigInt(scale.places)) : divide(scale.step, perPoint);
      const least = scale.min === "none" ? undefined : inPoints(scale.min ?? 0);
      const range = { max: inPoints(scale.max), step: number(step) };
      return least === undefined
        ? say("points up to {max} in steps of {step}", range)
        : say("points from {least} to {max} in steps of {step}", { least, ...range });
    }
    case "levels": {
      const levels = scale.levels
        .map(({ id, label = id, also, points: units }) => levelWords(withOthers(label, also), inPoints(units)))
        .join("; ");
      return say("levels: {levels}", { levels });
    }
    case "yes":
      if (scale.labels.length === 0) return say("yes {points}; no 0", { points: inPoints(scale.points) });
      return `${answerWord(scale, true, voice)} ${inPoints(scale.points)}; ${answerWord(scale, false, voice)} 0`;
    case "count": {
      const each = divide(scale.each, perPoint);
      const base = inPoints(scale.base);
      const change = points(sign(each) < 0 ? negate(each) : each);
      const least = scale.min === "none" ? [] : [say("not below {min}", { min: inPoints(scale.min) })];
      const most = sign(each) > 0 ? [say("not above {max}", { max: inPoints(scale.max) })] : least;
      return [
        sign(each) < 0
          ? say("{base}, less {change} each time", { base, change })
          : say("{base}, plus {change} each time", { base, change }),
        ...most,
      ].join(", ");
    }
    case "ratio": {
      const cap = scale.cap === undefined ? [] : [say("at most {cap} %", { cap: number(scale.cap) })];
      const share = [scale.done, scale.target].flatMap((at) => (at === undefined ? [] : [columns[at]?.title]));
      const of = share.flatMap((text) => (text ? [title(text)] : [])).join(" / ");
      const empty = scale.empty && { missing: say("no score"), zero: "0", full: inPoints(scale.max) }[scale.empty];
      return [
        say("{max} × the percentage[ {of}]", { max: inPoints(scale.max), of: of || undefined }),
        ...cap,
        ...(empty === undefined ? [] : [say("0 of 0: {empty}", { empty })]),
      ].join(", ");
    }
    case "table": {
      const rows = scale.rows.map(({ from, points: units }) =>
        from === undefined
          ? say("below that {units}", { units: inPoints(units) })
          : say("from {from}: {units}", { from: number(from), units: inPoints(units) }),
      );
      return rows.join("; ");
    }
    case "value":
      return say("computed by the rubric");
  }
}
