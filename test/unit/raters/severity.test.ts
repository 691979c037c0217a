// Rater effects by least squares, against known effects, against all equations at once, and against R.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Estimate } from "../../../src/raters/beyond-severity.ts";
import { beyondSeverity } from "../../../src/raters/beyond-severity.ts";
import type { Part } from "../../../src/raters/connectivity.ts";
import { connectedParts } from "../../../src/raters/connectivity.ts";
import type { Rating } from "../../../src/raters/ratings.ts";
import { targetOf } from "../../../src/raters/ratings.ts";
import type { Fit } from "../../../src/raters/severity.ts";
import { fitPart } from "../../../src/raters/severity.ts";
import { fullModel } from "./least-squares.ts";
import { simulate } from "./simulated.ts";

const partOf = (raters: number, subjects: number, noise: number, share = 0.6): Part =>
  connectedParts(simulate(raters, subjects, noise, share).ratings)[0] as Part;

function near(found: readonly (number | undefined)[], wanted: readonly number[], digits = 8): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(found[i], `number ${i}`).toBeCloseTo(value, digits);
}

test("without noise the effects are those that the scores were made with", () => {
  const { ratings, effects } = simulate(6, 20, 0, 0.5);
  const part = connectedParts(ratings)[0] as Part;
  const fit = fitPart(part) as Fit;
  near(fit.effects, effects);
  expect(fit.deviation).toBeCloseTo(0, 8);
});

test.each([
  [5, 18],
  [18, 5],
  [9, 9],
  [1, 4],
  [2, 2],
])("%i raters and %i subjects: effects, errors, residuals as from all equations at once", (raters, subjects) => {
  const part = partOf(raters, subjects, 4);
  const fit = fitPart(part) as Fit;
  const model = fullModel(part);
  near(fit.effects, model.effects);
  near(fit.fair, model.fair);
  near(fit.residuals, model.residuals);
  expect(fit.freedom).toBe(model.freedom);
  if (fit.freedom < 2) return;
  near(fit.errors, model.errors);
  const some = part.raters.map((_, at) => at).filter((at) => at % 2 === 0);
  near([fit.errorOfMean(some)], [model.errorOfMean(some)]);
  const studentised = model.residuals.map((e, i) => {
    const free = 1 - (model.leverages[i] as number);
    const without = (model.freedom * model.variance - (e * e) / free) / (model.freedom - 1);
    return free < 1e-9 ? Number.NaN : e / Math.sqrt(without * free);
  });
  const known = studentised.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  near(
    known.map((i) => fit.studentised[i]),
    known.map((i) => studentised[i] as number),
    6,
  );
});

test("one rating says nothing of its rater", () => {
  const fit = fitPart({
    raters: ["R"],
    targets: ["p\u001ES"],
    ratings: [{ period: "p", subject: "S", rater: "R", score: 80 }],
  });
  expect(fit).toMatchObject({ effects: [0], errors: [undefined], fair: [80], freedom: 0, deviation: undefined });
});

test("a term beyond raters and subjects is that of the model which has it", () => {
  const { ratings } = simulate(6, 20, 3, 0.6);
  const isOne = ({ rater, subject }: Rating): boolean => rater < "R003" && subject > "S011";
  const scored = ratings.map((each) => ({ ...each, score: each.score + (isOne(each) ? 4 : 0) }));
  const model = (score: (rating: Rating) => number) => {
    const part = connectedParts(scored.map((each) => ({ ...each, score: score(each) })))[0] as Part;
    return { ratings: part.ratings, fit: fitPart(part) as Fit };
  };
  const found = beyondSeverity([model(({ score }) => score)], isOne) as Estimate;
  const without = beyondSeverity([model((each) => each.score - (isOne(each) ? found.points : 0))], isOne);
  // Least squares leave nothing of a term that was taken off.
  expect(without?.points).toBeCloseTo(0, 10);
  expect(Math.abs(found.points - 4)).toBeLessThan(3 * found.error);
  expect(beyondSeverity([model(({ score }) => score)], ({ rater }) => rater === "R001")).toBeUndefined();
});

// Shrout and Fleiss, Intraclass correlations, Psychological Bulletin 86 (1979), table 2: six subjects scored by four judges.
test("published ratings give the published mean squares", () => {
  const table = ["9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"];
  const ratings = table.flatMap((line, subject) =>
    line.split(" ").map((score, judge) => ({
      period: "p",
      subject: `S${subject}`,
      rater: `J${judge + 1}`,
      score: Number(score),
    })),
  );
  const fit = fitPart(connectedParts(ratings)[0] as Part) as Fit;
  expect(fit.freedom).toBe(15);
  expect((fit.deviation as number) ** 2).toBeCloseTo(1.02, 2);
  // Between judges: 32.49 with 3 degrees of freedom.
  expect((6 * fit.effects.reduce((sum, effect) => sum + effect ** 2, 0)) / 3).toBeCloseTo(32.49, 2);
});

const hasR = spawnSync("Rscript", ["--version"]).status === 0;

// Skipped only where R is not installed: .ci/run installs it and sets REQUIRE_ALL.
test.skipIf(!hasR && process.env.REQUIRE_ALL !== "1")("the same as lm() of R", () => {
  const part = partOf(8, 15, 5);
  const fit = fitPart(part) as Fit;
  const csv = ["score,rater,target", ...part.ratings.map((r) => `${r.score},${r.rater},${targetOf(r).slice(-4)}`)];
  // The first half of the raters as a bloc, and what they give the first half of the subjects beyond that.
  const bloc = part.raters.map((_, at) => at).filter((at) => at < 4);
  const isOne = ({ rater, subject }: Rating): boolean => rater < "R004" && subject < "S008";
  const beyond = beyondSeverity([{ ratings: part.ratings, fit }], isOne);
  const script = `d <- read.csv(file("stdin"), stringsAsFactors = TRUE)
m <- lm(score ~ 0 + target + rater, data = d, contrasts = list(rater = "contr.sum"))
k <- nlevels(d$rater); t <- nlevels(d$target)
b <- coef(m)[(t + 1):(t + k - 1)]
C <- rbind(diag(k - 1), -1)
V <- C %*% vcov(m)[(t + 1):(t + k - 1), (t + 1):(t + k - 1)] %*% t(C)
d$x <- as.numeric(d$rater %in% c("R000", "R001", "R002", "R003") & as.character(d$target) < "S008")
f <- lm(score ~ target + rater + x, data = d)
v <- resid(lm(x ~ target + rater, data = d))
s <- tapply(v * resid(f), d$target, sum)
w <- c(rep(1 / 4, 4), rep(0, k - 4))
cat(as.vector(C %*% b), sqrt(diag(V)), rstudent(m), sqrt(t(w) %*% V %*% w), coef(f)["x"], sqrt(sum(s^2) * t / (t - 1)) / sum(v^2), sep = "\\n", fill = FALSE)`;
  const ran = spawnSync("Rscript", ["-e", script.replaceAll("\n", "\n")], { input: csv.join("\n"), encoding: "utf8" });
  expect(ran.status, ran.stderr).toBe(0);
  const numbers = ran.stdout.trim().split(/\s+/).map(Number);
  const raters = part.raters.length;
  near(fit.effects, numbers.slice(0, raters), 5);
  near(fit.errors, numbers.slice(raters, 2 * raters), 5);
  near(fit.studentised, numbers.slice(2 * raters, -3), 4);
  near([fit.errorOfMean(bloc), beyond?.points, beyond?.error], numbers.slice(-3), 5);
});
