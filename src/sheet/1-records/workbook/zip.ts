import { crc32, inflateRawSync } from "node:zlib";
import type { WorkbookProblem } from "../records.ts";

/** Most bytes of all parts of a workbook that are read, unpacked: a million rows of five columns. */
const mostUnpacked = 256 << 20;
const mostParts = 10_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** Parts that hold no cells: pictures, charts and the like. */
const unread =
  /(?:^|\/)(?:media|drawings|embeddings|charts|pivotCache|externalLinks|printerSettings|Thumbnails|Pictures)\//;

/**
 * The parts of a ZIP file by their names. What a part says of its size is checked before anything is unpacked, and what comes out
 * while it is: a small file must not fill the memory.
 */
export function unzip(file: Buffer): ReadonlyMap<string, Buffer> | WorkbookProblem {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endOfDirectory) return { kind: "damaged" };
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) return { kind: "large", limit: mostUnpacked };
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  let left = mostUnpacked;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) return { kind: "damaged" };
    const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
    const [sum, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = file.readUInt32LE(at + 42);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    at += 46 + nameLength + extra + comment;
    if (unread.test(name) || name.endsWith("/")) continue;
    if ((flags & 1) === 1) return { kind: "protected" };
    if (size > left) return { kind: "large", limit: mostUnpacked };
    left -= size;
    const part = unpacked(file, start, packed, size, method);
    if (!part || crc32(part) !== sum) return { kind: "damaged" };
    parts.set(name, part);
  }
  return parts;
}

/** Undefined where the bytes are not what the directory says of them. */
function unpacked(file: Buffer, start: number, packed: number, size: number, method: number): Buffer | undefined {
  if (start + 30 > file.length || file.readUInt32LE(start) !== localEntry) return undefined;
  const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  const bytes = file.subarray(from, from + packed);
  if (bytes.length !== packed) return undefined;
  if (method === 0) return packed === size ? bytes : undefined;
  if (method !== 8) return undefined;
  try {
    const part = inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
    return part.length === size ? part : undefined;
  } catch {
    return undefined;
  }
}

/** The same parts as a ZIP file that is not packed, for readers that take only whole files. */
export function zipped(parts: ReadonlyMap<string, Buffer>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const nameBytes = Buffer.from(name, "utf8");
    const head = Buffer.alloc(30);
    head.writeUInt32LE(localEntry, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(part), 14);
    head.writeUInt32LE(part.length, 18);
    head.writeUInt32LE(part.length, 22);
    head.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(directoryEntry, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(at, 42);
    pieces.push(head, nameBytes, part);
    directory.push(entry, nameBytes);
    at += 30 + nameBytes.length + part.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, entries, end]);
}
