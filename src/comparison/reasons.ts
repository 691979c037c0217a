import type { Subject } from "./snapshot.ts";

/** Something that is not as it was. */
interface Shift {
  readonly id: string;
  readonly old: string;
  readonly new: string;
}

/** Why a subject's result is another, as far as the two results tell. */
export type Reason =
  /** Columns and scores of areas that differ. */
  | { readonly kind: "cells"; readonly shifts: readonly Shift[] }
  | { readonly kind: "total"; readonly old: string; readonly new: string }
  /** The same total falls into another band. */
  | { readonly kind: "bounds"; readonly old: string; readonly new: string }
  | {
      readonly kind: "rules" | "quotas" | "awards" | "alerts";
      readonly gained: readonly string[];
      readonly lost: readonly string[];
    }
  /** Why there is no band, or another than that of the points. Rules that made it so may still hold where the points came to it. */
  | { readonly kind: "words"; readonly old: string; readonly new: string; readonly byPoints?: boolean }
  /** Another class although nothing of the above tells why: conditions or effects were changed, or (in files) bands and quotas. */
  | { readonly kind: "conditions" | "bands" }
  /** Another rank only: others have passed, or were passed. */
  | { readonly kind: "others" };

/** In the order in which a result comes about. */
export function reasonsOf(old: Subject, now: Subject): readonly Reason[] {
  const reasons: Reason[] = [];
  const shifts = [...now.cells].flatMap(([id, text]): Shift[] => {
    const before = old.cells.get(id);
    return before === undefined || before === text ? [] : [{ id, old: before, new: text }];
  });
  if (shifts.length > 0) reasons.push({ kind: "cells", shifts });
  if (old.total !== now.total) reasons.push({ kind: "total", old: old.total, new: now.total });
  else if (old.path && now.path && old.path.natural !== now.path.natural) {
    reasons.push({ kind: "bounds", old: old.path.natural, new: now.path.natural });
  }
  reasons.push(...lists("rules", old.rules, now.rules));
  reasons.push(...lists("quotas", old.path?.quotas ?? [], now.path?.quotas ?? []));
  if (old.reason !== now.reason) {
    const byPoints = old.hasBand && now.hasBand && now.reason === "";
    reasons.push({ kind: "words", old: old.reason, new: now.reason, ...(byPoints && { byPoints }) });
  }
  if (old.class !== now.class && !reasons.some(({ kind }) => kind !== "cells")) {
    reasons.push({ kind: now.path ? "conditions" : "bands" });
  }
  reasons.push(...lists("awards", old.awards, now.awards), ...lists("alerts", old.alerts, now.alerts));
  if (old.rank !== now.rank && reasons.length === 0) reasons.push({ kind: "others" });
  return reasons;
}

function lists(
  kind: "rules" | "quotas" | "awards" | "alerts",
  old: readonly string[],
  now: readonly string[],
): Reason[] {
  const gained = now.filter((id) => !old.includes(id));
  const lost = old.filter((id) => !now.includes(id));
  return gained.length + lost.length > 0 ? [{ kind, gained, lost }] : [];
}
