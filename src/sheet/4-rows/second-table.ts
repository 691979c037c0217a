import { clean, spelling } from "../../text/fold.ts";
import { isHeader } from "../2-header/find-header.ts";
import type { BoundHeader } from "../2-header/header.ts";

/**
 * Does a row below a header name columns itself? `same`: where the header names them, as at the head of another page; an ordinal: that
 * of the first column of another table, which stands beside or below the one that is read.
 */
export function headWithin({
  names,
  heads,
  targets,
  ordinals,
}: BoundHeader): (cells: readonly string[]) => "same" | number | undefined {
  const nameless = names.flatMap((name, at) => (name === "" ? [at] : []));
  const keys = [...ordinals].flatMap(([{ isKey }, ordinal]) => (isKey ? [ordinal - 1] : []));
  const isName = (text: string): boolean => text !== "" && targets.named(text) !== undefined;
  return (cells) => {
    const beside = nameless.filter((at) => isName(clean(cells[at] ?? "")));
    if (beside.length > 1) return (beside[0] as number) + 1;
    const isSomebody = keys.some((at) => {
      const text = clean(cells[at] ?? "");
      return text !== "" && !isName(text);
    });
    if (isSomebody) return undefined;
    const texts = cells.map(clean);
    if (!isHeader(texts, targets) && !namesKey(texts)) return undefined;
    return isSame(texts) ? "same" : texts.findIndex(isName) + 1;
  };

  /** Do the names of the key stand in its columns, as over people of whom other things are told? */
  function namesKey(texts: readonly string[]): boolean {
    const isKey = (at: number): boolean => targets.named(texts[at] ?? "")?.meanings.some((each) => each.isKey) ?? false;
    return keys.length > 0 && keys.every(isKey) && texts.filter(isName).length > 1;
  }

  /** Does each name stand where it stands in the header, and no other over a column that is read? */
  function isSame(texts: readonly string[]): boolean {
    const isMoved = texts.some((text, at) =>
      (targets.named(text)?.meanings ?? []).some((target) => (ordinals.get(target) ?? at + 1) !== at + 1),
    );
    const isHead = (text: string, at: number): boolean =>
      text === "" || isName(text) || heads.some((head) => spelling(head[at] ?? "") === spelling(text));
    return !isMoved && [...ordinals.values()].every((ordinal) => isHead(texts[ordinal - 1] ?? "", ordinal - 1));
  }
}
