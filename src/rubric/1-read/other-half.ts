import type { Related } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/source.ts";
import { placeOfStretch } from "../../text/source.ts";
import type { ListNode, MapNode, Node } from "./document.ts";

/** More than that nobody reads. */
const mostChanges = 3;

/**
 * Of a map that is put together from several places, what a message about one of its parts does not show: the map itself where
 * that part was put in from elsewhere, else what was put in beside the part. Empty for a map that stands as it was written.
 */
export function otherHalf(holder: MapNode | ListNode, key: string | number): readonly Related[] {
  if (holder.kind === "list") return [];
  const entry = holder.entries.get(String(key));
  if (!entry) return [];
  const isWritten = [...holder.entries.values()].some(({ keySpan }) => isInside(keySpan, holder.span));
  // The whole of an adopting rubric has no place of its own.
  if (!isWritten || isRoot(holder)) return [];
  if (!isInside(entry.keySpan, holder.span)) {
    return [
      { place: placeOfStretch({ ...holder.span, end: firstLine(holder.span) }), message: phrase("this is changed") },
    ];
  }
  if (!isInside(entry.value.span, holder.span)) {
    return [{ place: placeOfStretch(entry.keySpan), message: phrase("it stands here as a parameter") }];
  }
  return changesIn(holder, holder.span)
    .slice(0, mostChanges)
    .map((at) => ({ place: placeOfStretch(at), message: phrase("this is changed here") }));
}

/** What was put into a part from elsewhere. */
function changesIn(node: Node, around: Stretch): Stretch[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list") {
    return node.items.flatMap((item) => (isInside(item.span, around) ? changesIn(item, around) : [item.span]));
  }
  return [...node.entries.values()].flatMap(({ keySpan, value }) =>
    isInside(keySpan, around)
      ? isInside(value.span, around)
        ? changesIn(value, around)
        : []
      : [{ ...keySpan, end: Math.max(keySpan.end, value.span.source === keySpan.source ? value.span.end : 0) }],
  );
}

const isInside = (inner: Stretch, outer: Stretch): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

const isRoot = (holder: MapNode): boolean => holder.entries.has("schema");

function firstLine({ source, start, end }: Stretch): number {
  const length = source.text.slice(start, end).search(/[\r\n]/);
  return length < 0 ? end : start + length;
}
