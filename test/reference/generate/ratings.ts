import type { Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { itemsOf } from "../nodes.ts";
import { kindOf } from "../periods.ts";
import type { PlainRow } from "../sheet.ts";
import type { Draw } from "./draw.ts";
import { rounding } from "./items.ts";
import { sheetFor } from "./sheet.ts";

const roles = ["cap_tren", "chi_bo", "tu_cham"] as const;

/** A rater's own group belongs to each rating, or to the rater, who may be a subject himself. */
const groupColumn = (draw: Draw, isOneKey: boolean): Record<string, unknown> => {
  const ways = [
    { of: "rating", required: true },
    { of: "rater", required: true },
  ];
  const known = [{ of: "rater", is: "chi_bo", default: "cb3" }];
  return { type: "text", ...draw.one(isOneKey ? [...ways, ...known] : ways) };
};

const raterColumns = (draw: Draw, isOneKey: boolean) => ({
  nguoi_cham: { type: "text", of: "rating", required: true },
  vai_tro: { type: "choice", values: roles, of: "rating", required: true },
  khoi_cham: groupColumn(draw, isOneKey),
});

/** A random rubric in which several raters score a subject: made of one without raters. */
export const ratedRubricText =
  (rubric: (draw: Draw) => string) =>
  (draw: Draw): string =>
    withRaters(draw, rubric(draw));

function withRaters(draw: Draw, rubric: string): string {
  const parts = new Map(
    rubric
      .trimEnd()
      .split("\n")
      .map((line) => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
  );
  const level = draw.one(["item", "total"]);
  const ids = [...(parts.get("areas") as string).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id);
  const nodes = `(?:${ids.join("|")})\\b`;
  for (const [key, text] of parts) {
    // A cell belongs to one rating: only items may look at it, and here nobody does.
    const once = text.replace(new RegExp(`raw\\.${nodes}`, "g"), "vi_pham");
    const isAfter = key !== "areas" && level === "total";
    // Items of an area are known of one rating alone.
    const combined = once.replace(new RegExp(`items\\(${nodes}\\)\\.\\w+\\([^)]*\\)`, "g"), "total > 1");
    parts.set(key, isAfter ? combined.replace(new RegExp(`\\b(?:full\\.)?${nodes}`, "g"), "total") : once);
  }
  const { key } = JSON.parse(parts.get("subject") as string);
  const own = raterColumns(draw, typeof key === "string");
  parts.set("columns", JSON.stringify({ ...JSON.parse(parts.get("columns") as string), ...own }));
  parts.set("ratings", JSON.stringify(ratings(draw, level)));
  return [...parts].map(([key, text]) => `${key}: ${text}\n`).join("");
}

function ratings(draw: Draw, level: string): Record<string, unknown> {
  const { atLeast, ...combination } = combine(draw);
  return {
    by: "nguoi_cham",
    level,
    ...combination,
    ...(draw.rarely(2) && { accept: "khoi_cham != chi_bo", otherwise: "ignore" }),
    at_least: atLeast ?? draw.int(1, 3),
    ...(draw.rarely(4) && { round: { to: draw.one([0.1, 0.5, 1]), mode: rounding(draw) } }),
    ...(draw.rarely(2) && { expect: "all" }),
    ...(level === "item"
      ? { blank: draw.one(["incomplete", "leave_out"]) }
      : draw.rarely(2) && { blank: "incomplete" }),
    ...(draw.rarely(4) && { max_spread: draw.one([0, 2.5, 10]) }),
    ...(draw.rarely(4) && { role: "vai_tro", must: [draw.one(["cap_tren", "chi_bo"])] }),
  };
}

function combine(draw: Draw): Record<string, unknown> {
  switch (draw.int(0, 6)) {
    case 0:
      return { combine: "median" };
    case 1:
      return { combine: "sum" };
    case 2:
      return { combine: { trimmed: 1 }, atLeast: draw.int(3, 4) };
    case 3:
      return { combine: { mean_of: "khoi_cham" } };
    case 4: {
      const weights = { cap_tren: "60%", chi_bo: 0.3, tu_cham: 1 };
      return { combine: { weights }, role: "vai_tro", absent: draw.one(["incomplete", "renormalise"]) };
    }
    case 5:
      return { combine: { first: ["cap_tren", "tu_cham", "chi_bo"] }, role: "vai_tro" };
    default:
      return { combine: "mean" };
  }
}

/**
 * Each row of a sheet as several raters might have filled it in: one subject, other cells. A row of what is scored in a
 * longer period alone has no rater.
 */
export function ratedSheetFor(draw: Draw, rubric: Rubric): PlainRow[] {
  const all = sheetFor(draw, rubric);
  const rows = all.filter(({ period }) => !hasOwnAreas(rubric, period));
  const items = itemsOf(rubric).map(({ id }) => id);
  const groups = new Map<string, string>();
  const rated = rows.flatMap((row) => {
    const alike = rows.filter((other) => items.every((id) => applies(other, id) || !applies(row, id)));
    const raters = ratersOf(rubric, rows, row.period);
    const first = draw.int(0, raters.length - 1);
    return draw.list(1, 5, (index) => {
      const cells = draw.rarely(4) ? row : draw.one(alike);
      const filled = items.filter((id) => applies(row, id)).map((id) => [id, cells.texts[id] ?? ""] as const);
      const rater = raters[(first + index) % raters.length] as Rater;
      const own = {
        nguoi_cham: rater.name,
        vai_tro: draw.one(roles),
        khoi_cham: groupOf(draw, rubric, row, rater, groups),
      };
      return { ...row, texts: { ...row.texts, ...Object.fromEntries(filled), ...own } };
    });
  });
  return [...rated, ...all.filter((row) => !rows.includes(row))];
}

interface Rater {
  readonly name: string;
  /** Where he is a subject of the period, his group as one. */
  readonly group: string | undefined;
}

const ratersOf = (rubric: Rubric, rows: readonly PlainRow[], period: string): Rater[] => [
  ...["R1", "R2", "R3", "R4", "R5"].map((name) => ({ name, group: undefined })),
  ...(isKnown(rubric) ? rows.filter((row) => row.period === period) : []).map(({ texts }) => ({
    name: texts.ma as string,
    group: texts.chi_bo as string,
  })),
];

const isKnown = ({ columns }: Rubric): boolean => columns?.khoi_cham?.is !== undefined;

/** What a row says of its rater's group: the same in all his rows of a period where it is his. */
function groupOf(draw: Draw, rubric: Rubric, row: PlainRow, rater: Rater, groups: Map<string, string>): string {
  const drawn = draw.one(["cb1", "cb2", "cb3"]);
  if (rubric.columns?.khoi_cham?.of === "rating") return drawn;
  const id = `${row.period} ${rater.name}`;
  const group = rater.group ?? groups.get(id) ?? drawn;
  groups.set(id, group);
  return isKnown(rubric) && draw.rarely(2) ? "" : group;
}

const hasOwnAreas = ({ rollups }: Rubric, period: string): boolean =>
  rollups?.some((rollup) => rollup.areas && rollup.period === kindOf(period)) === true;

/** A cell with a text belongs to an item that applies. */
const applies = ({ texts }: PlainRow, id: string): boolean => (texts[id] ?? "") !== "";
