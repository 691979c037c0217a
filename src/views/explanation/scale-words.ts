import type { Plan, Scale } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, fraction, negate, sign } from "../../number/exact.ts";
import type { Voice } from "./voice.ts";

/** How an item turns its cell into points, in words. */
export function scaleWords(
  { scale: perPoint, columns }: Plan,
  scale: Scale,
  { say, number, points, title }: Voice,
): string {
  const inPoints = (units: Exact): string => number(divide(units, perPoint));
  switch (scale.kind) {
    case "points": {
      const step = scale.step === undefined ? fraction(1n, 10n ** BigInt(scale.places)) : divide(scale.step, perPoint);
      const least = scale.min === "none" ? undefined : inPoints(scale.min ?? 0);
      return say(
        `points${least === undefined ? " up" : ` from ${least}`} to ${inPoints(scale.max)} in steps of ${number(step)}`,
        `điểm${least === undefined ? "" : ` từ ${least}`} đến ${inPoints(scale.max)}, bước ${number(step)}`,
      );
    }
    case "levels": {
      const levels = scale.levels.map(({ id, label, points: units }) => `${label ?? id} ${inPoints(units)}`).join("; ");
      return say(`levels: ${levels}`, `các mức: ${levels}`);
    }
    case "yes":
      return say(`yes ${inPoints(scale.points)}; no 0`, `đạt ${inPoints(scale.points)}; không đạt 0`);
    case "count": {
      const each = divide(scale.each, perPoint);
      const change = points(sign(each) < 0 ? negate(each) : each);
      const least =
        scale.min === "none" ? [] : [say(`not below ${inPoints(scale.min)}`, `không dưới ${inPoints(scale.min)}`)];
      const most =
        sign(each) > 0 ? [say(`not above ${inPoints(scale.max)}`, `không quá ${inPoints(scale.max)}`)] : least;
      return [
        say(
          `${inPoints(scale.base)}, ${sign(each) < 0 ? "less" : "plus"} ${change} each time`,
          `${inPoints(scale.base)}, mỗi lần ${sign(each) < 0 ? "trừ" : "cộng"} ${change}`,
        ),
        ...most,
      ].join(", ");
    }
    case "ratio": {
      const cap =
        scale.cap === undefined ? [] : [say(`at most ${number(scale.cap)} %`, `tối đa ${number(scale.cap)} %`)];
      const share = [scale.done, scale.target].flatMap((at) => (at === undefined ? [] : [columns[at]?.title]));
      const of = share.flatMap((text) => (text ? [title(text)] : [])).join(" / ");
      return [
        say(
          `${inPoints(scale.max)} × the percentage${of && ` ${of}`}`,
          `${inPoints(scale.max)} × tỷ lệ phần trăm${of && ` ${of}`}`,
        ),
        ...cap,
      ].join(", ");
    }
    case "table": {
      const rows = scale.rows.map(({ from, points: units }) =>
        from === undefined
          ? say(`below that ${inPoints(units)}`, `thấp hơn ${inPoints(units)}`)
          : say(`from ${number(from)}: ${inPoints(units)}`, `từ ${number(from)}: ${inPoints(units)}`),
      );
      return rows.join("; ");
    }
    case "value":
      return say("computed by the rubric", "tính theo công thức của bộ tiêu chí");
  }
}
