// Makes TypeScript of messages/*.md: what a message says, and apart from it what only `score explain CODE` tells.
import { holesOf } from "../../src/text/template.ts";
import type { Family, Message } from "./read.ts";

export const origin = "// Generated from messages/*.md: see scripts/messages.\n";

/** Each code with the parameters that its texts ask for, and the entries of the catalogue. */
export function catalogueSource(families: readonly Family[]): string {
  const messages = families.flatMap((each) => each.messages).sort((a, b) => (a.code < b.code ? -1 : 1));
  return `${origin}import type { Entry } from "./entry.ts";
import type { Filling } from "../text/template.ts";

/** What fills the holes of each code's texts. */
export interface ParametersOf {
${messages.map((each) => `  readonly ${each.code}: ${parametersType(each)};`).join("\n")}
}

export const catalogue: Readonly<Record<keyof ParametersOf, Entry>> = {
${messages.map(({ code, entry }) => `  ${code}: ${JSON.stringify(entry)},`).join("\n")}
};
`;
}

export function explanationsSource(families: readonly Family[]): string {
  const messages = families.flatMap((each) => each.messages);
  return `${origin}import type { ParametersOf } from "./catalogue.generated.ts";
import type { Explanation } from "./explanation.ts";

/** Loaded only when somebody asks for it: no other command pays for these texts. */
export const explanations: Readonly<Record<keyof ParametersOf, Explanation>> = {
${messages.map(({ code, why, bad, fixed }) => `  ${code}: ${JSON.stringify({ why, bad, fixed })},`).join("\n")}
};
`;
}

const parametersType = ({ entry: { message, hint } }: Message): string =>
  typeOfHoles(`${message.en} ${hint?.en ?? ""}`);

/** What stands only in parts that may be left out may be absent. */
export function typeOfHoles(template: string): string {
  const holes = [...holesOf(template)].map(([name, { isOptional }]) =>
    isOptional ? `readonly ${name}?: Filling | undefined` : `readonly ${name}: Filling`,
  );
  return `{ ${holes.join("; ")} }`;
}
