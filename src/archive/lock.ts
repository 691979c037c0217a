import { hostname } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import type { Disk } from "./disk.ts";
import { attempt, ifThere, isSystemError } from "./disk.ts";

export type Lock =
  | { readonly kind: "held"; readonly release: () => void }
  | { readonly kind: "busy"; readonly process: string; readonly folder: string };

/** Times to try again when the other run removes the lock's folder just now. */
const tries = 10;

/**
 * Lets one run at a time work in a folder. Each puts a file named by its process and machine into `lock/` and only then
 * looks who else is there: of two at once, at least one sees the other and steps back. Files of processes that are gone,
 * after a kill, do not count; of another machine, with which a network share is shared, nobody can tell here.
 */
export function takeLock(disk: Disk, work: string): Lock {
  const folder = join(work, "lock");
  const here = encodeURIComponent(hostname());
  const mine = `${process.pid}@${here}`;
  announce(disk, folder, join(folder, mine));
  // Whoever goes last takes the working folder along, one that stepped back too.
  const release = (): void => {
    attempt(() => disk.unlinkSync(join(folder, mine)));
    for (const empty of [folder, work]) attempt(() => disk.rmdirSync(empty));
  };
  for (const name of disk.readdirSync(folder)) {
    if (name === mine) continue;
    const [id = "", machine = here] = name.split("@");
    if (machine !== here || isRunning(Number.parseInt(id, 10))) {
      release();
      return { kind: "busy", process: machine === here ? id : name, folder };
    }
    attempt(() => disk.unlinkSync(join(folder, name)));
  }
  return { kind: "held", release };
}

function announce(disk: Disk, folder: string, mine: string): void {
  for (let tried = 1; ; tried++) {
    makeFolder(folder, disk.mkdirSync);
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
