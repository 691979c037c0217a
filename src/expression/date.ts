const millisecondsInDay = 86_400_000;

/** Days since 1970-01-01 of a date written `2026-03-31`, or undefined when there is no such date. */
export function daysOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines turn 30 February into 2 March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? undefined : time / millisecondsInDay;
}

/** The date that {@link daysOf} counts: `2026-03-31`. */
export const dateText = (days: number): string => new Date(days * millisecondsInDay).toISOString().slice(0, 10);

/**
 * Full calendar months from one date to another, negative where that is the earlier one. A month is full on the same day
 * of the next, or on its last day where it has no such day.
 */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const [first, last] = [new Date(from * millisecondsInDay), new Date(to * millisecondsInDay)];
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
  const isLastDay = new Date((to + 1) * millisecondsInDay).getUTCDate() === 1;
  return last.getUTCDate() >= first.getUTCDate() || isLastDay ? months : months - 1;
}
