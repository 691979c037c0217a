/**
 * Room for numbers that are needed while a period is concluded, by what they are needed for: the next period has the same. Arrays of
 * millions would be given back long after they are left, and not to the system. What stands there when it is given means nothing.
 */
export type Workspace = (use: string, length: number) => Int32Array<ArrayBuffer>;

export function createWorkspace(): Workspace {
  const arrays = new Map<string, Int32Array<ArrayBuffer>>();
  return (use, length) => {
    const known = arrays.get(use);
    const array = known && known.length >= length ? known : new Int32Array(length);
    arrays.set(use, array);
    return array.subarray(0, length);
  };
}
