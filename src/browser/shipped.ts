import type { GivenFile } from "./messages.ts";

/** A rubric that comes with the program, and the files of its example. */
export interface Shipped {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly files: readonly GivenFile[];
}

/** As the build wrote them into the page; bytes in base64. */
export function readShipped(): readonly Shipped[] {
  const written = JSON.parse(document.getElementById("shipped-rubrics")?.textContent ?? "[]") as (Omit<
    Shipped,
    "files"
  > & {
    readonly files: readonly (Omit<GivenFile, "bytes"> & { readonly bytes: string })[];
  })[];
  return written.map(({ files, ...rubric }) => ({
    ...rubric,
    files: files.map(({ bytes, ...file }) => ({
      ...file,
      bytes: Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0)),
    })),
  }));
}
