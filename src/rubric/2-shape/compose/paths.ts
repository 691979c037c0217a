import type { MapNode, Node } from "../../1-read/document.ts";
import { inList, inMap } from "./tree.ts";

/** What a test says with names of files; `expect` may hold figures instead. */
const filesOfTests: ReadonlySet<string> = new Set(["sheets", "tables", "history", "decisions", "expect"]);

/** A rubric whose tests name their files as they are seen from its own file: each is written as seen from the file that states it. */
export const withOwnPaths = (root: MapNode, own: string): MapNode =>
  inMap(root, ({ key, value: tests }) =>
    key === "tests" && tests.kind === "list"
      ? inList(tests, (test) =>
          test.kind !== "map"
            ? test
            : inMap(test, (entry) => (namesFiles(entry) ? moved(entry.value, own) : entry.value)),
        )
      : tests,
  );

/** A rubric whose departures name their files as they are seen from its own. */
export const withOwnDepartures = (root: MapNode, own: string): MapNode =>
  inMap(root, ({ key, value: departures }) =>
    key === "departures" && departures.kind === "list"
      ? inList(departures, (each) =>
          each.kind === "map" ? inMap(each, ({ key: of, value }) => (of === "file" ? moved(value, own) : value)) : each,
        )
      : departures,
  );

const namesFiles = ({ key, value }: { readonly key: string; readonly value: Node }): boolean =>
  filesOfTests.has(key) && !(key === "expect" && value.kind === "map");

function moved(node: Node, own: string): Node {
  if (node.kind === "map") return inMap(node, ({ value }) => moved(value, own));
  if (node.kind === "list") return inList(node, (item) => moved(item, own));
  const { source } = node.span;
  return source.name === own ? node : { ...node, text: seenFrom(own, folderOf(source.name), node.text) };
}

const folderOf = (name: string): readonly string[] => name.split(/[\\/]/).slice(0, -1);

function seenFrom(own: string, folder: readonly string[], path: string): string {
  const [from, to] = [resolved(folderOf(own)), resolved([...folder, ...path.split("/")])];
  const apart = from.findIndex((step, at) => step !== to[at]);
  const shared = apart < 0 ? from.length : apart;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Without `.`, and `..` only at its beginning. */
function resolved(steps: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (step !== "." && step !== "") kept.push(step);
  }
  return kept;
}
