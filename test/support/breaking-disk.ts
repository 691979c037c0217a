import type { Disk } from "../../src/archive/disk.ts";
import { realDisk } from "../../src/archive/disk.ts";

/** Thrown by a disk from the step on at which its run was "killed". */
export class Killed extends Error {}

/** The steps of a disk that change something. */
const changing: ReadonlySet<string> = new Set<keyof Disk>([
  "fsyncSync",
  "mkdirSync",
  "openSync",
  "renameSync",
  "rmdirSync",
  "rmSync",
  "unlinkSync",
  "writeSync",
]);

/**
 * A disk that works for `steps` changing steps. Then it is dead for good (a kill: writing stops in the middle of a
 * block), or fails with `code` `times` times and works again.
 */
export function breakingDisk(steps: number, failure: "kill" | { readonly code: string; readonly times?: number }) {
  let done = 0;
  const broken = (name: string): boolean => {
    if (failure === "kill") return done >= steps;
    return changing.has(name) && done >= steps && done < steps + (failure.times ?? 1);
  };
  const disk = new Proxy(realDisk, {
    get(target, name: string) {
      const step = target[name as keyof Disk] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        const breaks = broken(name);
        if (changing.has(name)) done++;
        if (!breaks) return step(...given);
        if (failure !== "kill") throw Object.assign(new Error(failure.code), { code: failure.code });
        if (name === "writeSync" && done === steps + 1) {
          const [handle, block] = given as [number, Buffer];
          target.writeSync(handle, block, 0, block.length >> 1);
        }
        throw new Killed();
      };
    },
  });
  return { disk, steps: () => done };
}
