import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import type { Expression, Node, StringLiteral } from "oxc-parser";
import { parseSync, Visitor } from "oxc-parser";

/** Source texts by path from the project's root, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

interface Room {
  /** Rooms it may import values and types from, with the rooms inside them; besides itself and the rooms inside it. */
  readonly imports: readonly string[];
  readonly packages?: readonly string[];
  /** Folders beside src, for data bundled into the program. */
  readonly data?: readonly string[];
  readonly builtins?: boolean;
  /** May turn numbers into doubles and doubles into text. */
  readonly floats?: boolean;
}

export type Rooms = Readonly<Record<string, Room>>;

interface Import {
  readonly specifier: string;
  readonly line: number;
}

interface Facts {
  readonly imports: readonly Import[];
  readonly floats: readonly { readonly what: string; readonly line: number }[];
  /** Texts in Vietnamese. */
  readonly vietnamese: readonly number[];
  /** Codes of diagnostics on which the program would decide. */
  readonly codes: readonly { readonly what: string; readonly line: number }[];
  readonly problems: readonly string[];
}

/** All files below src that TypeScript reads, declarations included. */
export function readSources(root: string): Files {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    const path = posix.join("src", entry.replaceAll("\\", "/"));
    if (/\.[cm]?tsx?$/.test(path)) files.set(path, readFileSync(join(root, path), "utf8"));
  }
  return files;
}

/** Generated texts, the words of views, and what people write in sheets, which the program reads. */
const speaks = /\.generated\.ts$|^src\/views\/words\.ts$|\/vocabulary\.ts$|\/encodings\//;
/** Letters of no other language that is written here. */
const vietnameseLetter = /[ăđơưạ-ỹ]/i;

/** Every breach of the rooms' rules, as `path:line: what`. */
export function breaches(files: Files, rooms: Rooms): string[] {
  if (files.size === 0) return ["src: no source files found"];
  const found: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of files) {
    const facts = readFacts(path, text);
    found.push(...facts.problems);
    const targets: string[] = [];
    graph.set(path, targets);
    const room = roomOf(path, rooms);
    const rules = Object.hasOwn(rooms, room) ? rooms[room] : undefined;
    if (rules === undefined) {
      found.push(`${path}:1: no room "${room}" is known`);
      continue;
    }
    for (const each of facts.imports) {
      const target = resolve(path, each.specifier, files);
      if (target !== undefined && files.has(target)) targets.push(target);
      const breach = judge(path, room, rooms, each, target, files);
      if (breach !== undefined) found.push(`${path}:${each.line}: ${breach}`);
    }
    if (!speaks.test(path)) {
      for (const line of facts.vietnamese) found.push(`${path}:${line}: Vietnamese belongs into messages`);
    }
    for (const code of facts.codes) found.push(`${path}:${code.line}: ${code.what} decides by a code`);
    if (rules.floats !== true) {
      for (const float of facts.floats) found.push(`${path}:${float.line}: ${float.what} makes or prints a double`);
    }
  }
  for (const cycle of cycles(graph)) found.push(`${cycle[0]}:1: cycle ${cycle.join(" → ")}`);
  return found;
}

/** The innermost room: `src/engine/rank/ties.ts` is in `engine/rank` where that is one, else in `engine`; `src/pipeline.ts` in `pipeline`. */
function roomOf(path: string, rooms: Rooms): string {
  const around = withOuter(path.replace(/^src\//, "").replace(/\.ts$/, ""));
  return around.find((name) => Object.hasOwn(rooms, name)) ?? (around.at(-1) as string);
}

/** A path and the folders around it, from the inside out. */
const withOuter = (path: string): readonly string[] => {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, steps.length - index).join("/"));
};

/** The path a relative import names (a `.js` beside a `.d.ts` is the declaration); undefined for a package. */
function resolve(from: string, specifier: string, files: Files): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  const declaration = path.replace(/\.js$/, ".d.ts");
  return files.has(declaration) ? declaration : path;
}

/** `src/sheet/2-header/targets.ts` is of phase 2: the folders of a room that data goes through are numbered. */
function phaseOf(path: string): { readonly room: string; readonly number: string } | undefined {
  const [, room = "", number = ""] = /^src\/(.+?)\/(\d)-/.exec(path) ?? [];
  return number === "" ? undefined : { room, number };
}

function judge(
  path: string,
  room: string,
  rooms: Rooms,
  { specifier }: Import,
  target: string | undefined,
  files: Files,
): string | undefined {
  const rules = rooms[room] as Room;
  if (target === undefined) return judgePackage(room, rules, specifier);
  if (!target.startsWith("src/")) {
    const folder = target.split("/")[0] ?? "";
    return rules.data?.includes(folder) ? undefined : `${room} may not import ${target}`;
  }
  if (!files.has(target)) return `${specifier} names no source file`;
  const [phase, targetPhase] = [phaseOf(path), phaseOf(target)];
  if (phase && targetPhase && phase.room === targetPhase.room && targetPhase.number > phase.number) {
    return `phase ${phase.number} of ${phase.room} may not import a later one (${target})`;
  }
  const targetRoom = roomOf(target, rooms);
  if (withOuter(targetRoom).some((name) => name === room || rules.imports.includes(name))) return undefined;
  return `${room} may not import ${targetRoom} (${target})`;
}

function judgePackage(room: string, rules: Room, specifier: string): string | undefined {
  if (isBuiltin(specifier)) return rules.builtins ? undefined : `${room} may not import ${specifier}`;
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return rules.packages?.includes(name) ? undefined : `${room} may not import the package ${name}`;
}

/** Read from the syntax tree, so that comments and strings never count and types do. */
function readFacts(path: string, text: string): Facts {
  const { program, errors } = parseSync(path, text, { sourceType: "module" });
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const imports: Import[] = [];
  const floats: { what: string; line: number }[] = [];
  const codes: { what: string; line: number }[] = [];
  const problems = errors.map((error) => `${path}:${lineAt(error.labels[0]?.start ?? 0)}: ${error.message}`);
  const add = (source: StringLiteral): void => {
    imports.push({ specifier: source.value, line: lineAt(source.start) });
  };
  const float = (what: string, start: number): void => {
    floats.push({ what, line: lineAt(start) });
  };
  const vietnamese: number[] = [];
  /** A single letter is data of a reader, no text. */
  const speak = (words: string, start: number): void => {
    if (words.length > 1 && vietnameseLetter.test(words)) vietnamese.push(lineAt(start));
  };
  /** A code is reported or handed on; whoever compares it, looks it up or lists it decides by it. */
  const code = (...nodes: readonly (Node | null)[]): void => {
    if (path.endsWith(".generated.ts")) return;
    for (const node of nodes) {
      if (node?.type !== "Literal") continue;
      const isCode =
        "regex" in node ? /^\^[SRDAC](?:\(\?:)?\d/.test(node.regex.pattern) : /^[SRDAC]\d{3}$/.test(`${node.value}`);
      if (isCode) codes.push({ what: node.raw ?? "", line: lineAt(node.start) });
    }
  };
  new Visitor({
    Literal: (node) => {
      if ("regex" in node) code(node);
      else if (typeof node.value === "string") speak(node.value, node.start);
    },
    TemplateElement: ({ value, start }) => speak(value.raw, start),
    BinaryExpression: ({ left, right }) => code(left, right),
    SwitchCase: ({ test }) => code(test),
    ArrayExpression: ({ elements }) => code(...elements),
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source);
    },
    TSImportType: (node) => add(node.source),
    ImportExpression: (node) => {
      const name = constantText(node.source);
      if (name === undefined) problems.push(`${path}:${lineAt(node.start)}: import() of a computed name`);
      else imports.push({ specifier: name, line: lineAt(node.start) });
    },
    CallExpression: ({ callee, arguments: given, start }) => {
      for (const argument of given) {
        if (argument.type === "Identifier" && argument.name === "Number") float("Number", argument.start);
      }
      if (callee.type === "MemberExpression" && callee.property.type === "Identifier") {
        if (/^(?:count|get|has|includes|indexOf|startsWith)$/.test(callee.property.name)) code(...given);
      }
      if (callee.type !== "Identifier") return;
      if (callee.name === "Number") float("Number()", start);
      if (callee.name === "require") problems.push(`${path}:${lineAt(start)}: require() hides what is imported`);
    },
    VariableDeclarator: ({ init }) => {
      if (init?.type !== "Identifier") return;
      if (init.name === "Number" || init.name === "Math") float(`${init.name} by another name`, init.start);
    },
    NewExpression: ({ callee, start }) => {
      if (callee.type === "Identifier" && callee.name === "Number") float("new Number()", start);
    },
    Identifier: ({ name, start }) => {
      if (name === "parseFloat" || name === "toFixed") float(name, start);
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      if (object.name === "Math" && property.name === "round") float("Math.round", start);
    },
  }).visit(program);
  return { imports, floats, codes, vietnamese, problems };
}

function constantText(node: Expression): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** One closed path for each edge that leads back to a file still being visited. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    trail.push(path);
    for (const target of graph.get(path) ?? []) {
      const since = trail.indexOf(target);
      if (since >= 0) found.push([...trail.slice(since), target]);
      else if (!done.has(target)) visit(target);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) if (!done.has(path)) visit(path);
  return found;
}
