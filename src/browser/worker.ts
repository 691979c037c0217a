import type { Answer, Request } from "./messages.ts";
import { createWork } from "./work.ts";

/** One request after the other, beside the page, so that it never freezes. The page is told of a bug, and may ask on. */
const work = createWork();
let queue: Promise<unknown> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  queue = queue.then(async () => self.postMessage((await work(data)) satisfies Answer)).catch(reportError);
});
