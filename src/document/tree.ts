/** A statement with what it rests on below it. */
export interface Tree {
  readonly kind: "tree";
  readonly root: Line;
}

/** A line of a tree with what it rests on below it. */
export interface Line {
  readonly text: string;
  /** How much it matters to the reader; `held` and `failed` are conditions. */
  readonly tone?: Tone;
  readonly below: readonly Line[];
}
export type Tone = "strong" | "faint" | "held" | "failed";

export const line = (text: string, below: readonly Line[] = []): Line => ({ text, below });
export const toned = (tone: Tone, text: string, below: readonly Line[] = []): Line => ({ text, tone, below });
