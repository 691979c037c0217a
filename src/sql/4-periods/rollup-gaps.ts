import type { Reason } from "../../model/reason.ts";
import type { Rollup, RollupMissing } from "../../model/stage.ts";
import { reasonText } from "../../views/reason-text.ts";
import type { Obstacle, Writing } from "../parts.ts";
import { aroundHole } from "../reason-holes.ts";

/** Parts for which there is nothing to roll up. */
export interface Gap {
  readonly column: string;
  /** The names of the parts. */
  readonly sql: string;
  /** What is said of them. */
  readonly reason: string;
}

export const isGap = ({ column }: Gap): string => `COALESCE(${column}, '') <> ''`;

/** Incomplete parts, unrated and absent ones where the rubric says `block`, and those without a weight. */
export function gapsOf(writing: Writing, { missing, score }: Rollup): readonly Gap[] {
  const { dialect } = writing;
  const named = (condition: string, text = "part"): string => `WHEN ${condition} THEN ${text} `;
  const gap = (column: string, cases: string, reason: (hole: string) => Reason, ending = true): Gap => {
    const [before, after] = aroundHole(writing, reason).map(dialect.literal);
    const sql = dialect.joined(`CASE ${cases}END`, "part_at", ", ");
    return { column, sql, reason: `${before} || ${column}${ending ? ` || ${after}` : ""}` };
  };
  const blocked =
    (absent: boolean) =>
    (hole: string): Reason => ({
      kind: "blocking_periods",
      periods: [{ name: hole, absent }],
    });
  const isBlocked = (policy: RollupMissing, condition: string, absent: boolean): string =>
    policy === "block" ? named(condition, `part || ${dialect.literal(aroundHole(writing, blocked(absent))[1])}`) : "";
  const blocking = [
    isBlocked(missing.notRated, "state = 'not_rated'", false),
    isBlocked(missing.absent, "state IS NULL AND part IS NOT NULL", true),
  ].join("");
  const weighted = score.kind === "weights" ? score.weights.map(({ part }) => `'${part}'`).join(", ") : "";
  return [
    gap("incomplete_parts", named("state = 'incomplete'"), (hole) => ({ kind: "incomplete_periods", periods: [hole] })),
    ...(writing.hasDecisions
      ? [
          gap("bare_parts", named("state = 'rated' AND total IS NULL"), (hole) => ({
            kind: "periods_without_total",
            periods: [hole],
          })),
        ]
      : []),
    ...(blocking === "" ? [] : [gap("blocking_parts", blocking, blocked(true), false)]),
    ...(weighted === ""
      ? []
      : [
          gap("weightless_parts", named(`state = 'rated' AND part_name NOT IN (${weighted})`), (hole) => ({
            kind: "no_weight",
            periods: [hole],
          })),
        ]),
  ];
}

/** Fewer rated parts than the rubric wants. */
export function tooFew({ plan, dialect }: Writing, { atLeast }: Rollup): Obstacle {
  const least = Math.max(atLeast, 1);
  const texts = Array.from({ length: least }, (_, rated) => {
    const text = reasonText(plan, { kind: "too_few_periods", rated, atLeast: least });
    return `WHEN ${rated} THEN ${dialect.literal(text)}`;
  });
  return {
    condition: `rated_parts < ${least}`,
    state: "not_rated",
    reason: `CASE rated_parts ${texts.join(" ")} END`,
  };
}
