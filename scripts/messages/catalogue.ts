// Makes TypeScript of messages/*.md: what a message says, and apart from it what only `score explain CODE` tells.
import { holesOf } from "../../src/text/template.ts";
import type { Family, Message } from "./read.ts";

export const origin = "// Generated from messages/*.md: see scripts/messages.\n";

/** Each code with the parameters that its texts ask for, and the entries of warnings and notes. */
export function catalogueSource(families: readonly Family[]): string {
  const messages = inOrder(families);
  return `${origin}import type { Filling } from "../text/template.ts";

/** What fills the holes of each code's texts. */
export interface ParametersOf {
${messages.map((each) => `  readonly ${each.code}: ${parametersType(each)};`).join("\n")}
}

/** A line for each code: the code, and its entry as JSON. Objects would be made of all of them at every start. */
export const remarks = ${linesOf(messages.filter(({ entry }) => entry.severity !== "error"))};
`;
}

/** The entries of errors, apart from those that runs with results say: they are ten times as many. */
export const errorsSource = (families: readonly Family[]): string =>
  `${origin}export const errors = ${linesOf(inOrder(families).filter(({ entry }) => entry.severity === "error"))};\n`;

const inOrder = (families: readonly Family[]): readonly Message[] =>
  families.flatMap((each) => each.messages).sort((a, b) => (a.code < b.code ? -1 : 1));

const linesOf = (messages: readonly Message[]): string =>
  JSON.stringify(`${messages.map(({ code, entry }) => `\n${code}${inAscii(entry)}`).join("")}\n`);

export function explanationsSource(families: readonly Family[], holeWords: Readonly<Record<string, string>>): string {
  const messages = families.flatMap((each) => each.messages);
  return `${origin}import type { ParametersOf } from "./catalogue.generated.ts";
import type { Explanation } from "./explanation.ts";

/** Loaded only when somebody asks for it: no other command pays for these texts. */
export const explanations: Readonly<Record<keyof ParametersOf, Explanation>> = {
${messages.map(({ code, entry: _, ...explanation }) => `  ${code}: ${JSON.stringify(explanation)},`).join("\n")}
};

/** What holes are called in Vietnamese. */
export const holeWords: Readonly<Record<string, string>> = ${JSON.stringify(holeWords)};
`;
}

/** As JSON in letters of one byte each: V8 keeps two for every letter of a text that holds another. */
export const inAscii = (value: unknown): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

const parametersType = ({ entry: { message, hint } }: Message): string =>
  typeOfHoles(`${message.en} ${hint?.en ?? ""}`);

/** What stands only in parts that may be left out may be absent. */
export function typeOfHoles(template: string): string {
  const holes = [...holesOf(template)].map(([name, { isOptional }]) =>
    isOptional ? `readonly ${name}?: Filling | undefined` : `readonly ${name}: Filling`,
  );
  return `{ ${holes.join("; ")} }`;
}
