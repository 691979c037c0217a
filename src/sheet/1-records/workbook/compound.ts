/** A compound file ([MS-CFB]): a small file system in sectors, whose tables say which sector follows which. */
interface Sectors {
  readonly size: number;
  /** By number of a sector: that of the next one. */
  readonly next: readonly number[];
  bytes(sector: number): Buffer;
}

const [entrySize, noEntry] = [128, 0xffffffff];
/** From here on a number is no sector's but says something else: that a chain ends, that a sector is free. */
const firstMark = 0xfffffffa;
/** Sectors of the table that stand in the header. */
const inHeader = 109;

/**
 * The streams in the root of a compound file, each by its name in capitals; undefined for a damaged file. A chain of sectors that
 * goes round in a circle is damaged too: whoever followed it would never end.
 */
export function rootStreams(file: Buffer): ((name: string) => Buffer | "damaged" | undefined) | undefined {
  const shift = file.length >= 512 ? file.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return undefined;
  const whole = sectorsOf(file, 1 << shift);
  const directory = whole && chained(whole, file.readUInt32LE(48));
  if (!directory) return undefined;
  const root = entryAt(directory, 0);
  const small = root && smallSectors(file, whole, root);
  const entries = root && siblings(directory, root.child);
  if (!small || !entries) return undefined;
  const leastWhole = file.readUInt32LE(56);
  return (name) => {
    const entry = entries.find((each) => each.isStream && each.name === name);
    return entry && (chained(entry.size < leastWhole ? small : whole, entry.start, entry.size) ?? "damaged");
  };
}

/** What stands in a chain of sectors, `size` bytes of it; undefined where there are fewer, or no end. */
function chained({ next, bytes }: Sectors, start: number, size?: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let sector = start; sector < firstMark && size !== 0; sector = next[sector] ?? firstMark) {
    if (pieces.length > next.length) return undefined;
    pieces.push(bytes(sector));
  }
  const all = Buffer.concat(pieces);
  return size !== undefined && all.length < size ? undefined : all.subarray(0, size);
}

function sectorsOf(file: Buffer, size: number): Sectors | undefined {
  const count = Math.ceil(file.length / size) - 1;
  const bytes = (sector: number): Buffer => file.subarray((sector + 1) * size, (sector + 2) * size);
  const tables = numbersIn(file.subarray(76, 76 + 4 * inHeader));
  const perSector = size / 4 - 1;
  let seen = 0;
  for (let more = file.readUInt32LE(68); more < firstMark; seen++) {
    const numbers = numbersIn(bytes(more));
    if (numbers.length <= perSector || seen > count) return undefined;
    tables.push(...numbers.slice(0, perSector));
    more = numbers[perSector] as number;
  }
  const next: number[] = [];
  for (const table of tables) {
    if (next.length >= count) break;
    if (table < firstMark) next.push(...numbersIn(bytes(table)));
  }
  return { size, next, bytes };
}

/** Short streams share sectors of the root's own stream, cut into smaller ones. */
function smallSectors(file: Buffer, whole: Sectors, root: Entry): Sectors | undefined {
  const size = 64;
  const table = chained(whole, file.readUInt32LE(60));
  const shared = chained(whole, root.start, root.size);
  if (!table || !shared) return undefined;
  return { size, next: numbersIn(table), bytes: (sector) => shared.subarray(sector * size, (sector + 1) * size) };
}

function numbersIn(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(4 * at));
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly before: number;
  readonly behind: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function entryAt(directory: Buffer, at: number): Entry | undefined {
  const bytes = directory.subarray(at * entrySize, (at + 1) * entrySize);
  if (bytes.length < entrySize) return undefined;
  const [before, behind, child, start, size] = [68, 72, 76, 116, 120].map((offset) => bytes.readUInt32LE(offset)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const name = bytes.toString("utf16le", 0, Math.max(0, Math.min(64, bytes.readUInt16LE(64)) - 2)).toUpperCase();
  return { name, isStream: bytes[66] === 2, before, behind, child, start, size };
}

/** The entries of one folder, which stand in a tree. */
function siblings(directory: Buffer, first: number): readonly Entry[] | undefined {
  const seen = new Map<number, Entry>();
  const open = [first];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === noEntry || seen.has(at)) continue;
    const entry = entryAt(directory, at);
    if (!entry) return undefined;
    seen.set(at, entry);
    open.push(entry.before, entry.behind);
  }
  return [...seen.values()];
}
