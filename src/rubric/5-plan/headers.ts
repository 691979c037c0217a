import { spelling } from "../../text/fold.ts";
import type { ColumnPart, NodePart, Text } from "../2-shape/rubric.generated.ts";
import type { Conditional } from "../3-facts/circumstances.ts";
import { circumstances, exclude, under } from "../3-facts/circumstances.ts";
import type { Facts } from "../3-facts/facts.ts";
import { listOf } from "../3-facts/outline.ts";
import { hasCell } from "../3-facts/scale.ts";

/** The titles of a column or item that may stand as its header in a sheet. */
export type Titles = (part: ColumnPart | NodePart) => readonly string[];

interface Owner extends Conditional {
  readonly part: ColumnPart | NodePart;
  /** Ids and declared headers, which come before anybody's title. */
  readonly names: readonly string[];
}

/** A title is a header too, where it can mean nothing else. */
export function titlesAsHeaders(facts: Facts): Titles {
  const cases = circumstances(facts);
  const owners = new Map<string, Owner[]>();
  for (const owner of ownersIn(facts)) {
    for (const name of new Set([...owner.names, ...titles(owner.part.title)].map(spelling))) {
      owners.set(name, [...(owners.get(name) ?? []), owner]);
    }
  }
  return (part) =>
    titles(part.title).filter((title) => {
      const sharing = owners.get(spelling(title)) ?? [];
      const own = sharing.find((owner) => owner.part === part);
      return own !== undefined && sharing.every((other) => other === own || exclude(cases, own, other));
    });
}

const titles = (title: Text | undefined): readonly string[] =>
  [...new Set(typeof title === "string" ? [title] : [title?.vi, title?.en])].filter((text) => text !== undefined);

const ownersIn = ({ columns, nodes }: Facts): readonly Owner[] => [
  ...[...columns.values()].map(({ id, part }) => ({ part, under: [part], names: [id, ...listOf(part.header)] })),
  ...nodes
    .filter(({ part }) => hasCell(part))
    .map((node) => ({ part: node.part, under: under(node), names: [node.part.id, ...listOf(node.part.column)] })),
];
