import type { PeriodReport } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Concluded } from "../conclusions.ts";
import type { EngineOptions } from "../engine.ts";

/** Keeps what a computation lets go of, for the explanations that are asked for afterwards. */
export interface Witness {
  /** What else the computation was given. */
  readonly given: EngineOptions;
  /** What the engine has to be told, besides. */
  readonly hooks: Required<Pick<EngineOptions, "onConcluded" | "keepRows">> & Pick<EngineOptions, "onRating">;
  /** By name of the period, those that are not reported too. */
  readonly periods: ReadonlyMap<string, Concluded>;
}

/** `keepRows`: the keys of the subjects all of whose ratings are needed. */
export function createWitness(given: EngineOptions, keepRows: (key: string) => boolean): Witness {
  const periods = new Map<string, Concluded>();
  return {
    given,
    hooks: { onConcluded: (concluded) => periods.set(concluded.report.period, concluded), keepRows },
    periods,
  };
}

/** All periods, those that are not reported too. */
export const reportsOf = ({ periods }: Witness): PeriodReport[] => [...periods.values()].map(({ report }) => report);

/** The rows of everybody in all periods. */
export const allRows = (witness: Witness): Row[] =>
  reportsOf(witness).flatMap(({ results }) => [...results].flatMap(({ rows }) => rows));
