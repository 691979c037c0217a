/** What a run of the program may see and do besides files, so that tests can run it within their own process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  /**
   * Resolves when more may be written.
   * @throws {ReaderGone} when nobody reads any longer
   * @throws {OutputFailed} when the system refuses, as for a full disk
   */
  write(data: string | Uint8Array): Promise<void>;
  readonly isTTY: boolean;
  /** Characters in a line of the terminal. */
  readonly columns?: number;
}

/** The reader of our output has gone, as `| head` does when it has seen enough. No mistake of anybody. */
export class ReaderGone extends Error {}

/** What a file took no more of. `code` is the system's: `ENOSPC`. */
export class OutputFailed extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`output failed: ${code}`);
    this.code = code;
  }
}
