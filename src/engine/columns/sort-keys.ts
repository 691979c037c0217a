import type { Values } from "../../model/people.ts";
import { leftOut } from "../../model/report.ts";
import type { SortKey } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import type { ClassedSubject } from "../law/result.ts";
import { pagesUpTo } from "./pages.ts";
import type { Roster } from "./roster.ts";
import { noBand, numberIn } from "./roster.ts";
import type { Scoring } from "./scoring.ts";
import type { Workspace } from "./workspace.ts";

/** What the rows of a period are put in order by, as whole numbers: the lower the better. */
export interface SortKeys {
  /** By key, then by row; undefined where one is no whole number for somebody who has a total. */
  of(keys: readonly SortKey[], bands: Uint8Array): readonly Int32Array[] | undefined;
}

export function createSortKeys<R extends Roster>(
  roster: R,
  scoring: Scoring<R>,
  judge: (row: number) => ClassedSubject,
  workspace: Workspace,
): SortKeys {
  const known = new Map<string, Int32Array | undefined>();
  const turnedKeys = new Map<string, Int32Array>();

  /** What a key reads of each row, before it is turned. */
  function valuesOf({ kind, ...by }: SortKey["by"], bands: Uint8Array): Roster["total"] | undefined {
    if (kind === "band") return put(bands, -1, workspace("bands", bands.length));
    if (kind === "total") return roster.total;
    if (kind === "column") return valuesIn((by as { index: number }).index, bands);
    const id = `${kind} ${"index" in by ? by.index : ""}`;
    if (!known.has(id)) known.set(id, scoresOf(kind === "unclamped" ? undefined : (by as { index: number }).index));
    return known.get(id);
  }

  /** Of a plan column: the places of its values in their order. */
  function valuesIn(column: number, bands: Uint8Array): Int32Array | undefined {
    const { values: all, profiles } = roster.people;
    const list = (all[column] as Values).list as readonly Exact[];
    const places = new Int32Array(list.length);
    for (const [place, id] of [...list.keys()].sort((a, b) => compare(list[a] as Exact, list[b] as Exact)).entries()) {
      places[id] = place;
    }
    const values = workspace(`column ${column}`, roster.count);
    for (let at = 0; at < roster.count; at++) {
      const profile = roster.profile[at] as number;
      const id = profiles[profile * all.length + column] as number;
      if (id >= 0) values[at] = places[id] as number;
      else if (bands[at] !== noBand) return undefined;
    }
    return values;
  }

  /** Of a node, or the total before its limit. */
  function scoresOf(node: number | undefined): Int32Array | undefined {
    const values = workspace(`scores ${node}`, roster.count);
    for (const page of pagesUpTo(roster.count)) {
      scoring.page(roster, page, node === undefined ? [] : [node]);
      const scores = node === undefined ? scoring.unclamped : (scoring.nodes[node] as Int32Array);
      for (let at = 0; at < page.length; at++) {
        const row = page[at] as number;
        const value = valueAt(node, row, scores[at] as number);
        if (value === undefined) return undefined;
        values[row] = value;
      }
    }
    return values;
  }

  /** `plain`: what is found on the page of a row. Who has no total is compared with nobody. */
  function valueAt(node: number | undefined, row: number, plain: number): number | undefined {
    if (roster.marked[row] === 0) return plain === leftOut ? 0 : plain;
    if (roster.band[row] === noBand) return 0;
    const { scores, unclamped } = judge(row).classed;
    const units = node === undefined ? unclamped : scores[node];
    return units === undefined ? undefined : numberIn(roster, units);
  }

  return {
    of(keys, bands) {
      const turned: Int32Array[] = [];
      for (const { by, ascending } of keys) {
        const values = valuesOf(by, bands);
        if (!values) return undefined;
        // Nobody without a class is compared with anybody.
        const id = `${by.kind} ${"index" in by ? by.index : ""} ${ascending}`;
        // Bands change from quota to quota, but never who has one.
        const before = by.kind === "band" ? undefined : turnedKeys.get(id);
        const key = before ?? put(values, ascending ? 1 : -1, workspace(`key ${id}`, values.length));
        if (!before) for (let at = 0; at < bands.length; at++) if (bands[at] === noBand) key[at] = 0;
        turnedKeys.set(id, key);
        turned.push(key);
      }
      return turned;
    },
  };
}

/** Puts numbers, with their signs turned or as they are. */
function put(values: Roster["total"] | Uint8Array, sign: 1 | -1, into: Int32Array): Int32Array {
  for (let at = 0; at < values.length; at++) into[at] = sign * (values[at] as number);
  return into;
}
