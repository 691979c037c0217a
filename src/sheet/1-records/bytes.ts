/** The beginning of a file, and all of it (the beginning included) as a stream. A UTF-8 byte order mark is left out. */
export interface OpenedBytes {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
  /** For a file that is not read to its end. */
  close(): Promise<void>;
}

/** Enough for twenty rows of a wide sheet; no row may be longer. */
export const headBytes = 1 << 20;
/** What is parsed at once: the records of one block are kept until it is done. */
const blockBytes = 1 << 18;

export async function openBytes(from: AsyncIterable<Uint8Array>): Promise<OpenedBytes> {
  const source = from[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const { done, value } = await source.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const joined = chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
  const start = joined[0] === 0xef && joined[1] === 0xbb && joined[2] === 0xbf ? 3 : 0;
  const head = joined.subarray(start);
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* blocks(head);
    for (let { done, value } = await source.next(); !done; { done, value } = await source.next()) yield* blocks(value);
  }
  return {
    head: head.subarray(0, headBytes),
    all: all(),
    close: async () => {
      await source.return?.();
    },
  };
}

function* blocks(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += blockBytes) yield chunk.subarray(at, at + blockBytes);
}

/** The same bytes, not copied. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
