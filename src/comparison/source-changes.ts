import type { Receipt } from "../archive/receipt.ts";
import { compareText } from "../text/order.ts";

/** What two result sets rest on that is not the same. */
export type SourceChange =
  | { readonly kind: "rubric"; readonly old: string; readonly new: string }
  | { readonly kind: "changed" | "added" | "removed"; readonly file: string }
  | { readonly kind: "score"; readonly old: string; readonly new: string }
  | { readonly kind: "parameter"; readonly parameter: string; readonly old: string; readonly new: string }
  | { readonly kind: "flag"; readonly flag: string; readonly old: string; readonly new: string };

/** The differences of two receipts; none of them means that the same went in. */
export function sourceChanges(old: Receipt, now: Receipt): readonly SourceChange[] {
  const names = [old, now].map(({ rubric }) => `${rubric.id} ${rubric.version}`) as [string, string];
  const flags = [...new Set([...Object.keys(old.flags), ...Object.keys(now.flags)])].filter(
    (flag) => !printing.has(flag),
  );
  return [
    ...(names[0] === names[1] ? [] : [{ kind: "rubric", old: names[0], new: names[1] } as const]),
    ...parameterChanges(old.rubric.parameters, now.rubric.parameters),
    ...fileChanges(old.rubric.files, now.rubric.files),
    ...fileChanges(old.inputs, now.inputs),
    ...flags.sort().flatMap((flag): SourceChange[] => {
      const [before, after] = [flagText(old.flags[flag]), flagText(now.flags[flag])];
      return before === after ? [] : [{ kind: "flag", flag, old: before, new: after }];
    }),
    ...(old.score === now.score ? [] : [{ kind: "score", old: old.score, new: now.score } as const]),
  ];
}

type Values = Readonly<Record<string, string>>;

/** Parameters with another value; one that is not there has none. */
export function parameterChanges(old: Values = {}, now: Values = {}): SourceChange[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].sort(compareText).flatMap((parameter) => {
    const [before, after] = [old, now].map(
      (values) => (Object.hasOwn(values, parameter) ? values[parameter] : "") ?? "",
    );
    return before === after ? [] : [{ kind: "parameter", parameter, old: before ?? "", new: after ?? "" } as const];
  });
}

/** Flags that only say how results are printed. */
const printing: ReadonlySet<string> = new Set(["format", "columns", "drop-columns"]);

interface File {
  readonly name: string;
  readonly sha256: string;
}

/** A file of another name with the same bytes was renamed, which changes nothing. */
function fileChanges(old: readonly File[], now: readonly File[]): SourceChange[] {
  const rest = (from: readonly File[], without: readonly File[]): File[] =>
    from.filter(({ sha256 }) => !without.some((file) => file.sha256 === sha256));
  const [gone, come] = [rest(old, now), rest(now, old)];
  const changed = come.filter(({ name }) => gone.some((file) => file.name === name)).map(({ name }) => name);
  const others = (files: readonly File[]) => files.map(({ name }) => name).filter((name) => !changed.includes(name));
  return [
    ...changed.map((file) => ({ kind: "changed", file }) as const),
    ...others(come).map((file) => ({ kind: "added", file }) as const),
    ...others(gone).map((file) => ({ kind: "removed", file }) as const),
  ];
}

const flagText = (value: Receipt["flags"][string] | undefined): string =>
  value === undefined ? "" : value === true ? "yes" : typeof value === "string" ? value : value.join(",");
