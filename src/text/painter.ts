/** Colours, handed in from outside, so that rendering needs to know no terminal. Each returns its text with or without marks. */
export interface Painter {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours. */
export const plain: Painter = { error: same, warning: same, note: same, strong: same, faint: same };
