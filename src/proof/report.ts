import type { Plan } from "../model/plan.ts";
import type { Rule, Stage } from "../model/stage.ts";
import { spelled } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Open } from "./attainable.ts";
import type { Part, Proof, Undecided } from "./proofs.ts";
import { proofsOf } from "./proofs.ts";

/** The proof report of a rubric, each finding in a sentence: what it says of the totals first, what cannot be told last. */
export function proofLines(plan: Plan): readonly Bilingual[] {
  const proofs = proofsOf(plan);
  const open = proofs.filter(({ kind }) => kind === "undecided");
  const sentences = [...proofs.filter((proof) => !open.includes(proof)), ...open].map((proof) => sentence(plan, proof));
  // What a longer period takes over is told once.
  return [...new Map(sentences.map((each) => [each.en, each])).values()];
}

function sentence(plan: Plan, proof: Proof): Bilingual {
  const points = (units: Exact): Bilingual => spelled(divide(units, plan.scale));
  const { bands } = plan.stage;
  const title = (band: number): Bilingual => bands[band]?.title ?? { en: "", vi: "" };
  switch (proof.kind) {
    case "totals": {
      const figures = { count: proof.count, least: points(proof.least), most: points(proof.most) };
      return phrase("with every cell filled there are {count} totals, from {least} to {most}", figures);
    }
    case "totals_within":
      return phrase("no total of filled cells is below {least} or above {most}", {
        least: points(proof.least),
        most: points(proof.most),
      });
    case "beyond_max":
      return proof.above ? phrase("totals can pass the max") : phrase("totals can fall below 0");
    case "no_total_in": {
      const band = title(proof.band);
      return proof.nearest === undefined
        ? phrase("no total of filled cells lies in {band}", { band })
        : phrase("no total of filled cells lies in {band}: the nearest below is {nearest}", {
            band,
            nearest: points(proof.nearest),
          });
    }
    case "no_total_at": {
      const figures = { band: title(proof.band), from: points(proof.from), next: points(proof.next) };
      return phrase("no total is exactly {from}, where {band} begins: the next one is {next}", figures);
    }
    case "never_decides":
      return phrase("{item} alone never changes a band by its points", { item: proof.item });
    case "never":
      return phrase("rule {rule} can never fire: {condition}", {
        rule: nameOf(proof.rule),
        condition: proof.rule.text,
      });
    case "always":
      return phrase("rule {rule} always fires: {condition}", { rule: nameOf(proof.rule), condition: proof.rule.text });
    case "contradict": {
      const [one, other] = proof.rules.map(nameOf) as [Bilingual, Bilingual];
      return proof.certain
        ? phrase("rules {one} and {other} contradict each other where both hold", { one, other })
        : phrase("rules {one} and {other} would contradict each other if both held", { one, other });
    }
    case "falls":
      return fallWords(proof.stage, proof.part, proof.text);
    case "undecided":
      return undecidedWords(proof.what);
  }
}

const nameOf = ({ id, title }: Rule): Bilingual => title ?? { en: id, vi: id };

function fallWords({ rules, bands }: Stage, { kind, id }: Part, text: string): Bilingual {
  switch (kind) {
    case "node":
      return phrase("a better score can lead to a worse band by {node}: {text}", { node: id, text });
    case "rule": {
      const rule = nameOf(rules.find((each) => each.id === id) as Rule);
      return phrase("a better score can lead to a worse band by rule {rule}: {text}", { rule, text });
    }
    default: {
      const band = bands.find((each) => each.id === id)?.title ?? id;
      return phrase("a better score can lead to a worse band by what {band} requires: {text}", { band, text });
    }
  }
}

function undecidedWords(what: Undecided): Bilingual {
  switch (what.kind) {
    case "totals":
      return openWords(what.because);
    case "rule":
      return phrase("not decided: whether rule {rule} can fire, as it tells too many cases apart", { rule: what.id });
    case "trend":
      return phrase("not decided: whether a better score can lead to a worse band by {part}: {text}", {
        part: what.id,
        text: what.text,
      });
  }
}

function openWords(because: Open): Bilingual {
  switch (because.kind) {
    case "node":
      return phrase("not decided: which totals there are, as {node} has no fixed values", { node: because.id });
    case "raters":
      return phrase("not decided: which totals there are, as that depends on how many raters there will be");
    case "too_many":
      return phrase("not decided: which totals there are, as there are too many");
  }
}
