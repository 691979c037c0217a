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
