import type { Related } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/source.ts";
import { placeOfStretch } from "../../text/source.ts";
import type { ListNode, MapNode, Node } from "./document.ts";
import type { Other } from "./report.ts";

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
    .map(({ at, message }) => ({ place: placeOfStretch(at), message }));
}

const changedHere = phrase("this is changed here");
const removedHere = phrase("this is removed here");

/** What was put into a part from elsewhere, and what was removed from it. */
function changesIn(node: Node, around: Stretch): Other[] {
  if (node.kind === "scalar") return [];
  const removed = (node.removals ?? []).map((at) => ({ at, message: removedHere }));
  const changed = (at: Stretch): Other => ({ at, message: changedHere });
  if (node.kind === "list") {
    const inItems = node.items.flatMap((item) =>
      isInside(item.span, around) ? changesIn(item, around) : [changed(item.span)],
    );
    return [...removed, ...inItems];
  }
  const inEntries = [...node.entries.values()].flatMap(({ keySpan, value }) => {
    if (isInside(keySpan, around)) return isInside(value.span, around) ? changesIn(value, around) : [];
    const end = value.span.source === keySpan.source ? value.span.end : 0;
    return [changed({ ...keySpan, end: Math.max(keySpan.end, end) })];
  });
  return [...removed, ...inEntries];
}

const isInside = (inner: Stretch, outer: Stretch): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

const isRoot = (holder: MapNode): boolean => holder.entries.has("schema");

function firstLine({ source, start, end }: Stretch): number {
  const length = source.text.slice(start, end).search(/[\r\n]/);
  return length < 0 ? end : start + length;
}
