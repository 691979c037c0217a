import type { Band, Stage } from "../../model/stage.ts";
import { requirementText } from "../../views/reason-text.ts";
import type { Writing } from "../parts.ts";
import { listed } from "../parts.ts";
import { withHole } from "../reason-holes.ts";

/** Bands are known by their place, the best first; 100 and more is a band left open by `otherwise: incomplete`. */
export const open = 100;

/** Where somebody who comes into a band ends. */
function descent({ bands }: Stage, at: number): string {
  const { require, otherwise } = bands[at] as Band;
  if (require.length === 0) return String(at);
  const met = require.map((_, index) => `m_${at}_${index}`).join(" AND ");
  return `CASE WHEN ${met} THEN ${at} ELSE ${typeof otherwise === "number" ? descent({ bands } as Stage, otherwise) : open + at} END`;
}

/** Where somebody ends whom points or rules lead to a band. */
export const descents = ({ stage }: Writing, from: string): string =>
  stage.bands.every(({ require }) => require.length === 0)
    ? from
    : `CASE ${from} ${stage.bands.map((_, at) => `WHEN ${at} THEN ${descent(stage, at)}`).join(" ")} END`;

/** What led down from a band; each part begins with `; `. */
function why(writing: Writing, at: number): string {
  const { stage } = writing;
  const { require, otherwise } = stage.bands[at] as Band;
  if (require.length === 0 || typeof otherwise !== "number") return "''";
  const met = require.map((_, index) => `m_${at}_${index}`).join(" AND ");
  const unmet = require.map(({ expression }, index) => {
    const text = requirementText(writing.plan, expression);
    return [`NOT m_${at}_${index}`, writing.dialect.literal(text)] as const;
  });
  const text = withHole(
    writing,
    (hole) => ({
      kind: "unmet",
      band: titleOf(stage, at),
      requirements: [{ kind: "name", name: hole }],
      to: titleOf(stage, otherwise),
    }),
    listed(unmet, ", "),
  );
  return `CASE WHEN ${met} THEN '' ELSE '; ' || ${text} || ${why(writing, otherwise)} END`;
}

/** What led down from there. */
export const whys = (writing: Writing, from: string): string => {
  const { bands } = writing.stage;
  if (bands.every(({ require }) => require.length === 0)) return "''";
  return `CASE ${from} ${bands.map((_, at) => `WHEN ${at} THEN ${why(writing, at)}`).join(" ")} ELSE '' END`;
};

export const titleOf = ({ bands }: Stage, at: number) => (bands[at] as Band).title;
