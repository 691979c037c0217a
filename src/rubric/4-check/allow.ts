import type { Place } from "../../text/source.ts";
import type { Context, Phase } from "./context.ts";

/** Warnings that the rubric accepts with a reason are not told; an acceptance that accepts nothing is told itself. */
export function acceptWarnings(context: Context, phase: Phase): void {
  const { rubric, places, diagnostics } = context;
  for (const allowed of rubric.allow ?? []) {
    const { code, at } = allowed;
    const place = placeOf(context, at);
    if (!place) diagnostics.report("R148", { name: at }, places.value(allowed, "at"));
    // What others accept may well not arise here.
    else if (!phase.accept(code, place) && !places.site(places.whole(allowed)))
      diagnostics.report("R149", { code, at }, places.value(allowed, "code"));
  }
}

/** Where the part stands that an address names: a key or an id at each step, or alone the id of a column, area or item. */
function placeOf({ rubric, places, node, columns }: Context, address: string): Place | undefined {
  const steps = address.split(".");
  let holder: object = rubric;
  let place: Place | undefined;
  for (const step of steps) {
    const next: unknown = Array.isArray(holder)
      ? holder.find((part) => [part?.id, part?.name, part?.period].includes(step))
      : Object.hasOwn(holder, step)
        ? (holder as Record<string, unknown>)[step]
        : undefined;
    if (next === undefined) {
      const part = steps.length === 1 ? (node.get(step)?.part ?? columns.get(step)?.part) : undefined;
      return part && places.whole(part);
    }
    if (typeof next !== "object" || next === null) return whole(places.key(holder, step), places.value(holder, step));
    place = Array.isArray(holder) ? places.whole(next) : whole(places.key(holder, step), places.value(holder, step));
    holder = next;
  }
  return place;
}

/** A key with its value. */
const whole = (key: Place, { endLine, endColumn }: Place): Place => ({ ...key, endLine, endColumn });
