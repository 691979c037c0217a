import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import type { Voice } from "./voice.ts";

/** A score that left the limits of its item or area, and what it is for that. */
export function cutLine(from: Exact, to: Exact, { say, number }: Voice): Line {
  const limits = { from: number(from), to: number(to) };
  const words =
    compare(to, from) > 0
      ? say("{from} raised to the least of {to}", limits)
      : say("{from} cut to the max of {to}", limits);
  return line(words);
}
