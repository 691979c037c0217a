import type { GivenFile, NamedText } from "./messages.ts";

/** What comes with the program. */
export interface Shipped {
  readonly rubrics: readonly ShippedRubric[];
  /** All files of rubrics, those that others take from too. */
  readonly library: readonly NamedText[];
}

/** A rubric and the files of its example. */
export interface ShippedRubric {
  readonly name: string;
  readonly title: string;
  readonly files: readonly GivenFile[];
}

/** As the build wrote it into the page; bytes in base64. */
export function readShipped(): Shipped {
  const { rubrics, library } = JSON.parse(document.getElementById("shipped-files")?.textContent ?? "{}") as Written;
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  return {
    library,
    rubrics: rubrics.map(({ files, ...rubric }) => ({
      ...rubric,
      files: files.map(({ bytes, ...file }) => ({ ...file, bytes: bytesOf(bytes) })),
    })),
  };
}

interface Written extends Pick<Shipped, "library"> {
  readonly rubrics: readonly (Omit<ShippedRubric, "files"> & {
    readonly files: readonly (Omit<GivenFile, "bytes"> & { readonly bytes: string })[];
  })[];
}
