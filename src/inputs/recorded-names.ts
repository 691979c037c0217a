import { relative, resolve } from "node:path";
import type { Basis } from "../archive/basis.ts";
import { isWithin } from "../files/files.ts";
import { recordedName } from "../files/recorded-name.ts";
import { compareText } from "../text/order.ts";

/**
 * The same files with what a receipt calls them: the way from the current folder, however that was spelled. Of files elsewhere so many
 * last parts stay that no two of a kind have one name; the rest says something of a machine and nothing of the file. They are read in the
 * order in which a receipt lists them, so that who computes from that has every row in the same place.
 */
export function withRecordedNames(basis: Basis): Basis {
  const { rubric, sheets, beside } = basis;
  const { decisions, tables, corrections } = beside;
  return {
    ...basis,
    // Spread, it would be hashed at once.
    rubric: Object.assign(rubric, { recorded: recorded([{ name: rubric.name }])[0]?.recorded }),
    sheets: recorded(sheets),
    beside: {
      ...beside,
      decisions: recorded(decisions),
      tables: recorded(tables),
      ...(corrections && { corrections: recorded(corrections) }),
    },
  };
}

type Named = { readonly name: string; readonly tab?: string };

function recorded<F extends Named>(files: readonly F[]): readonly (F & { readonly recorded: string })[] {
  const folder = process.cwd();
  const parts = files.map(({ name }) => resolve(name).split(/[/\\]/).slice(1));
  const apart = new Set(files.map(({ name }) => name)).size;
  for (let length = 1; ; length++) {
    const names = files.map(({ name }, at) => {
      if (name.startsWith("<")) return name;
      const file = resolve(name);
      const isHere = file !== folder && isWithin(folder, file);
      return recordedName(isHere ? relative(folder, file) : (parts[at] ?? []).slice(-length).join("/"));
    });
    if (new Set(names).size === apart || parts.every((each) => each.length <= length)) {
      return files
        .map((file, at) => ({ ...file, recorded: names[at] as string }))
        .sort((a, b) => compareText(a.recorded, b.recorded) || compareText(a.tab ?? "", b.tab ?? ""));
    }
  }
}
