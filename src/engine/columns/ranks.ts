import { rankBehind } from "../law/ranking.ts";

/** What is new at a place of a ranking. */
export const turn = { none: 0, run: 1, group: 2, unranked: 3 } as const;

/** Puts the ranks from a place on into an array, as far as it goes; 0: none. */
export type Ranks = (from: number, into: Int32Array) => void;

/** Places after which what counting has come to is kept. */
const spacing = 256;

/**
 * Ranks that are counted again where somebody asks, from a place shortly before: nothing is kept for each of them.
 * @param turns by place, whether a run of equals or a group begins there; nobody is ranked behind an unranked one of his group
 */
export function createRanks(turns: Uint8Array, number: "standard" | "dense"): Ranks {
  const packed = pack(turns);
  const firsts = new Int32Array(Math.ceil(turns.length / spacing));
  const ranks = new Int32Array(firsts.length);
  /** The place at which the group begins, and the rank given last. */
  const at = { first: 0, rank: 0 };

  function rankNext(place: number): number {
    const found = ((packed[place >> 2] as number) >> ((place & 3) * 2)) & 3;
    if (found === turn.unranked) return 0;
    if (found === turn.group) {
      at.first = place;
      at.rank = 0;
    }
    if (found !== turn.none) at.rank = rankBehind(at.rank, place - at.first, number);
    return at.rank;
  }

  for (let place = 0; place < turns.length; place++) {
    if (place % spacing === 0) {
      firsts[place / spacing] = at.first;
      ranks[place / spacing] = at.rank;
    }
    rankNext(place);
  }
  return (from, into) => {
    const mark = Math.floor(from / spacing);
    at.first = firsts[mark] as number;
    at.rank = ranks[mark] as number;
    for (let place = mark * spacing; place < from; place++) rankNext(place);
    for (let place = 0; place < into.length; place++) into[place] = rankNext(from + place);
  };
}

/** Four of them in a byte. */
function pack(turns: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(turns.length / 4));
  for (let place = 0; place < turns.length; place++) {
    packed[place >> 2] = (packed[place >> 2] as number) | ((turns[place] as number) << ((place & 3) * 2));
  }
  return packed;
}
