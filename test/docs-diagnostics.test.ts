// docs/diagnostics is generated from messages: UPDATE=1 npx vitest run test/docs-diagnostics.test.ts
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pagesOf } from "../scripts/messages/pages.ts";
import { readMessages } from "../scripts/messages/read.ts";
import { holeWords } from "../src/diagnostics/explanations.generated.ts";
import { readTree, root, writeTree } from "./support/files.ts";
import { updating } from "./support/update.ts";

const folder = join(root, "docs/diagnostics");

test("the pages of diagnostics say what the messages say", () => {
  const pages = pagesOf(readMessages(join(root, "messages")), holeWords);
  if (updating) {
    rmSync(folder, { recursive: true, force: true });
    writeTree(folder, pages);
  }
  const found = [...readTree(folder)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(pages));
});
