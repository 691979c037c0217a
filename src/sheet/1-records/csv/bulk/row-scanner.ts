import type { PlainColumn } from "./plain-columns.ts";
import { scannerModule } from "./scanner/scanner.generated.ts";

/**
 * What takes rows of CSV apart: a WebAssembly module, as V8 has to be taught a long time before it makes code of TypeScript that is as
 * fast. There is one for all sheets: what it tells of some rows holds until it is asked of others.
 */
export interface RowScanner {
  /** All of its memory, and the same to be read by more bytes at once. */
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Four numbers for each row: where it ends, line ends within, 1 where it has a number, how many cells were found up to its last. */
  readonly rows: Int32Array;
  /** Four numbers for each cell that is to be understood: its column, its start, its end, its hash as in `text/texts.ts`. */
  readonly found: Int32Array;
  /** Numbers of the rows in units, as the cells of a batch: these are its whole numbers of each width. */
  readonly wide: Int32Array;
  readonly narrow: Int16Array;
  /** Rows of a sheet with so many columns that it takes at once. */
  mostRows(columns: number): number;
  /** Says how the columns of a sheet are read, see {@link columnsForScanner}. */
  describe(columns: Int32Array): void;
  /** Takes in whole rows of `bytes[start, end)`, as many as there is room for. @returns where they end; `start` where no row fits */
  put(bytes: Buffer, start: number, end: number): number;
  /** Where the first byte stands that was put. */
  readonly first: number;
  /**
   * Scans rows of [start, end) of its memory up to one that only the general reader knows to read; `width` numbers belong to a row.
   * @returns how many rows
   */
  scan(
    start: number,
    end: number,
    delimiter: number,
    columns: number,
    width: number,
    isWide: number,
    most: number,
  ): number;
}

/** Numbers that describe a column. */
const width = 16;
/** Of alike columns; the scanner knows no more of them. */
const mostGroups = 256;
const kinds = { unused: 0, watched: 1, counting: 2, cell: 2, text: 3, learned: 3, points: 4 } as const;
const lineFeed = 0x0a;

/** The columns of a sheet as the scanner knows them, told anew each time, as more decimal marks may be known. */
export function columnsForScanner(columns: readonly PlainColumn[]): () => Int32Array {
  const described = new Int32Array(columns.length * width);
  const groups = new Map<string, number>();
  const marked = columns.flatMap((column, at) => {
    const points = column.kind === "cell" ? column.points : undefined;
    described[at * width] = kinds[column.kind];
    if (column.kind !== "cell" || !points) return [];
    const { units, min, max, grain, isKnown } = points;
    const alike = [...units, grain].join(" ");
    const group = groups.get(alike) ?? groups.size;
    if (group === mostGroups) return [];
    groups.set(alike, group);
    described.set([kinds.points, column.cell, 0, ...units, min, max, grain, group], at * width);
    return [{ place: at * width + 2, isKnown }];
  });
  return () => {
    for (const { place, isKnown } of marked) described[place] = (isKnown(".") ? 1 : 0) | (isKnown(",") ? 2 : 0);
    return described;
  };
}

let scanner: RowScanner | "none" | undefined;

/** Undefined for a sheet of more columns than it knows, and where no module runs. */
export function rowScanner(columns: number): RowScanner | undefined {
  scanner ??= scannerIfAllowed();
  return scanner !== "none" && scanner.mostRows(columns) > 0 ? scanner : undefined;
}

/**
 * Node with `--jitless` has no WebAssembly; a page may forbid it; and each memory reserves some 10 GB of addresses, more than a process has
 * under `ulimit -v`. Rows are read one by one then, with the same results.
 */
function scannerIfAllowed(): RowScanner | "none" {
  if (!("WebAssembly" in globalThis)) return "none";
  try {
    return createScanner(globalThis as unknown as WithModules);
  } catch {
    return "none";
  }
}

/** What the types of Node leave out. */
interface WithModules {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** As in scanner/scan.ts. */
interface Exports extends Record<`${"columns" | "bytes" | "known" | "rows" | "found" | "numbers"}At`, Constant> {
  readonly mostColumns: Constant;
  readonly mostBytes: Constant;
  readonly mostRows: Constant;
  readonly mostCells: Constant;
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly scan: RowScanner["scan"];
}

interface Constant {
  readonly value: number;
}

function createScanner({ WebAssembly }: WithModules): RowScanner {
  const module = new WebAssembly.Module(Buffer.from(scannerModule, "base64"));
  const made = new WebAssembly.Instance(module).exports as Exports;
  const { buffer } = made.memory;
  const [first, most, cells] = [made.bytesAt.value, made.mostBytes.value, made.mostCells.value];
  const ints = (from: Constant, to: Constant): Int32Array =>
    new Int32Array(buffer, from.value, (to.value - from.value) / 4);
  const bytes = Buffer.from(buffer);
  const columns = ints(made.columnsAt, made.bytesAt);
  const known = ints(made.knownAt, made.rowsAt);
  return {
    bytes,
    view: new DataView(buffer),
    rows: ints(made.rowsAt, made.foundAt),
    found: ints(made.foundAt, made.numbersAt),
    wide: new Int32Array(buffer, made.numbersAt.value, cells),
    narrow: new Int16Array(buffer, made.numbersAt.value, cells),
    mostRows: (count) =>
      count > made.mostColumns.value ? 0 : Math.min(made.mostRows.value, Math.floor(cells / count)),
    describe(described) {
      columns.set(described);
      known.fill(0);
    },
    first,
    put(from, start, end) {
      const limit = Math.min(end, start + most);
      const stop = limit === end ? end : from.lastIndexOf(lineFeed, limit - 1) + 1;
      if (stop <= start) return start;
      from.copy(bytes, first, start, stop);
      return stop;
    },
    scan: made.scan,
  };
}
