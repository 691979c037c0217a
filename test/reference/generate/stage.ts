import type { Vocabulary } from "./conditions.ts";
import { condition, lateFacts } from "./conditions.ts";
import type { Draw } from "./draw.ts";

type Spec = Readonly<Record<string, unknown>>;

/** What a rubric rests on besides its rows: a log and earlier periods, which must then be given, and tables too. */
export type Looks = "nowhere" | "around" | "everywhere";

/** What the parts of a stage are made of. */
export interface StageWords {
  /** For `require` and rules. */
  readonly before: Vocabulary;
  /** For awards and alerts, which know the band. */
  readonly after: Vocabulary;
  /** Totals that people can be put in order by; with a clamp a rubric must name one. */
  readonly totals: readonly string[];
  /** Further keys for that. */
  readonly keys: readonly string[];
  readonly most: number;
  readonly looks: Looks;
  /** What stands before a column in expressions: nothing, or `latest.` in rollups. */
  readonly prefix: string;
}

const bandIds = ["xuat_sac", "tot", "hoan_thanh", "khong"] as const;

/** Bands whose bounds fall within 0..most, perhaps with requirements. */
export function bands(draw: Draw, words: StageWords, mayRequire: boolean): Spec[] {
  const ids = bandIds.slice(draw.int(0, 2));
  const bounds = new Set(ids.slice(1).map(() => (draw.int(1, 19) * words.most) / 20));
  const from = [...bounds].map((bound) => Math.ceil(bound * 2) / 2);
  const falling = [...new Set(from)].filter((bound) => bound <= words.most).sort((a, b) => b - a);
  const used = ids.slice(ids.length - falling.length - 1);
  return used.map((id, index) => {
    if (index === used.length - 1) return { id };
    const require = mayRequire && draw.rarely(3) ? draw.list(1, 2, () => condition(draw, words.before)) : undefined;
    const otherwise = draw.one(["next", used[draw.int(index + 1, used.length - 1)], "incomplete"]);
    return { id, from: falling[index], ...(require && { require, otherwise }) };
  });
}

export function rules(draw: Draw, words: StageWords, ids: readonly string[]): Spec[] {
  return draw.list(0, 4, (index) => {
    const effect = draw.one(["at_least", "at_most", "at_most", "set", "not_rated"]);
    const value = effect === "not_rated" ? "chưa đủ thời gian" : draw.one(ids);
    if (words.looks === "everywhere" && words.prefix === "" && effect !== "not_rated" && draw.rarely(4))
      return { id: `luat_${index}`, when: "chi_bo in don_vi", [effect]: "=don_vi[chi_bo].muc" };
    const once = draw.rarely(4) && { once: "vu" };
    return { id: `luat_${index}`, when: condition(draw, words.before), [effect]: value, ...once };
  });
}

/** Quotas; those of one band agree in `then`, `ties` and `order`. */
export function quotas(draw: Draw, words: StageWords, ids: readonly string[]): Spec[] {
  const found: Spec[] = [];
  for (const [place, band] of ids.slice(0, -1).entries()) {
    if (draw.rarely(2)) continue;
    const shared = {
      band,
      ties: draw.one(["out", "in", "open"]),
      // biome-ignore lint/suspicious/noThenProperty: the language calls it so
      then: ids[draw.int(place + 1, ids.length - 1)],
      ...(draw.rarely(2) && { order: keys(draw, words) }),
    };
    found.push(
      ...draw.list(0, 3, (index) => ({ id: `han_muc_${place}_${index}`, ...shared, ...size(draw, words.prefix, ids) })),
    );
  }
  return found;
}

function size(draw: Draw, prefix: string, ids: readonly string[]): Spec {
  const within = draw.one([[], ["chi_bo"], ["khoi"], ["chi_bo", "khoi"], ["lanh_dao"]]);
  const about = { within, ...(draw.rarely(4) && { when: prefix + draw.one(abouts) }) };
  if (draw.rarely(4)) return { count: draw.int(1, 3), ...about };
  const raise = within[0] && { share: draw.one(["50%", 1]), when: prefix + draw.one(raises[within[0]] ?? []) };
  return {
    share: draw.one(["20%", "25%", 0.4, "60%", "100%"]),
    of: draw.rarely(3) ? "rated" : draw.one([ids.slice(0, 1), ids.slice(0, 2), ids.slice(1, 2)]),
    basis: draw.one(["before", "after"]),
    ...about,
    round: draw.one(["down", "up", "half_up"]),
    ...(raise && draw.rarely(4) && { raise }),
  };
}

/** Of whom a quota may be. */
const abouts = ['chi_bo == "cb1"', 'khoi != "k3"', "lanh_dao"] as const;

/** Conditions that are the same for everybody in a scope, by its first column. */
const raises: Readonly<Record<string, readonly string[]>> = {
  chi_bo: ['chi_bo == "cb1"'],
  khoi: ['khoi == "k1"', 'khoi != "k3"'],
  lanh_dao: ["lanh_dao"],
};

export function ranking(draw: Draw, words: StageWords): Spec {
  return {
    within: draw.one([[], ["chi_bo"], ["khoi"]]),
    by: draw.rarely(2) ? ["band", ...keys(draw, words)] : keys(draw, words),
    number: draw.one(["standard", "dense"]),
  };
}

function keys(draw: Draw, words: StageWords): string[] {
  const others = draw.list(0, 2, () => (draw.rarely(4) ? "-" : "") + draw.one(words.keys));
  return [...new Set([draw.one(words.totals), ...others])];
}

/** Awards, and alerts that may ask who had them. */
export function honours(
  draw: Draw,
  words: StageWords,
  ids: readonly string[],
  ofRules: readonly Spec[],
): { readonly awards: Spec[]; readonly alerts: Spec[] } {
  const late = (given: readonly Spec[]): StageWords => {
    if (words.looks === "nowhere") return words;
    const { after } = words;
    return { ...words, after: { ...after, facts: [...after.facts, ...lateFacts(draw, ids, ofRules, given)] } };
  };
  const given = awards(draw, late([]), ids);
  return { awards: given, alerts: alerts(draw, late(given)) };
}

export function awards(draw: Draw, words: StageWords, ids: readonly string[]): Spec[] {
  return draw.list(0, 3, (index) => ({
    id: `khen_${index}`,
    ...(index > 0 && draw.rarely(2) && { except: [`khen_${draw.int(0, index - 1)}`] }),
    ...(words.looks !== "nowhere" && draw.rarely(3) ? streak(draw, ids) : places(draw, words, ids)),
    ...(draw.rarely(2) && { when: condition(draw, words.after) }),
  }));
}

const streak = (draw: Draw, ids: readonly string[]): Spec => ({
  streak: {
    band: draw.one(ids),
    years: draw.int(2, 3),
    not_rated: draw.one(["breaks", "skips"]),
    again: draw.one(["every", "once"]),
  },
});

function places(draw: Draw, words: StageWords, ids: readonly string[]): Spec {
  return {
    ...(draw.rarely(2)
      ? draw.one([{ top: 1 }, { top: 3 }, { from: 2, top: 2 }, { from: 2, top: 4 }])
      : {
          share: draw.one(["20%", "50%"]),
          of: draw.one(["rated", [...ids].slice(0, 2)]),
          round: draw.one(["down", "up", "half_up"]),
        }),
    ...(draw.rarely(2) && { within: draw.one([[], ["chi_bo"], ["khoi"]]) }),
    ...(draw.rarely(2) && { by: keys(draw, words) }),
    ties: draw.one(["all", "none", "open"]),
  };
}

export const alerts = (draw: Draw, words: StageWords): Spec[] =>
  draw.list(0, 2, (index) => ({ id: `canh_bao_${index}`, when: condition(draw, words.after) }));
