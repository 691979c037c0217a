import type { Plan } from "../model/plan.ts";
import type { Rule, Stage } from "../model/stage.ts";
import { spelled } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { untranslated } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Open } from "./attainable.ts";
import type { Case } from "./cases.ts";
import { caseText } from "./cases.ts";
import type { Part, Proof, Undecided } from "./proof.ts";
import { proofsOf } from "./proofs.ts";
import type { Limit } from "./situations.ts";
import type { TotalProofs } from "./total-proofs.ts";
import { proofsOfTotals } from "./total-proofs.ts";

/** The proof report of a rubric, each finding in a sentence: what it says of the totals first, what cannot be told last. */
export function proofLines(plan: Plan, ofTotals: TotalProofs = proofsOfTotals): readonly Bilingual[] {
  const proofs = proofsOf(plan, ofTotals);
  const open = proofs.filter(({ kind }) => kind === "undecided");
  const sentences = [...proofs.filter((proof) => !open.includes(proof)), ...open].map((proof) => sentence(plan, proof));
  // What a longer period takes over is told once.
  return [...new Map(sentences.map((each) => [each.en, each])).values()];
}

function sentence(plan: Plan, proof: Proof): Bilingual {
  const points = (units: Exact): Bilingual => spelled(divide(units, plan.scale));
  const { bands } = plan.stage;
  const title = (band: number): Bilingual => bands[band]?.title ?? { en: "", vi: "" };
  const cases = (where: readonly Case[]) => caseWords(plan, where);
  switch (proof.kind) {
    case "totals": {
      const figures = { count: proof.count, least: points(proof.least), most: points(proof.most) };
      return phrase("with every cell filled there are {count} totals, from {least} to {most}", figures);
    }
    case "totals_where": {
      const figures = { count: proof.count, least: points(proof.least), most: points(proof.most) };
      return phrase("where {cases|or}: {count} totals, from {least} to {most}", {
        ...figures,
        cases: cases(proof.where),
      });
    }
    case "totals_within":
      return phrase("no total of filled cells is below {least} or above {most}", {
        least: points(proof.least),
        most: points(proof.most),
      });
    case "beyond_max":
      return proof.above ? phrase("totals can pass the max") : phrase("totals can fall below 0");
    case "no_total_in": {
      const { nearest, most } = proof;
      const figures = { band: title(proof.band), cases: proof.where && cases(proof.where) };
      if (nearest !== undefined) {
        const parameters = { ...figures, nearest: points(nearest) };
        return phrase(
          "no total of filled cells lies in {band}[ where {cases|or}]: the nearest below is {nearest}",
          parameters,
        );
      }
      return most === undefined
        ? phrase("no total of filled cells lies in {band}[ where {cases|or}]", figures)
        : phrase("no total of filled cells lies in {band}[ where {cases|or}]: none is above {most}", {
            ...figures,
            most: points(most),
          });
    }
    case "never_met": {
      const band = proof.stage.bands[proof.band]?.title ?? "";
      return phrase("nobody can meet what {band} requires: {text}[; {limit}]", {
        band,
        text: proof.text,
        limit: proof.limit && limitWords(proof.limit),
      });
    }
    case "no_total_at": {
      const figures = { band: title(proof.band), from: points(proof.from), next: points(proof.next) };
      return phrase("no total is exactly {from}, where {band} begins: the next one is {next}", figures);
    }
    case "never_decides":
      return phrase("{item} alone never changes a band by its points", { item: proof.item });
    case "never":
      return phrase("rule {rule} can never fire: {condition}[; {limit}]", {
        rule: nameOf(proof.rule),
        condition: proof.rule.text,
        limit: proof.limit && limitWords(proof.limit),
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

/** Cases that are named; of more the number tells. */
const mostNamed = 3;

function caseWords(plan: Plan, where: readonly Case[]): readonly (string | Bilingual)[] {
  const named = where.slice(0, mostNamed).map((of) => caseText(plan, of));
  const count = where.length - named.length;
  return count > 0 ? [...named, phrase("in {count} more {count|case|cases}", { count })] : named;
}

const limitWords = ({ name, side, value }: Limit): Bilingual =>
  side === "most"
    ? phrase("{name} is at most {value}", { name, value: spelled(value) })
    : phrase("{name} is at least {value}", { name, value: spelled(value) });

const nameOf = ({ id, title }: Rule): Bilingual => title ?? untranslated(id);

function partName({ rules, bands }: Stage, { kind, id }: Part): Bilingual {
  if (kind === "rule") return nameOf(rules.find((each) => each.id === id) as Rule);
  return (kind === "band" && bands.find((each) => each.id === id)?.title) || untranslated(id);
}

function fallWords(stage: Stage, part: Part, text: string): Bilingual {
  const name = partName(stage, part);
  switch (part.kind) {
    case "node":
      return phrase("a better score can lead to a worse band by {node}: {text}", { node: name, text });
    case "rule":
      return phrase("a better score can lead to a worse band by rule {rule}: {text}", { rule: name, text });
    case "band":
      return phrase("a better score can lead to a worse band by what {band} requires: {text}", { band: name, text });
  }
}

function undecidedWords(what: Undecided): Bilingual {
  switch (what.kind) {
    case "totals":
      return openWords(what.because);
    case "rule":
      return phrase("not decided: whether rule {rule} can fire, as it tells too many cases apart", {
        rule: nameOf(what.rule),
      });
    case "trend":
      return phrase("not decided: whether a better score can lead to a worse band by {part}: {text}", {
        part: partName(what.stage, what.part),
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
