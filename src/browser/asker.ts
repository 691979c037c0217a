import type { Language } from "../text/bilingual.ts";
import type { Answer, Wish } from "./messages.ts";

/** Asks the worker; an answer that a later question of the same kind has overtaken never comes. */
export type Ask = (wish: Wish) => Promise<Answer>;

/** @param onFault told of a bug in the worker */
export function createAsker(script: string, language: () => Language, onFault: (message: string) => void): Ask {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  const waiting = new Map<number, { readonly kind: Wish["kind"]; readonly take: (answer: Answer) => void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    asked?.take(data);
  });
  worker.addEventListener("error", ({ message }) => onFault(message));
  return (wish) => {
    for (const [id, { kind }] of waiting) if (kind === wish.kind) waiting.delete(id);
    const id = ++last;
    worker.postMessage({ ...wish, id, language: language() });
    return new Promise((take) => waiting.set(id, { kind: wish.kind, take }));
  };
}
