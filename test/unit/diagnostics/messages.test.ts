// The layout of messages/*.md is checked: what does not keep to it is refused with its line.
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogueSource } from "../../../scripts/messages/catalogue.ts";
import { phrasesIn, phrasesSource, readPhrases } from "../../../scripts/messages/phrases.ts";
import { readFamily } from "../../../scripts/messages/read.ts";
import type { Bilingual } from "../../../src/text/bilingual.ts";
import { holesOf } from "../../../src/text/template.ts";
import { root } from "../../support/files.ts";
import { readSources } from "../../support/imports.ts";

const fence = "```";
const sound = `# Cells / Ô điểm

## D201

error · stops row · failure

* message en: {found} has {count} {count|cell|cells}[ in {file}]
* message vi: {found} có {count} ô[ trong {file}]
* advice en: Count them.
* advice vi: Hãy đếm.
* why en: Because.
* why vi: Bởi vì.

### Bad

${fence}sh
score validate rubric.yaml
${fence}

${fence}csv sheet.csv
# no title: a line of the file

${fence}

### Fixed
`;

test("a message with all that belongs to it", () => {
  const family = readFamily("data-cells", sound);
  expect(family).toEqual({
    name: "data-cells",
    title: { en: "Cells", vi: "Ô điểm" },
    messages: [
      {
        code: "D201",
        entry: {
          family: "data-cells",
          severity: "error",
          stops: "row",
          isUsage: false,
          message: {
            en: "{found} has {count} {count|cell|cells}[ in {file}]",
            vi: "{found} có {count} ô[ trong {file}]",
          },
        },
        advice: { en: "Count them.", vi: "Hãy đếm." },
        why: { en: "Because.", vi: "Bởi vì." },
        bad: { argv: "validate rubric.yaml", "sheet.csv": "# no title: a line of the file\n\n" },
        fixed: {},
      },
    ],
  });
  expect(catalogueSource([family])).toContain(
    "readonly D201: { readonly found: Filling; readonly count: Filling; readonly file?: Filling | undefined };",
  );
});

test.each([
  ["# Cells / Ô điểm", "# Cells", "data-cells.md:1: a title is missing"],
  ["## D201", "## D20", "data-cells.md:3: nothing but the title stands before the first code"],
  ["error · stops row · failure", "error · stops rows · failure", "data-cells.md:5: this is no part of a message"],
  ["error · stops row · failure", "warning · stops row · failure", "data-cells.md:5: this is no part"],
  ["error · stops row · failure\n", "", "data-cells.md:3: D201 has no line with its severity"],
  [
    "* advice en: Count them.\n* advice vi: Hãy đếm.\n",
    "",
    "data-cells.md:3: D201 has no hint of its own and no `advice`",
  ],
  [
    "* advice en",
    "* hint en: Count.\n* hint vi: Hãy đếm.\n* advice en",
    "data-cells.md:3: D201 has no need of `advice`",
  ],
  [
    "* message vi: {found} có {count} ô[ trong {file}]\n",
    "",
    "data-cells.md:3: D201 has no `message` in one of the languages",
  ],
  ["* why en: Because.\n* why vi: Bởi vì.\n", "", "data-cells.md:3: D201 has no `why`"],
  ["* why en:", "* why:", "data-cells.md:11: this is no part of a message"],
  ["score validate", "scores validate", "data-cells.md:16: a fence opens"],
  ["### Bad\n", "", "data-cells.md:15: files stand below"],
  ["### Fixed\n", "", "data-cells.md:3: D201 has no fixed example"],
  [`\n${fence}\n\n### Fixed`, "\n\n### Fixed", "data-cells.md:20: this is no part of a message: ```csv"],
])("%j instead of %j is refused", (written, instead, problem) => {
  expect(() => readFamily("data-cells", sound.replace(written, instead))).toThrow(new RegExp(problem));
});

test("phrases are pairs of lines below headings", () => {
  const pairs = phrasesIn("sheet.md", "# Sheets\n\n* en: up to {high}\n* vi: đến {high}\n\n* en: none\n* vi: không\n");
  expect(pairs).toEqual([
    { en: "up to {high}", vi: "đến {high}" },
    { en: "none", vi: "không" },
  ]);
  expect(phrasesSource(pairs)).toContain('readonly "up to {high}": { readonly high: Filling };');
});

test.each([
  ["* en: a\n* en: b\n", 2],
  ["* vi: a\n", 1],
  ["* en: a\n\n* vi: b\n", 2],
  ["some prose\n", 1],
])("phrases that are no pairs are refused: %j", (text, line) => {
  expect(() => phrasesIn("sheet.md", text)).toThrow(`messages/phrases/sheet.md:${line}: a phrase is a line`);
});

const phrases = readPhrases(join(root, "messages/phrases"));

test("every phrase is said somewhere", () => {
  const sources = [...readSources(root)]
    .flatMap(([path, text]) => (path.includes(".generated.") ? [] : [text]))
    .join("");
  const isSaid = ({ en }: Bilingual): boolean => sources.includes(en) || sources.includes(JSON.stringify(en));
  expect(phrases.filter((each) => !isSaid(each))).toEqual([]);
});

test("every phrase speaks both languages, with the same holes", () => {
  for (const { en, vi } of phrases) {
    expect(en).not.toMatch(/[đăơưạ-ỹ]/i);
    // A word that depends on a count has one form in Vietnamese, which may leave the count out.
    const [inEnglish, inVietnamese] = [holesOf(en), holesOf(vi)];
    for (const [name, hole] of inVietnamese) expect(inEnglish.get(name), vi).toEqual(hole);
    for (const name of inEnglish.keys()) if (!en.includes(`{${name}|`)) expect(vi).toContain(`{${name}`);
  }
});
