// An independent computation of the example in examples/kim-son. It shares nothing with the program: the facts of the
// rubric are written out by hand below, and every number is an exact fraction of BigInts.
//
//   node test/examples/kim-son.check.mjs DIR     compares totals, classes, ranks and awards of DIR/2026-01.csv … 2026.csv
//
// Exit codes: 0 the same, 1 a difference.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SHEETS = fileURLToPath(new URL("../../examples/kim-son/", import.meta.url));
const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
const BANDS = [
  ["xuat_sac", 90n],
  ["tot", 70n],
  ["hoan_thanh", 50n],
  ["khong_hoan_thanh", undefined],
];

// --- Fractions -----------------------------------------------------------------------------------------------------

const over = (n, d = 1n) => ({ n, d });
const plus = (a, b) => over(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a, b) => over(a.n * b.n, a.d * b.d);
const by = (a, b) => over(a.n * b.d, a.d * b.n);
const order = (a, b) => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
const sum = (values) => values.reduce(plus, over(0n));
const mean = (values) => by(sum(values), over(BigInt(values.length)));

/** To so many places, a half up; without zeros at the end. All values here are positive. */
function rounded({ n, d }, places) {
  const unit = 10n ** BigInt(places);
  return over((2n * n * unit + d) / (2n * d), unit);
}
function text(value, places = 6) {
  const { n, d } = rounded(value, places);
  const digits = `${n}`.padStart(places + 1, "0");
  const [whole, rest] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, "")];
  return d && rest ? `${whole}.${rest}` : whole;
}
function tenths(cell) {
  const [whole, rest = ""] = cell.split(".");
  return over(BigInt(whole) * 10n + BigInt(rest.padEnd(1, "0")), 10n);
}

// --- The rubric by hand ---------------------------------------------------------------------------------------------

const rows = (path) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** Mean within each bloc of raters, then of the blocs; undefined where nobody scored. */
function crossed(ratings, read) {
  const blocs = new Map();
  for (const rating of ratings) {
    const value = read(rating);
    if (value) blocs.set(rating.from, [...(blocs.get(rating.from) ?? []), value]);
  }
  return blocs.size === 0 ? undefined : mean([...blocs.values()].map(mean));
}

/** 100 points; an inspection that nobody could judge leaves 85, which are scaled up to 100. */
function monthTotal(ratings) {
  const point = (at) => crossed(ratings, ({ cells }) => (cells[at] === "KPS" ? undefined : tenths(cells[at])));
  const occurrences = crossed(ratings, ({ cells }) => {
    const left = 10n - 2n * BigInt(cells[4]);
    return over(left > 0n ? left : 0n);
  });
  const inspection = point(2);
  const rest = sum([point(0), point(1), point(3), occurrences]);
  return inspection ? plus(rest, inspection) : times(rest, over(100n, 85n));
}

const bandOf = (total) => BANDS.findIndex(([, from]) => from === undefined || order(total, over(from)) >= 0);

function month(name) {
  const units = new Map();
  for (const [unit, bloc, team, from, ...cells] of rows(join(SHEETS, `${name}.csv`))) {
    if (from === bloc) throw new Error(`${team} scores its own bloc`);
    const entry = units.get(unit) ?? { unit, bloc, ratings: [] };
    entry.ratings.push({ from, cells });
    units.set(unit, entry);
  }
  return [...units.values()].map(({ unit, bloc, ratings }) => {
    if (ratings.length < 2) throw new Error(`${unit} has too few ratings in ${name}`);
    const total = monthTotal(ratings);
    return { unit, bloc, total, band: bandOf(total) };
  });
}

/** Ranks 1-1-3 within each bloc; `better` sorts the best first. */
function rank(results, better) {
  for (const result of results) {
    const peers = results.filter(({ bloc }) => bloc === result.bloc);
    result.rank = 1 + peers.filter((other) => better(other, result) < 0).length;
  }
}

function year(months) {
  return rows(join(SHEETS, "chu-de-nam.csv")).map(([, unit, bloc, province, district]) => {
    const own = months.flatMap((results) => results.filter((result) => result.unit === unit));
    if (own.length < 6) throw new Error(`${unit} has too few months`);
    const theme = plus(tenths(province), tenths(district));
    const total = rounded(plus(times(mean(own.map((result) => result.total)), over(9n, 10n)), theme), 2);
    const failed = own.some(({ band }) => band === 3);
    return { unit, bloc, total, theme, band: failed ? Math.max(1, bandOf(total)) : bandOf(total) };
  });
}

// --- Comparison -----------------------------------------------------------------------------------------------------

function compare(folder, name, wanted) {
  const [head, ...lines] = readFileSync(join(folder, `${name}.csv`), "utf8")
    .trim()
    .split("\n");
  const columns = head.split(",");
  const found = new Map(lines.map((line) => line.split(",")).map((cells) => [cells[columns.indexOf("don_vi")], cells]));
  const problems = wanted.length === found.size ? [] : [`${name}: ${found.size} bodies, expected ${wanted.length}`];
  for (const { unit, ...figures } of wanted) {
    for (const [column, value] of Object.entries(figures)) {
      const cell = found.get(unit)?.[columns.indexOf(column)];
      if (cell !== value) problems.push(`${name}: ${unit}: ${column} is ${cell}, expected ${value}`);
    }
  }
  return problems;
}

const folder = process.argv[2] ?? ".";
const months = MONTHS.map(month);
const problems = MONTHS.flatMap((name, at) => {
  const results = months[at];
  rank(results, (a, b) => order(b.total, a.total));
  const first = (result) =>
    result.rank === 1 && results.filter((r) => r.bloc === result.bloc && r.rank === 1).length === 1;
  const wanted = results.map((result) => ({
    unit: result.unit,
    rank: `${result.rank}`,
    total: text(result.total),
    band: BANDS[result.band][0],
    state: "rated",
    awards: first(result) ? "dan_dau" : "",
  }));
  return compare(folder, name, wanted);
});
const whole = year(months);
rank(whole, (a, b) => a.band - b.band || order(b.total, a.total) || order(b.theme, a.theme));
const wanted = whole.map(({ unit, rank: place, total, theme, band }) => ({
  unit,
  rank: `${place}`,
  CD: text(theme),
  total: text(total),
  band: BANDS[band][0],
  state: "rated",
}));
problems.push(...compare(folder, "2026", wanted));
for (const problem of problems) console.log(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
