/** One rating that counts: what one rater gives one subject in one period, in points. */
export interface Rating {
  readonly period: string;
  readonly subject: string;
  readonly rater: string;
  readonly score: number;
}

/** A subject in one period: what is scored. */
export const targetOf = ({ period, subject }: Pick<Rating, "period" | "subject">): string =>
  `${period}\u001E${subject}`;

/** What {@link targetOf} put together. */
export function membersOf(target: string): { readonly period: string; readonly subject: string } {
  const [period = "", subject = ""] = target.split("\u001E");
  return { period, subject };
}
