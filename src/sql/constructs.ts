import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** What of a part of the language is written in SQL, and what is not. */
export interface Constructs {
  readonly part: string;
  /**
   * Words of a plan that are understood, in turn with what the language calls them: `zeroIf:zero_if`; `-kind` is a plan's
   * own. Whatever is not among them is refused, also what the language learns later.
   */
  readonly words: string;
  /** Further things that are understood, in the language's words. */
  readonly further?: readonly string[];
  /** What is refused, and why. */
  readonly refused?: Readonly<Record<string, Bilingual>>;
}

export const notWritten = phrase("it is not written in SQL yet");
const folded = phrase("one spelling is chosen for all of them");
const undividedSums = phrase("scores that are fractions with divisors of their own have no sum in SQL");
const byPerson = phrase("quotas of one band whose scopes cross are settled person by person");

export const constructs = {
  rubric: {
    part: "rubric",
    words:
      "-plan -id -version -replaces valid -title -noun language -basis -departures parameters -scale -key -name -columns codes blankRows:blank_rows decimals year decimalMark:decimal_mark -stage -rollups summary ratings tables",
    refused: {
      "blank_rows: incomplete, with ratings or areas of a rollup": phrase(
        "one blank row leaves all other rows of somebody out",
      ),
    },
  },
  column: {
    part: "columns",
    words: "-id type of is match from required default when compare -headers -title",
    refused: { "match: fold, of a key, with ratings, or where columns are compared": folded },
  },
  node: {
    part: "areas and items",
    words: "-id -title -parent max min by bonus counts when zeroIf:zero_if round cite note -body",
  },
  area: {
    part: "areas",
    words: "-kind -children combine clamp base",
    refused: {
      "of bonus alone": notWritten,
      "skip_total of a part, where they are no sum": phrase(
        "what it takes from an area inside lowers the max of a mean by a fraction",
      ),
    },
  },
  item: { part: "items", words: "-kind -cell -headers missing -missingStated -scale evidence" },
  points: { part: "`max`", words: "-kind min max step -places" },
  levels: { part: "`levels`", words: "-kind levels" },
  yes: { part: "`yes`", words: "-kind -points labels" },
  count: { part: "`count`", words: "-kind base each min max" },
  ratio: { part: "`ratio`", words: "-kind max cap unit done target empty" },
  table: { part: "`table`", words: "-kind of -rows" },
  value: { part: "`value`", words: "-kind -expression clamp" },
  total: { part: "total", words: "max clamp round -least -most" },
  band: { part: "bands", words: "-id -title from require otherwise cite note" },
  rule: {
    part: "rules",
    words: "-id -title when -text -effect once cite note",
    further: ["not_rated", "at_least", "at_most", "set", "=EXPR"],
  },
  quota: {
    part: "quotas",
    words: "-id -title band -size when within ties then order cite note",
    refused: { "several of one band, their scopes crossing": byPerson },
  },
  size: { part: "quotas", words: "-kind count share of basis round raise" },
  ranking: { part: "ranking", words: "within by number" },
  award: { part: "awards", words: "-id -title when -size within by except ties cite note" },
  given: { part: "awards", words: "-kind top from share of round" },
  streak: { part: "awards", words: "-kind band years notRated:not_rated again" },
  alert: { part: "alerts", words: "-id -title when cite note" },
  rollup: {
    part: "rollups",
    words:
      "period -nodes -top -readBack total bands rules quotas ranking awards alerts of score missing atLeast:at_least parts attributes",
    further: ["`areas`"],
    refused: {
      "areas beside once": phrase("a rollup with areas of its own has rows of its own"),
      "areas whose formula asks a column, or when and by without attributes: latest": phrase(
        "its own areas apply by a row, and results show another period",
      ),
      "areas beside sources": phrase("a row with several sources says nothing of a longer period"),
      "best, worst, of fractions": phrase("the best of fractions is not written in SQL"),
    },
  },
  ratings: {
    part: "ratings",
    words:
      "by role sources accept otherwise level combine atLeast:at_least absent round expectAll:expect blank maxSpread:max_spread must",
    refused: {
      "scores that divide by what differs": undividedSums,
      "max_spread, of fractions without end": phrase(
        "totals of raters that have no finite decimal are not written in SQL",
      ),
      "sources, with --long": phrase("cells of several sources stand in one row"),
    },
  },
  summary: {
    part: "`--summary`",
    words: "",
    refused: {
      "scores that divide by what differs": undividedSums,
      compare: phrase("the office's own figures are not read in SQL"),
    },
  },
  decisions: {
    part: "decisions",
    words: "exempt rate set_band not_rated award no_award",
    refused: { was: phrase("whose a former key was is known person by person") },
  },
  earlier: {
    part: "results of earlier runs",
    words: "streak once",
    refused: {
      recent: phrase(
        "a table of results tells neither all scores nor fractions exactly: give the rows of those periods",
      ),
      "once, of a column with match: fold": folded,
    },
  },
  expression: {
    part: "expressions",
    words: "",
    further: [
      "comparisons",
      "`&&`, `\\|\\|`, `!`, `? :`, `in`",
      "`+ - * /`",
      "`round`, `clamp`, `min`, `max`, `days`, `months`",
      "`recent`, tables and logs, `T[x]`, `x in T`",
      "`items(A)`, `periods`, `unrated`, rows of tables with `all`, `exists`, `exists_one`, `filter`, `map`, `count`, `consecutive`, `size`, `sum`, `mean`, `min`, `max`",
      "`raw`, `full`, `latest`, `average`, `period`, `period_start`, `period_end`, `missing`",
    ],
    refused: {
      "recent in rules, with band or state": phrase("what class somebody had earlier is known person by person"),
      "recent(n), n worked out": phrase("how many periods it looks at is worked out"),
      "rows of recent beside what this period says": phrase("another period is compared with this one"),
      "rows of a table, for each of a list": phrase(
        "a list within a list would have to be gone over for each of its rows",
      ),
      "T[x] in require and quotas": phrase("whom it needs a row for is known person by person"),
    },
  },
} as const satisfies Readonly<Record<string, Constructs>>;

/** What the language calls the words that are understood. */
export const wordsOf = ({ words }: Pick<Constructs, "words">): readonly string[] =>
  words.split(" ").flatMap((word) => (word === "" || word.startsWith("-") ? [] : [word.split(":").at(-1) ?? word]));

/** What of a thing of a plan is not understood. */
export const unknownIn = (thing: object, { words }: Pick<Constructs, "words">): readonly string[] => {
  const known = words.split(" ").map((word) => word.replace(/^-|:.*$/g, ""));
  return Object.entries(thing).flatMap(([word, value]) => (value === undefined || known.includes(word) ? [] : [word]));
};

/** Why a construct is refused. */
export const reasonFor = ({ refused = {} }: Constructs, word: string): Bilingual => refused[word] ?? notWritten;
