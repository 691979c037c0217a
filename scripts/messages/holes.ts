// Reads messages/holes.md: what the holes of messages are called in Vietnamese where nothing fills them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openHoles } from "../../src/text/template.ts";
import type { Family } from "./read.ts";

/** The words by the names of holes. Throws where one is missing, or is of no hole that is shown. */
export function readHoleWords(folder: string, families: readonly Family[]): Readonly<Record<string, string>> {
  const text = readFileSync(join(folder, "holes.md"), "utf8");
  const words = Object.fromEntries([...text.matchAll(/^\* (\w+): (.+)$/gm)].map(([, name, word]) => [name, word]));
  const shown = new Set<string>();
  for (const { entry } of families.flatMap(({ messages }) => messages))
    openHoles(`${entry.message.vi} ${entry.hint?.vi ?? ""}`, (name) => {
      shown.add(name);
      return name;
    });
  const missing = [...shown].filter((name) => !Object.hasOwn(words, name));
  const idle = Object.keys(words).filter((name) => !shown.has(name));
  if (missing.length + idle.length === 0) return words;
  throw new Error(`messages/holes.md: no words for [${missing.join(", ")}], words for nothing: [${idle.join(", ")}]`);
}
