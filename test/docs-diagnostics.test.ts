// docs/diagnostics.md is generated from the catalogue: UPDATE=1 npx vitest run test/docs-diagnostics.test.ts
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../src/diagnostics/catalogue/index.ts";
import type { Code } from "../src/diagnostics/diagnostic.ts";
import type { Entry } from "../src/diagnostics/entry.ts";
import { exampleLines } from "../src/diagnostics/explain-code.ts";
import type { Example } from "../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../src/diagnostics/explanations/index.ts";
import { openHoles, severityWords } from "../src/diagnostics/message.ts";
import type { Language } from "../src/text/bilingual.ts";
import { root } from "./support/run.ts";
import { updating } from "./support/update.ts";

const path = join(root, "docs/diagnostics.md");

test("the page of diagnostics says what the catalogue says", () => {
  if (updating) writeFileSync(path, page());
  expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(page());
});

function page(): string {
  const codes = (Object.keys(catalogue) as Code[]).sort();
  return [
    "# Diagnostics / Thông báo",
    "Every message of `score` has a code that keeps its meaning for ever; `score explain CODE` prints the same in the terminal. This page is generated from the catalogue (`src/diagnostics`).",
    "Mỗi thông báo của `score` có một mã không bao giờ đổi nghĩa; `score explain MÃ` in ra nội dung này trong cửa sổ lệnh. Trang này được sinh từ danh mục thông báo (`src/diagnostics`).",
    ...codes.map(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function section(code: Code): string {
  const { severity, message, hint }: Entry = catalogue[code];
  const { text, bad, fixed } = explanations[code];
  const paragraph = (language: Language): string => {
    const says = `**${severityWords[severity][language]}**: ${openHoles(message[language])}`;
    return [says, text[language], ...(hint ? [`→ ${openHoles(hint[language])}`] : [])].join("\\\n");
  };
  return [
    `## ${code}`,
    paragraph("en"),
    paragraph("vi"),
    "Bad / Sai:",
    example(bad),
    "Fixed / Đúng:",
    example(fixed),
  ].join("\n\n");
}

/** Fences are longer than any run of backticks inside. */
function example({ argv, ...files }: Example): string {
  const blocks = Object.entries(files).map(([name, content]) => block(`${name}`, content ?? ""));
  return [...(argv === undefined ? [] : [block("command", `score ${argv}\n`)]), ...blocks].join("\n\n");
}

const block = (title: string, content: string): string =>
  `\`\`\`\`text title="${title}"\n${exampleLines(content).join("\n")}\n\`\`\`\``;
