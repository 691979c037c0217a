import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { kindOf, reportUnreadable } from "../files/files.ts";
import { configName, projectRoot } from "../files/project-root.ts";
import type { Source } from "../text/source.ts";
import { placeOfStretch, source } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import type { Command } from "./command.ts";
import type { FlagName } from "./flags.ts";
import { environmentName, flagNames, flagOf } from "./flags.ts";

/** Defaults of flags that a project states, as their environment twins: `{ SCORE_STRICT: "true" }`. */
export interface Config {
  readonly source: Source;
  readonly defaults: Readonly<Record<string, string>>;
}

/**
 * The defaults in the nearest `score.config.yaml`, upwards from what the command is about; undefined where there is none or it
 * is empty, as it is where it only marks the root of a project. What is wrong in it is reported.
 */
export async function readConfig(
  operands: readonly string[],
  command: Command,
  diagnostics: Diagnostics,
): Promise<Config | undefined> {
  const folder = projectRoot(folderOf(operands[0]));
  if (folder === undefined) return undefined;
  const name = join(relative("", folder), configName);
  const file = fileOf(name, diagnostics);
  if (!file || !/^[^#\s]/m.test(file.text)) return undefined;
  const { readRubric } = await import("../rubric/1-read/read-rubric.ts");
  const defaults: Record<string, string> = {};
  for (const { key, keySpan, value } of readRubric(file, diagnostics)?.root.entries.values() ?? []) {
    const flag = key as FlagName;
    if (!flagNames.includes(flag) || notInConfig.has(flag)) {
      const parameters = { flag: key, suggestion: suggest(key, flagNames) };
      diagnostics.report("C146", parameters, placeOfStretch(keySpan));
      continue;
    }
    const { choices = flag === "format" ? command.formats : undefined, value: wanted, isPath } = flagOf(flag);
    const texts = (value.kind === "list" ? value.items : [value]).map((each) =>
      each.kind === "scalar" ? each.text : undefined,
    );
    const isFine = texts.every(
      (text) =>
        text &&
        (wanted === undefined ? /^(true|false)$/.test(text) : flag === "format" || (choices?.includes(text) ?? true)),
    );
    if (!isFine) {
      const expected = wanted === undefined ? "true, false" : (choices?.join(", ") ?? wanted);
      diagnostics.report("C147", { flag: key, expected }, placeOfStretch(value.span));
    } else if (flag !== "format" || texts.every((text) => command.formats?.includes(text ?? ""))) {
      defaults[environmentName(flag)] = texts.map((text = "") => (isPath ? pathFrom(folder, text) : text)).join(",");
    }
  }
  return { source: file, defaults };
}

function fileOf(name: string, diagnostics: Diagnostics): Source | undefined {
  try {
    return source(name, readFileSync(name, "utf8"));
  } catch (error) {
    reportUnreadable(name, error, diagnostics);
    return undefined;
  }
}

/** A configuration says how work is done: it asks for no help and is itself what marks the root. */
const notInConfig: ReadonlySet<FlagName> = new Set(["help", "version", "root"]);

/** Where what a command is about lies: a rubric's folder, a folder of results, or here. */
function folderOf(operand = "."): string {
  const found = operand === "-" ? undefined : kindOf(operand);
  return found === "folder" ? operand : found ? dirname(operand) : ".";
}

/** A path in the file is seen from its folder; that of a table stands behind its name. */
function pathFrom(folder: string, text: string): string {
  const [, name = "", path = ""] = /^([A-Za-z]\w*=)?(.*)$/s.exec(text) ?? [];
  return name + (isAbsolute(path) ? path : join(relative("", folder), path));
}
