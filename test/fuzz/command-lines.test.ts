// Whatever words follow `score`, and whatever the environment says, it works or says what is wrong.
import fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import type { FlagName } from "../../src/cli/flags.ts";
import { commonFlags, environmentName, flagOf } from "../../src/cli/flags.ts";
import { inputs } from "../process/inputs.ts";
import { withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const names = [...new Set([...commands.values()].flatMap(({ flags }) => flags).concat(commonFlags))];
/** No argument of a process holds a NUL. */
const values = [
  ...[
    "rubric.yaml",
    "sheets",
    "sheets/*.csv",
    "2026-Q1=sheets/2026-Q1.csv",
    "out",
    "out/receipt.json",
    "missing",
    ".",
    "-",
    "",
  ],
  ...[
    "2026",
    "2026-Q1",
    "Q1",
    "json",
    "csv",
    "md",
    "sarif",
    "vi",
    "always",
    "1",
    "0",
    "-1",
    "99999999999",
    "A",
    "A,B",
    "[]",
  ],
  ...["A > 30", "A >", "rank <= 1 && to == 'x'", "Đặng0", "to=units.csv", "=", "C110", "\u001B[2J", "__proto__", "--"],
];
const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const flag = fc.constantFrom<FlagName>(...names);
const word = fc.oneof(
  { weight: 4, arbitrary: value },
  {
    weight: 3,
    arbitrary: flag.chain((name) =>
      flagOf(name).value ? value.map((text) => `--${name}=${text}`) : fc.constant(`--${name}`),
    ),
  },
  { weight: 1, arbitrary: flag.map((name) => `--${name}`) },
  { weight: 1, arbitrary: fc.constantFrom("-h", "-v", "--nothing", "-x", "--strict=1", "help", "version") },
);
const line = fc.tuple(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...commands.keys()) }, { weight: 1, arbitrary: value }),
  fc.oneof(fc.constant(["rubric.yaml", "sheets"]), fc.constant([]), fc.constant(["out"])),
  fc.array(word, { maxLength: 5 }),
);
const environment = fc
  .array(fc.tuple(flag, value), { maxLength: 2 })
  .map((pairs) => Object.fromEntries(pairs.map(([name, text]) => [environmentName(name), text])));

test("any command line", async () => {
  const property = fc.asyncProperty(line, environment, ([command, operands, words], env) =>
    withFolder(async (cwd) => {
      writeTree(cwd, inputs(3));
      const { exit, stdout, stderr } = await runHere([command, ...operands, ...words], { cwd, env });
      expect([0, 1, 2], stderr).toContain(exit);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a command to the terminal is what is looked for
      if (!stderr.includes("\u001B[3")) expect(stdout + stderr).not.toMatch(/\u001B\[2J/);
      if (exit === 2) expect(stdout + stderr).not.toBe("");
    }),
  );
  await fc.assert(property);
});
