import type { Column } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { poolsOf, tableField } from "../../sheet/spellings/pools.ts";
import { endMarks, lookAlike } from "../../text/fold.ts";
import type { Cte } from "../cte.ts";
import type { Dialect } from "../dialect.ts";
import { tableStage } from "../expressions/lookups.ts";
import type { Writing } from "../parts.ts";
import { isPlain } from "./cells.ts";
import type { Listing } from "./refused-groups.ts";
import type { Sheet } from "./table-layout.ts";
import { columnCells, columnsIn } from "./table-layout.ts";

/** Letters of which it is known here what they look like: those of Vietnamese, and others that are drawn like them. */
const tones = [..."\u0300\u0301\u0303\u0309\u0323"];
const vowels = [
  ..."aeiouy",
  ..."a\u0306 a\u0302 e\u0302 o\u0302 o\u031B u\u031B".split(" ").map((vowel) => vowel.normalize("NFC")),
];
const toned = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")));
const others = [
  ...new Set([..."abcdefghijklmnopqrstuvwxyz", ...vowels, ...toned].map((letter) => letter.toUpperCase())),
  ...String.fromCharCode(0x110, 0xd0, 0xf0, 0x256, 0x189, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212),
  ..."“”„«»",
  ...[...endMarks].filter((mark) => mark > "~"),
  ..."αβεζηικμνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧавекмнорстухіјѕАВЕКМНОРСТУХІЈЅ",
  ...Array.from({ length: 94 }, (_, at) => String.fromCharCode(0xff01 + at)),
];

const ascii = "[ -~]*";

/** Texts with a sign, which is no mark that says nothing. */
const signed = ".-|-[0-9.,]+";

/** Any text of these letters and of ASCII is compared as `score` does. */
const known = `[ -~\u0111${[...vowels, ...toned, ...others].filter((letter) => letter > "~").join("")}]+`;

const [letterA, vowelMark] = ["A", "V"];
const toneMarks = tones.map((_, at) => String.fromCharCode(letterA.charCodeAt(0) + at));

/**
 * The texts of `from`, a query with the column `text` and others, beside what all have in common that look alike. Small letters
 * come first; then the letters without their tones, and the tones, each behind the vowels that it stands among. No small letter is a
 * capital, which can mark tones and vowels. Of plain letters small ones say all: to look for hundreds of others in each text takes
 * an engine longer than all the rest of a query.
 */
function spelled(from: string, { translate, regrouped, literal, matches, ordered }: Dialect): string {
  const small = others.map((letter) => lookAlike(letter).normalize("NFC")).join("");
  const bare = toned.map((letter) => vowels[Math.floor(toned.indexOf(letter) / tones.length)]).join("");
  const marks = toned.map((_, at) => toneMarks[at % tones.length]).join("") + vowelMark.repeat(vowels.length);
  const ofTones = translate("lowered", literal([...toned, ...vowels].join("")), literal(marks));
  const moved = regrouped(ofTones, `([${toneMarks.join("")}])(${vowelMark}+)`, [2, 1]);
  return [
    `    SELECT lowered_texts.*, CASE WHEN ${matches("lowered", ascii)} THEN lowered`,
    `      ELSE ${translate("lowered", literal(toned.join("")), literal(bare))}`,
    `        || ${moved} END AS alike`,
    "    FROM (",
    `      SELECT small_texts.*, CASE WHEN ${matches("small", signed)} THEN small`,
    `        ELSE COALESCE(NULLIF(TRIM(BOTH ${literal(endMarks)} FROM small), ''), small) END AS lowered`,
    "      FROM (",
    `        SELECT texts.*, CASE WHEN ${matches("text", ascii)} THEN LOWER(REPLACE(${ordered("text")}, ' ', ''))`,
    `          ELSE ${translate("REPLACE(text, ' ', '')", literal(others.join("")), literal(small))} END AS small`,
    `        FROM (${from}) AS texts`,
    "      ) AS small_texts",
    "    ) AS lowered_texts",
  ].join("\n");
}

/** The text columns that go by a spelling in common. */
const foldedIn = (plan: Plan): readonly Column[] =>
  plan.columns.filter(({ id, match }) => match === "fold" && poolsOf(plan).some((pool) => pool.has(id)));

/** Whether a column is folded together with others, or tells people or raters apart. */
export const isFoldedWithOthers = (plan: Plan, { id }: Column): boolean =>
  poolsOf(plan).some((pool) => pool.has(id) && pool.size > 1) ||
  (isFolded(plan, { id }) && (plan.ratings !== undefined || plan.key.some((at) => plan.columns[at]?.id === id)));

const spellingStage = (id: string): string => `spellings_of_${id}`;

/** The spellings of each folded column in the whole table, whatever period is asked for: the more frequent one is printed. */
export const spellingStages = (writing: Writing, sheet: Sheet): readonly Cte[] =>
  foldedIn(writing.plan).map(({ id }) => ({
    name: spellingStage(id),
    about: [`What looks alike in ${id} is one, in the more frequent spelling, then by code point.`],
    select: [
      `  SELECT text, FIRST_VALUE(text) OVER (PARTITION BY alike ORDER BY times DESC, ${writing.dialect.ordered("text")}) AS printed`,
      "  FROM (",
      spelled(
        `SELECT text, COUNT(*) AS times FROM (${columnCells(id, sheet, writing)}) AS cells WHERE text IS NOT NULL GROUP BY text`,
        writing.dialect,
      ),
      "  ) AS found",
    ].join("\n"),
  }));

/** Puts the spelling that is printed beside each cell of a folded column. */
export const withPrinted = (last: string, { plan }: Writing): Cte | undefined => {
  const columns = foldedIn(plan);
  if (columns.length === 0) return undefined;
  const joins = columns.map(({ id }) => `  LEFT JOIN ${spellingStage(id)} ON ${spellingStage(id)}.text = x_${id}`);
  const printed = columns.map(({ id }) => `${spellingStage(id)}.printed AS printed_${id}`);
  return {
    name: "printed",
    about: ["Texts that look alike in the one spelling that is printed."],
    select: [`  SELECT ${[`${last}.*`, ...printed].join(", ")}`, `  FROM ${last}`, ...joins].join("\n"),
  };
};

export const isFolded = (plan: Plan, { id }: Pick<Column, "id">): boolean =>
  foldedIn(plan).some((column) => column.id === id);

/** What a column is read from: the spelling of its cell that is printed, where it is folded. */
export const readFrom = ({ plan }: Writing, column: Pick<Column, "id">): string =>
  `${isFolded(plan, column) ? "printed" : "x"}_${column.id}`;

/** Columns in which no two texts may look alike, with the queries of their texts; `from`: the stage with all rows as they were read. */
function comparedIn({ plan }: Writing, from: string): readonly { readonly id: string; readonly texts: string }[] {
  const folded = foldedIn(plan).map(({ id }) => id);
  const columns = columnsIn(plan).flatMap(({ id, type }) => (type.kind === "text" ? [id] : []));
  return poolsOf(plan).flatMap((pool) => {
    const texts = [
      ...columns.filter((id) => pool.has(id)).map((id) => `SELECT DISTINCT x_${id} AS text FROM ${from}`),
      ...(plan.tables ?? []).flatMap((table) =>
        table.columns
          .filter(({ id }) => pool.has(tableField(table.id, id)))
          .map(({ id }) => `SELECT DISTINCT x_${id} AS text FROM ${tableStage(table.id)}`),
      ),
    ];
    const [id] = columns.filter((each) => pool.has(each));
    return texts.length === 0 || folded.some((each) => pool.has(each))
      ? []
      : [{ id: id ?? [...pool].join().replaceAll("[]", ""), texts: texts.join(" UNION ") }];
  });
}

/** The different texts of such columns beside what those that look alike have in common. */
export const alikeStages = (writing: Writing, from: string): readonly Cte[] =>
  comparedIn(writing, from).map(({ id, texts }) => ({
    name: alikeStage(id),
    about: [`What texts of ${id} have in common with those that look alike.`],
    select: `  SELECT text, alike\n  FROM (\n${spelled(texts, writing.dialect)}\n  ) AS found\n  WHERE text IS NOT NULL`,
  }));

const alikeStage = (id: string): string => `alike_in_${id.replace(/[.,]/g, "_")}`;

/** Texts that look alike without being one, and those of a folded column of which it is not known. */
export function alikeListings(writing: Writing, from: string): readonly Listing[] {
  const { plan, dialect } = writing;
  const none = `CAST(NULL AS ${dialect.text})`;
  const text = dialect.ordered("text");
  const ofNobody = { period: none, subject: none };
  return [
    ...foldedIn(plan).map(({ id }) => ({
      ...ofNobody,
      cell: `'${id}'`,
      found: "text",
      problem: "not what the column holds",
      tail: `FROM ${spellingStage(id)} WHERE NOT (${isPlain("text", dialect)} AND ${dialect.matches("text", known)})`,
    })),
    ...comparedIn(writing, from).map(({ id }) => ({
      ...ofNobody,
      cell: `'${id}'`,
      found: `MIN(${text}) || ' / ' || MAX(${text})`,
      problem: "look alike",
      tail: `FROM ${alikeStage(id)} GROUP BY alike HAVING COUNT(*) > 1`,
    })),
  ];
}
