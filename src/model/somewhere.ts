/** Whether `test` holds for some object within a part of a plan, which is plain data. */
export function somewhere(part: unknown, test: (object: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  return test(part as Readonly<Record<string, unknown>>) || Object.values(part).some((value) => somewhere(value, test));
}
