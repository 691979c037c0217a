import type { Vocabulary } from "./conditions.ts";
import { condition, half } from "./conditions.ts";
import type { Draw } from "./draw.ts";

/** A generated area or item: what stands in the rubric, with what its surroundings must know. */
export interface Generated {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly max: number;
  /** Whether its score can be negative. */
  readonly below: boolean;
  /** Ids of it and all below it. */
  readonly ids: readonly string[];
  /** Names of numbers that conditions may ask for. */
  readonly numbers: readonly { readonly name: string; readonly most: number }[];
}

/** Without a unit no cell is so small that it might be a fraction. */
const unit = (draw: Draw): { readonly unit?: string } => draw.one([{}, {}, { unit: "percent" }, { unit: "fraction" }]);

const levelLabels = { tot: "Tốt", kha: "Khá", trung_binh: ["Trung bình", "TB"], yeu: "Chưa đạt yêu cầu" };
const empties = ["missing", "zero", "full"] as const;
const policies = ["incomplete", "zero", "full", "skip_area", "skip_total"] as const;

/** `missing`, `round` and `zero_if`, which every node may have; `words` and `numbers` are for the latter. */
export function extras(draw: Draw, words: Vocabulary, numbers: Generated["numbers"]): Record<string, unknown> {
  return {
    ...(draw.rarely(4) && { missing: draw.one(policies) }),
    ...(draw.rarely(6) && { round: { to: draw.one([0.1, 0.5, 1]), mode: rounding(draw) } }),
    ...(draw.rarely(8) && {
      zero_if: condition(draw, { ...words, numbers: [...words.numbers, ...numbers] }),
    }),
  };
}

export const rounding = (draw: Draw): string =>
  draw.one(["half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"]);

/** An item with one of the scales of LANGUAGE.md 1.2, that offers `max` points. */
export function item(draw: Draw, id: string, max: number, mayGoBelow: boolean, words: Vocabulary): Generated {
  const raw = { name: `raw.${id}`, most: max };
  const below = mayGoBelow && draw.rarely(8);
  const plain = (scale: Record<string, unknown>, numbers: Generated["numbers"] = []): Generated => ({
    spec: { id, ...scale, ...(draw.rarely(4) && { column: `Tiêu chí ${id}` }), ...extras(draw, words, numbers) },
    max,
    below,
    ids: [id],
    numbers: [...numbers, { name: id, most: max }],
  });
  if (below) {
    if (draw.rarely(3))
      return plain({ max, min: draw.one([-max, -2.5, -1]), ...(draw.rarely(2) && { step: 0.5 }) }, [raw]);
    return draw.rarely(2)
      ? plain({ value: `${max} - ${draw.one([1, 2.5])} * vi_pham`, max, min: draw.one(["none", -2]) })
      : plain({ count: { base: max, each: -draw.int(1, 4), min: draw.one(["none", -1.5]) } }, [raw]);
  }
  switch (draw.int(0, 9)) {
    case 0:
      return plain({ levels: { tot: max, kha: max * 0.75, trung_binh: max / 2, yeu: 0 }, labels: levelLabels });
    case 1:
      return plain({ yes: max });
    case 2:
      return plain({ count: { base: max, each: -draw.one([0.5, 1, 2]), min: 0 } }, [raw]);
    case 3:
      return plain({ count: { base: 0, each: draw.one([0.5, 1]), max } }, [raw]);
    case 4:
      return plain({ ratio: { max, cap: draw.one(["100%", "none", "120%"]), ...unit(draw) } }, [{ ...raw, most: 120 }]);
    case 5:
      return plain({
        ratio: { max, cap: draw.one(["100%", 1.5]), done: "lam", target: "giao", empty: draw.one(empties) },
      });
    case 6:
      if (draw.rarely(3)) {
        const rows = [{ from: 10, points: max }, { from: 0.5, points: max / 2 }, { points: 0 }];
        const of = draw.one(["lam - vi_pham / 3", "giao != 0 ? lam / giao : missing", draw.one(words.numbers).name]);
        return plain({ table: { of, rows } });
      }
      return plain({ table: [{ from: 90, points: max }, { from: 70.5, points: max / 2 }, { points: 0 }] }, [raw]);
    case 7:
      if (draw.rarely(4))
        return plain({ value: `${condition(draw, words)} ? missing : giao != 0 ? lam / giao : missing`, max, min: 0 });
      return draw.rarely(3)
        ? plain({ value: `${half(draw, max)} + lam / 3`, max, clamp: false })
        : plain({ value: `${half(draw, max)} + ${draw.one(words.numbers).name} / 3 - vi_pham / 2`, max, min: 0 });
    case 8:
      return plain({ max, step: 0.5 }, [raw]);
    default:
      return plain({ max }, [raw]);
  }
}
