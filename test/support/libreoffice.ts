import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice opens what score writes: .ci/run installs it and sets REQUIRE_ALL. */
export const hasOffice =
  spawnSync("soffice", ["--version"], { timeout: 60_000 }).status === 0 || process.env.REQUIRE_ALL === "1";

/** A file as LibreOffice saves it again, as another kind (`pdf`, `xlsx`, or a filter with its options). */
export function officeConverted(name: string, bytes: Uint8Array, kind: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "score-office-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const argv = [profile, "--headless", "--convert-to", kind, "--outdir", join(folder, "out"), join(folder, name)];
    const { status, stderr } = spawnSync("soffice", argv, { timeout: 120_000, encoding: "utf8" });
    if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
    return readFileSync(join(folder, "out", name.replace(/\.[^.]*$/, `.${kind.split(":")[0]}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
