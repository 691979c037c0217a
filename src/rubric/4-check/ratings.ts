import { formatDecimal } from "../../number/decimal.ts";
import { compare, divide, multiply, sign } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { RatingsPart } from "../2-shape/rubric.generated.ts";
import type { ColumnEntry, NodeEntry } from "../3-facts/outline.ts";
import { isOfRating, nodesOf } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import type { Check, Context } from "./context.ts";
import { columnAt, declaration, quoted } from "./references.ts";

/** Who scores, whose ratings count and how they become one score: all that would change a class is stated. */
export const checkRatings: Check = (context) => {
  const { ratings } = context.rubric;
  if (!ratings) return;
  const role = checkColumns(context, ratings);
  checkNumbers(context, ratings);
  checkRoles(context, ratings, role);
  checkStated(context, ratings);
  checkIdle(context, ratings);
  checkSources(context, ratings);
};

const byRole = ({ combine }: RatingsPart): "weights" | "first" | undefined =>
  typeof combine === "string" ? undefined : combine.weights ? "weights" : combine.first ? "first" : undefined;

/** The columns of `by`, `role` and `mean_of`; gives that of the role. */
function checkColumns(context: Context, ratings: RatingsPart): ColumnEntry | undefined {
  const { combine, by, role } = ratings;
  if (by !== undefined) namedColumn(context, ratings, "by");
  if (typeof combine === "object" && combine.mean_of !== undefined) namedColumn(context, combine, "mean_of");
  return role === undefined ? undefined : namedColumn(context, ratings, "role");
}

/** A column that says who rates: one of the rating, with a value in every row. */
function namedColumn(context: Context, holder: object, key: "by" | "role" | "mean_of"): ColumnEntry | undefined {
  const { places, diagnostics } = context;
  const column = columnAt(context, holder, key, ["text", "choice"]);
  if (!column) return undefined;
  const { id, part } = column;
  const place = places.value(holder, key);
  if (key === "by" ? part.of !== "rating" : !isOfRating(part)) {
    diagnostics.report("R702", { key, name: id }, place, declaration(context, column));
    return undefined;
  }
  const isFilled = part.when === undefined && (part.required === true || (key !== "by" && part.default !== undefined));
  if (!isFilled) diagnostics.report("R703", { name: id }, place, declaration(context, column));
  return column;
}

const mostRatings = 1_000_000;

function checkNumbers({ places, diagnostics }: Context, ratings: RatingsPart): void {
  const { at_least: atLeast, combine } = ratings;
  if (atLeast !== undefined && (sign(atLeast) <= 0 || compare(atLeast, mostRatings) > 0)) {
    diagnostics.report("R704", { key: "at_least", most: mostRatings }, places.value(ratings, "at_least"));
    return;
  }
  const { max_spread: spread, blank, level } = ratings;
  if (spread !== undefined && sign(spread) < 0) {
    diagnostics.report("R718", { found: formatDecimal(spread) }, places.value(ratings, "max_spread"));
  }
  if (blank === "leave_out" && level === "total") diagnostics.report("R717", {}, places.value(ratings, "blank"));
  if (typeof combine !== "object" || combine.trimmed === undefined) return;
  const { trimmed } = combine;
  if (sign(trimmed) <= 0 || compare(trimmed, mostRatings) > 0) {
    diagnostics.report("R704", { key: "trimmed", most: mostRatings }, places.value(combine, "trimmed"));
  } else if (compare(atLeast ?? 1, multiply(trimmed, 2)) <= 0) {
    const parameters = { trimmed: trimmed as number, needed: 2 * (trimmed as number) + 1 };
    diagnostics.report("R705", parameters, places.value(combine, "trimmed"));
  }
}

/** `weights`, `first` and `must` name roles: values of the role's column, where those are known, or sources. */
function checkRoles(context: Context, ratings: RatingsPart, column: ColumnEntry | undefined): void {
  const { places, diagnostics } = context;
  const { combine, sources, role, must } = ratings;
  const key = byRole(ratings);
  if (!sources && role === undefined) {
    if (key !== undefined) diagnostics.report("R706", { key }, places.key(combine as object, key));
    if (must) diagnostics.report("R706", { key: "must" }, places.key(ratings, "must"));
  }
  const known = sources
    ? Object.keys(sources)
    : column?.part.type === "choice"
      ? (column.part.values ?? [])
      : undefined;
  const judge = (name: string, place: ReturnType<typeof places.value>): void => {
    if (known && !known.includes(name)) {
      diagnostics.report("R707", { name, known: quoted(known), suggestion: suggest(name, known) }, place);
    }
  };
  for (const [index, name] of must?.entries() ?? []) judge(name, places.value(must as object, index));
  if (typeof combine !== "object") return;
  for (const [name, weight] of Object.entries(combine.weights ?? {})) {
    judge(name, places.key(combine.weights as object, name));
    if (sign(share(weight) ?? 0) <= 0) {
      diagnostics.report("R139", { name }, places.value(combine.weights as object, name));
    }
  }
  for (const [index, name] of combine.first?.entries() ?? []) judge(name, places.value(combine.first as object, index));
}

/** Readings that would give different scores are stated. */
function checkStated(context: Context, ratings: RatingsPart): void {
  const { rubric, places, diagnostics } = context;
  const place = places.key(rubric, "ratings");
  if (ratings.level === undefined) diagnostics.report("R810", {}, place);
  // Within the total of one rater an item's own `missing` says it.
  if (ratings.level === "item" && ratings.blank === undefined && nodesOf(context).some(mayBeBlank)) {
    diagnostics.report("R813", {}, place);
  }
  if (ratings.accept !== undefined && ratings.otherwise === undefined) {
    diagnostics.report("R811", {}, places.key(ratings, "accept"));
  }
  if (byRole(ratings) === "weights" && ratings.absent === undefined) {
    diagnostics.report("R812", {}, places.key(ratings.combine as object, "weights"));
  }
}

/** Items that are worked out have no cell that a rater could leave blank. */
const mayBeBlank = ({ part, children }: NodeEntry): boolean => children.length === 0 && part.value === undefined;

/** A key that could not change anything is a misunderstanding. */
function checkIdle({ places, diagnostics }: Context, ratings: RatingsPart): void {
  const idle = (key: "otherwise" | "absent" | "role", belongs: string): void => {
    if (ratings[key] !== undefined) diagnostics.report("R709", { key, belongs }, places.key(ratings, key));
  };
  const key = byRole(ratings);
  if (ratings.accept === undefined) idle("otherwise", "`accept`");
  if (key !== "weights") idle("absent", "`weights`");
  if (key === undefined && !ratings.must) idle("role", "`weights`, `first`, `must`");
  else if (ratings.sources) idle("role", "`by`");
}

/** In a wide sheet a source is known by its words, and there is one row for all of them. */
function checkSources({ columns, places, diagnostics }: Context, { sources }: RatingsPart): void {
  if (!sources) return;
  const seen = new Map<string, string>();
  for (const [id, words] of Object.entries(sources)) {
    const other = seen.get(fold(words));
    if (other !== undefined) diagnostics.report("R713", { id, other, words }, places.value(sources, id));
    seen.set(fold(words), id);
  }
  for (const [id, { part }] of columns) {
    if (isOfRating(part)) diagnostics.report("R714", { id }, places.value(part, "of"));
  }
}

/** A sum of ratings is on the scale of all raters together, and grows with their number: bands and raters have to fit that. */
export const checkRatingSums: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  const { ratings, total, bands } = rubric;
  if (ratings?.combine !== "sum") return;
  const place = places.value(ratings, "combine");
  if (ratings.at_least === undefined || compare(ratings.at_least, 1) <= 0) diagnostics.report("R716", {}, place);
  const [best] = bands;
  const { max, clamp } = total;
  const from = best?.from;
  if (nodesOf(context).every(isVote)) return;
  // Bounds above the max are those of sums.
  if (!best || max === undefined || from === undefined || clamp || sign(from) <= 0 || compare(from, max) > 0) return;
  const parameters = { half: formatDecimal(divide(from, 2)), from: formatDecimal(from), max: formatDecimal(max) };
  diagnostics.report("R715", { ...parameters, band: best.id }, place, [
    {
      place: places.value(best, "from"),
      message: phrase("the best band begins here"),
    },
  ]);
};

/** A sum of answers yes or no counts votes: one rating of half the bound is nothing that anybody could give. */
const isVote = ({ part, children }: NodeEntry): boolean => children.length > 0 || part.yes !== undefined;
