import type { Bilingual } from "../text/bilingual.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import type { Plan } from "./plan.ts";
import { planFromJson, planToJson } from "./plan-json.ts";

/** A hash of a text, as lowercase hex. */
export type Hash = (text: string) => string;

/**
 * The text of a plan file: the plan as JSON, with the hash of that as a further key. Nothing of a plan is checked again when
 * it is read: the hash shows that it is still what the compiler wrote, with nothing added. How the JSON is laid out does not matter.
 */
export function planFile(plan: Plan, hash: Hash): string {
  const text = planToJson(plan);
  return `{\n  "sha256": "${hash(text)}",${text.slice(1)}`;
}

/** Is a file meant to be a plan? All keys of a plan are score's own, and a rubric in JSON has a key `schema`. */
export const isPlanFile = (text: string): boolean =>
  /^\s*\{/.test(text) && /"(?:plan|sha256)"\s*:/.test(text) && !/"schema"\s*:/.test(text);

/** The plan in the text of a plan file, or why there is none. */
export function readPlanFile(text: string, hash: Hash): { plan: Plan } | { refused: Bilingual } {
  try {
    const { sha256, ...body } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (body.plan !== 1) return { refused: body.plan === undefined ? noPlan : otherVersion };
    const plan = planFromJson(JSON.stringify(body));
    if (!plan) return { refused: changed };
    const canonical = planToJson(plan);
    const isWhole = ordered(JSON.parse(canonical)) === ordered(body);
    return isWhole && hash(canonical) === sha256 ? { plan } : { refused: changed };
  } catch {
    // No JSON, or lists so deep that no plan has them.
    return { refused: damaged };
  }
}

/** A JSON value as text, whatever the order of its keys was. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
      : part,
  );

const noPlan: Bilingual = phrase("score compile did not write it");
const otherVersion: Bilingual = phrase("it is of another version of score");
const changed: Bilingual = phrase("it was changed after score compile wrote it");
const damaged: Bilingual = phrase("it is cut off or damaged");
