import { keyIdOf } from "../../model/people.ts";
import type { Result, ResultColumns, Results } from "../../model/report.ts";
import { pagesOf } from "../../model/report.ts";
import type { Texts } from "../../text/texts.ts";
import { knownText, textAt } from "../../text/texts.ts";
import type { ByKey } from "../periods/chronicle.ts";

/** Keys that were asked for: each period asks for those of the same people. */
const texts = new WeakMap<Texts, string[]>();

function keyText(keys: Texts, id: number): string {
  const known = texts.get(keys) ?? [];
  texts.set(keys, known);
  known[id] ??= textAt(keys, id);
  return known[id] as string;
}

/** Results that are kept as columns, by key. Somebody is asked about several times in a row: the last one made is kept. */
export function resultsByKey(results: Results, columns: ResultColumns): ByKey {
  const { people, figuresAt } = columns;
  const { keys } = people;
  let places: Int32Array | undefined;
  let last: { readonly key: string; readonly result: Result | undefined } | undefined;

  /** By key its place in the results, -1 where it has none. */
  function placesOf(): Int32Array {
    const found = new Int32Array(keys.count).fill(-1);
    for (const [first, { count, profiles }] of pagesOf(columns, 0, results.length)) {
      for (let at = 0; at < count; at++) found[keyIdOf(people, profiles[at] as number)] = first + at;
    }
    return found;
  }

  function placeOf(key: string): number {
    places ??= placesOf();
    return places[knownText(keys, key)] ?? -1;
  }

  return {
    figures(key) {
      const place = placeOf(key);
      return place < 0 ? undefined : figuresAt(place);
    },
    has: (key) => placeOf(key) >= 0,
    get(key) {
      if (last?.key !== key) {
        const place = placeOf(key);
        last = { key, result: place < 0 ? undefined : results.at(place) };
      }
      return last.result;
    },
    *keys() {
      places ??= placesOf();
      for (let id = 0; id < places.length; id++) if ((places[id] as number) >= 0) yield keyText(keys, id);
    },
    *[Symbol.iterator]() {
      for (const result of results) yield [result.key, result] as const;
    },
  };
}
