/** Numbers that follow each other, such as those of lines. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export const stretchText = ({ first, last }: Stretch): string => (first === last ? `${first}` : `${first}-${last}`);

/** Numbers that come in rising order, as stretches. */
export function createStretches() {
  const list: { first: number; last: number }[] = [];
  return {
    list: list as readonly Stretch[],
    add(number: number): void {
      const last = list.at(-1);
      if (last?.last === number - 1) last.last = number;
      else list.push({ first: number, last: number });
    },
  };
}

/** `3-5,9`. */
export function stretchesText(numbers: readonly number[]): string {
  const { list, add } = createStretches();
  for (const number of numbers) add(number);
  return list.map(stretchText).join(",");
}
