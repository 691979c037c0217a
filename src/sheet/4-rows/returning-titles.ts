import { fold } from "../../text/fold.ts";

/** The titles of wider groups below which a group stands, and stood `before`. */
export interface WiderTitles {
  readonly above: string;
  readonly before: string | undefined;
}

/**
 * Watches for a group that comes back below another wider one, `ĐẢNG BỘ X, Chi bộ 1, …, ĐẢNG BỘ Y, Chi bộ 1`: two groups by one name. A
 * title right above another, without members of its own, is that of a wider group.
 */
export function createReturningTitles(): (title: string, isBelowEmpty: boolean) => WiderTitles | undefined {
  /** Of groups with members. */
  const widerOf = new Map<string, string | undefined>();
  let last: string | undefined;
  let wider: string | undefined;
  return (title, isBelowEmpty) => {
    const name = fold(title);
    if (last !== undefined && !isBelowEmpty) widerOf.set(fold(last), wider);
    else if (last !== undefined && fold(last) !== name) wider = last;
    last = title;
    const before = widerOf.get(name);
    if (!widerOf.has(name) || wider === undefined || fold(wider) === fold(before ?? "")) return undefined;
    return { above: wider, before };
  };
}
