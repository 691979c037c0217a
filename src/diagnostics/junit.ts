import { printable } from "../text/visible.ts";

/** One check of a suite; without an outcome it passed. `error`: it could not be run. */
export interface JunitCase {
  readonly name: string;
  readonly outcome?: {
    readonly kind: "failure" | "error";
    /** A code by which servers group what failed, and the message in one line. */
    readonly attributes?: { readonly type: string; readonly message: string };
    readonly body: string;
  };
}

/** The checks of one file. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
  /** Lines that were said and fail nothing. */
  readonly output?: string;
}

/** JUnit XML, which nearly every CI server reads. */
export function junitText(name: string, suites: readonly JunitSuite[]): string {
  const elements = suites.map(suiteElement).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(name)}">\n${elements}</testsuites>\n`;
}

function suiteElement({ name, cases, output = "" }: JunitSuite): string {
  const count = (kind: "failure" | "error"): number => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return [
    `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}">\n`,
    ...cases.map((each) => caseElement(name, each)),
    output && `    <system-out>${xml(output)}</system-out>\n`,
    "  </testsuite>\n",
  ].join("");
}

function caseElement(suite: string, { name, outcome }: JunitCase): string {
  const start = `    <testcase classname="${xml(suite)}" name="${xml(name)}"`;
  if (!outcome) return `${start}/>\n`;
  const { kind, attributes, body } = outcome;
  const said = Object.entries(attributes ?? {}).map(([key, value]) => ` ${key}="${xml(value)}"`);
  return `${start}><${kind}${said.join("")}>${xml(body)}</${kind}></testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text of XML; control characters, which XML cannot hold, are made visible line by line. */
const xml = (text: string): string =>
  text
    .split("\n")
    .map((line) => printable(line, 4000))
    .join("\n")
    .replace(/[&<>"]/g, (character) => entities[character] as string);
