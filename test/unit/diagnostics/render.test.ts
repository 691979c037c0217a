import { expect, test } from "vitest";
import { adviceIn } from "../../../src/diagnostics/advice.ts";
import { allCodes, entryOf } from "../../../src/diagnostics/catalogue.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { openedIn } from "../../../src/diagnostics/explain-code.ts";
import { explanations, holeWords } from "../../../src/diagnostics/explanations.generated.ts";
import { findings } from "../../../src/diagnostics/findings.ts";
import { renderGithub } from "../../../src/diagnostics/render-github.ts";
import { renderJson } from "../../../src/diagnostics/render-json.ts";
import { renderJunit } from "../../../src/diagnostics/render-junit.ts";
import { renderSarif } from "../../../src/diagnostics/render-sarif.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import { plain } from "../../../src/text/painter.ts";
import type { Place } from "../../../src/text/source.ts";
import { source } from "../../../src/text/source.ts";
import { fill, holesOf, openHoles } from "../../../src/text/template.ts";

const at = (file: string, line: number, column: number, cell?: string): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 3,
  ...(cell !== undefined && { cell }),
});
const rubric = source("b.yaml", "one: 1\ntwo: 2\n");
const options = {
  language: "en",
  painter: plain,
  sourceOf: (file: string) => (file === "b.yaml" ? rubric : undefined),
} as const;

/** Reported out of order: a rubric's second line with a related place, a sheet, its first line, the command line. */
function sample() {
  const diagnostics = createDiagnostics();
  const first = { place: at("b.yaml", 1, 1), message: { en: "the first one", vi: "chỗ thứ nhất" } };
  diagnostics.report("C111", { file: "b" }, at("b.yaml", 2, 1), [first]);
  diagnostics.report(
    "C116",
    { folder: "x,y:100%\n", files: undefined, pattern: "x,y:100%\n/**/*.csv" },
    at("sổ a.csv", 10, 2, "B10"),
  );
  diagnostics.report("C112", { file: "b.yaml", reason: { en: "too <old>", vi: "quá <cũ>" } }, at("b.yaml", 1, 1));
  diagnostics.report("C194", {});
  return findings(diagnostics);
}

test("text: sorted, with frames only where the source is known, related places and hints", () => {
  expect(renderText(sample(), options)).toBe(`error C194: several templates are files of a folder
  hint: name the folder: --out DIR
b.yaml:1:1: error C112: b.yaml cannot be read: too <old>
  1 | one: 1
    | ^^^
b.yaml:2:1: error C111: b is a folder, expected a rubric file
  2 | two: 2
    | ^^^
  b.yaml:1:1: the first one
  1 | one: 1
    | ^^^
  hint: name the file in it, such as b/rubric.yaml
sổ a.csv!B10: error C116: the folder x,y:100%␊ holds no score sheet (.csv, .tsv) or workbook
  hint: save scores as a workbook or a CSV file in it; folders inside it are not searched: 'x,y:100%␊/**/*.csv' finds sheets at any depth
`);
  const vietnamese = renderText(sample(), { ...options, language: "vi" });
  expect(vietnamese).toContain("b.yaml:1:1: lỗi C112: không đọc được b.yaml: quá <cũ>\n");
  expect(vietnamese).toContain("  gợi ý: ghi rõ tệp");
});

test("what is counted and not kept is said of each file", () => {
  const [one, two] = [createDiagnostics(), createDiagnostics()];
  for (let line = 1; line <= 30; line++)
    one.report("C110", { kind: "file", file: "a", suggestion: "" }, at("a.csv", line, 1));
  for (let line = 1; line <= 22; line++)
    two.report("C110", { kind: "file", file: "b", suggestion: "" }, at("b.csv", line, 1));
  const found = findings(one, two);
  expect(found.list).toHaveLength(40);
  expect(renderText(found, options).trimEnd().split("\n").slice(-2)).toEqual([
    "… and 10 more C110 in a.csv",
    "… and 2 more C110 in b.csv",
  ]);
  const objects = JSON.parse(renderJson(found, "en"));
  expect(objects.map((each: { more?: number }) => each.more).filter(Boolean)).toEqual([10, 2]);
  expect(objects.at(-1).more).toBe(2);
});

test("json: the same keys in the same order", () => {
  const objects = JSON.parse(renderJson(sample(), "vi"));
  expect(Object.keys(objects[2])).toEqual(["code", "severity", "message", "hint", "place", "related"]);
  expect(objects[2].related).toEqual([
    { message: "chỗ thứ nhất", place: { file: "b.yaml", line: 1, column: 1, endLine: 1, endColumn: 4 } },
  ]);
  expect(Object.keys(objects[0])).toEqual(["code", "severity", "message", "hint", "related"]);
  expect(renderJson(findings(), "en")).toBe("[]\n");
});

test("github: values cannot end a command or begin a new one", () => {
  const lines = renderGithub(sample(), "en").trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toBe(
    "::error file=b.yaml,line=2,endLine=2,col=1,endColumn=4,title=C111::b is a folder, expected a rubric file%0Ab.yaml:1:1: the first one%0Aname the file in it, such as b/rubric.yaml",
  );
  expect(lines[3]).toContain("x,y:100%25␊");
});

test("sarif: a run with rules and results that refer to them", () => {
  const log = JSON.parse(renderSarif(sample(), "en", "1.2.3"));
  const [{ tool, results }] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(tool.driver.version).toBe("1.2.3");
  for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  // A rule is about no result in particular: it has no holes.
  expect(tool.driver.rules[0]).toMatchObject({
    id: "C111",
    shortDescription: {
      text: "Sheets may be given as a folder, a rubric may not: a folder can hold several, and which one decides is to be said.",
    },
    help: { text: "score explain C111, docs/diagnostics/command.md#c111" },
  });
  expect(results[2].relatedLocations[0].message.text).toBe("the first one");
  expect(results[3].locations[0].physicalLocation.artifactLocation.uri).toBe("s%E1%BB%95%20a.csv");
});

test("junit: a suite for each file, escaped, and a passed case for a sound one", () => {
  const text = renderJunit("validate", sample(), ["b.yaml", "fine.yaml"], "en", false);
  expect(text).toContain(
    '<testsuite name="fine.yaml" tests="1" failures="0" errors="0">\n    <testcase classname="fine.yaml" name="valid"/>',
  );
  expect(text).toContain('<testsuite name="b.yaml" tests="2" failures="2" errors="0">');
  expect(text).toContain('message="b.yaml cannot be read: too &lt;old&gt;"');
});

/** Of a file of which nothing could be read: it is named, and no place in it. */
function unread() {
  const diagnostics = createDiagnostics();
  diagnostics.report("C113", { file: "b,c.yaml", byte: 1 });
  return findings(diagnostics);
}

test("a file that cannot be read is at fault in every format, and nowhere valid", () => {
  expect(renderGithub(unread(), "en")).toMatch(/^::error file=b%2Cc\.yaml,title=C113::b,c\.yaml is no text/);
  expect(renderJunit("validate", unread(), ["b,c.yaml"], "en", false)).toContain(
    '<testsuite name="b,c.yaml" tests="1" failures="0" errors="1">\n    <testcase classname="b,c.yaml" name="C113"><error type="C113"',
  );
  const [{ results }] = JSON.parse(renderSarif(unread(), "en", "1")).runs;
  expect(results[0].locations).toEqual([{ physicalLocation: { artifactLocation: { uri: "b%2Cc.yaml" } } }]);
});

test.each([
  ["/tmp/a b.yaml", "file:///tmp/a%20b.yaml"],
  ["C:\\x\\ă.yaml", "file:///C:/x/%C4%83.yaml"],
  ["..\\x.yaml", "../x.yaml"],
])("sarif: the URI of %s", (file, uri) => {
  const diagnostics = createDiagnostics();
  diagnostics.report("C113", { file, byte: 1 });
  const [{ results }] = JSON.parse(renderSarif(findings(diagnostics), "en", "1")).runs;
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

test("no result of a log is without a location, even of a wrong command line", () => {
  const [{ results }] = JSON.parse(renderSarif(sample(), "en", "1")).runs;
  for (const { locations } of results) expect(locations[0].physicalLocation.artifactLocation.uri).not.toBe("");
});

test("what machines are not told one by one is counted", () => {
  const diagnostics = createDiagnostics(3);
  for (let line = 1; line <= 10; line++) diagnostics.report("C113", { file: "a", byte: 1 }, at("a", line, 1));
  const found = findings(diagnostics);
  const [{ results }] = JSON.parse(renderSarif(found, "en", "1")).runs;
  const texts: string[] = results.map((each: { message: { text: string } }) => each.message.text);
  expect(texts.map((text) => /and (\d+) more C113/.exec(text)?.[1])).toEqual([undefined, undefined, "7"]);
  expect(renderJunit("validate", found, ["a"], "en", false).match(/and 7 more C113/g)).toHaveLength(1);
  expect(renderGithub(found, "en").match(/and 7 more C113/g)).toHaveLength(1);
});

test("holes: untrusted values in one short line, own words in the language, nothing from a prototype", () => {
  expect(fill("{a}, {b}", { a: "x\ny\u001b[2J", b: { en: "yes", vi: "có" } }, "vi")).toBe("x␊y␛[2J, có");
  expect(fill("{a}", { a: "é".repeat(5000) }, "en")).toBe(`${"é".repeat(199)}…`);
  expect(fill("{constructor} {__proto__}", {}, "en")).toBe("{constructor} {__proto__}");
  expect(fill("{a}{b}", { a: "{b}", b: "$&" }, "en")).toBe("{b}$&");
});

test("a part that is left out where its hole is not filled", () => {
  const template = "no file {file}[, did you mean {suggestion}?]: [no hole]";
  expect(fill(template, { file: "a" }, "en")).toBe("no file a: [no hole]");
  expect(fill(template, { file: "a", suggestion: "[{file}]" }, "en")).toBe(
    "no file a, did you mean [{file}]?: [no hole]",
  );
  expect(openHoles(template)).toBe("no file ‹file›: [no hole]");
  expect(fill("{key}: [{ at: {key} }] or [{ at: id }]", {}, "en")).toBe("{key}:  or [{ at: id }]");
  expect([...holesOf(template)]).toEqual([
    ["file", { isOptional: false }],
    ["suggestion", { isOptional: true }],
  ]);
});

test("a list, with the word before its last", () => {
  const print = (keys: readonly string[]) => fill("{keys|or}; {keys}", { keys }, "en");
  expect(print(["a"])).toBe("a; a");
  expect(print(["a", "b", "c"])).toBe("a, b or c; a, b, c");
  expect(fill("{keys|hoặc}", { keys: ["a", { en: "text", vi: "chữ" }] }, "vi")).toBe("a hoặc chữ");
});

test("a word that depends on a count", () => {
  const template = "{n} {n|cell|cells} {n|is|are} left";
  expect([0, 1, "1", 2].map((n) => fill(template, { n }, "en"))).toEqual([
    "0 cells are left",
    "1 cell is left",
    "1 cell is left",
    "2 cells are left",
  ]);
  expect(fill(template, {}, "en")).toBe(template);
  expect(openHoles(template)).toBe("‹n› cells are left");
});

test("a hint that is nothing without what fills it is not shown", () => {
  const advice = (en: string, vi: string) =>
    (["en", "vi"] as const).map((language) => adviceIn({ en, vi }, openedIn(language, { expected: "cần có" })));
  expect(advice("{expected}", "{expected}")).toEqual([[], []]);
  expect(advice("[its tables are {known}]", "[có các bảng {known}]")).toEqual([[], []]);
  expect(advice("write {expected}", "ghi {expected}")).toEqual([["write ‹expected›"], ["ghi ‹cần có›"]]);
  expect(adviceIn(undefined, openedIn("en", {}))).toEqual([]);
});

test.each(["en", "vi"] as const)("what to do is explained of every error and warning (%s)", (language) => {
  const open = openedIn(language, holeWords);
  const silent = allCodes().filter((code) => {
    const { severity, hint } = entryOf(code);
    return severity !== "note" && adviceIn(hint, open, explanations[code].advice).length === 0;
  });
  expect(silent).toEqual([]);
});

test("no hole of a message is shown in Vietnamese by its English name", () => {
  const open = openedIn("vi", holeWords);
  const words = new Set(Object.values(holeWords));
  for (const code of allCodes()) {
    const { message, hint } = entryOf(code);
    const shown = [...`${open(message)} ${adviceIn(hint, open).join("")}`.matchAll(/‹(.*?)›/g)].map(([, hole]) => hole);
    expect(
      shown.filter((hole) => !words.has(hole as string)),
      code,
    ).toEqual([]);
  }
});
