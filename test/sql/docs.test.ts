// The list of constructs on the page is that of the code.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Constructs } from "../../src/sql/constructs.ts";
import { constructs, wordsOf } from "../../src/sql/constructs.ts";
import { root } from "../support/files.ts";
import { updating } from "../support/update.ts";

const page = join(root, "docs/sql.md");
const [begin, end] = ["<!-- constructs: made of src/sql/constructs.ts -->\n", "<!-- end of constructs -->\n"];

function table(): string {
  const quoted = (word: string): string => (word.includes("`") || word.includes(" ") ? word : `\`${word}\``);
  const rows = (Object.values(constructs) as readonly Constructs[]).flatMap((each) => {
    const written = [...wordsOf(each).map(quoted), ...(each.further ?? []).map(quoted)];
    const refused = Object.entries(each.refused ?? {}).map(([word, reason]) => `${quoted(word)}: ${reason.en}`);
    return written.length + refused.length === 0
      ? []
      : [`| ${each.part} | ${written.join(", ")} | ${refused.join("; ")} |\n`];
  });
  return `\n| part | written | refused, and why |\n| --- | --- | --- |\n${rows.join("")}\n`;
}

test("docs/sql.md lists the constructs that are written, and those that are refused", () => {
  const text = readFileSync(page, "utf8");
  const [before = "", rest = ""] = text.split(begin);
  const [found = "", after = ""] = rest.split(end);
  if (updating) writeFileSync(page, `${before}${begin}${table()}${end}${after}`);
  else expect(found).toBe(table());
});
