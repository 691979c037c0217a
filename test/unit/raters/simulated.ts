import type { Rating } from "../../../src/raters/ratings.ts";

/** Doubles in 0..1 that are the same in every run (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Scores of raters with known effects: `score = subject + rater + noise`, some pairs left out. */
export function simulate(raters: number, subjects: number, noise: number, share: number, seed = 7) {
  const random = randoms(seed);
  const effects = Array.from({ length: raters }, () => Math.round((random() - 0.5) * 100) / 10);
  const shift = effects.reduce((sum, effect) => sum + effect, 0) / raters;
  const ratings: Rating[] = [];
  for (let s = 0; s < subjects; s++) {
    const level = 60 + Math.round(random() * 300) / 10;
    for (const [r, effect] of effects.entries()) {
      // The first rater and the first subject hold everything together.
      if (r > 0 && s > 0 && random() > share) continue;
      const error = noise * (random() + random() + random() - 1.5);
      ratings.push({
        period: "2026-01",
        subject: nameOf("S", s),
        rater: nameOf("R", r),
        score: level + effect + error,
      });
    }
  }
  return { ratings, effects: effects.map((effect) => effect - shift) };
}

const nameOf = (letter: string, at: number): string => `${letter}${String(at).padStart(3, "0")}`;
