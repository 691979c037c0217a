import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { attempt, ifThere, isSystemError } from "./disk.ts";

export type Lock =
  | { readonly kind: "held"; readonly release: () => void }
  | { readonly kind: "busy"; readonly process: number; readonly folder: string };

/** Times to try again when the other run removes the lock's folder just now. */
const tries = 10;

/**
 * Lets one run at a time work in a folder. Each puts a file named by its process into `lock/` and only then looks who
 * else is there: of two at once, at least one sees the other and steps back. Files of processes that are gone, after
 * a kill, do not count.
 */
export function takeLock(disk: Disk, work: string): Lock {
  const folder = join(work, "lock");
  const mine = join(folder, String(process.pid));
  announce(disk, folder, mine);
  const release = (): void => {
    attempt(() => disk.unlinkSync(mine));
    attempt(() => disk.rmdirSync(folder));
  };
  for (const name of disk.readdirSync(folder)) {
    const other = Number.parseInt(name, 10);
    if (other === process.pid) continue;
    if (isRunning(other)) {
      release();
      return { kind: "busy", process: other, folder };
    }
    attempt(() => disk.unlinkSync(join(folder, name)));
  }
  return { kind: "held", release };
}

function announce(disk: Disk, folder: string, mine: string): void {
  for (let tried = 1; ; tried++) {
    disk.mkdirSync(folder, { recursive: true });
    const handle = tried < tries ? ifThere(() => disk.openSync(mine, "w")) : disk.openSync(mine, "w");
    if (handle === undefined) continue;
    disk.closeSync(handle);
    return;
  }
}

function isRunning(id: number): boolean {
  if (!Number.isSafeInteger(id) || id <= 0) return false;
  try {
    // Signal 0 asks whether the process is there, and does nothing to it.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === "EPERM";
  }
}
