/** `1 cell`, `2 cells`; `many` where an s does not make the plural. Vietnamese needs none. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
