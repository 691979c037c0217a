import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Batch, BatchTaker } from "../../model/batch.ts";
import { batchRows, createBatch, rangeOf } from "../../model/batch.ts";
import { showKey } from "../../model/keys.ts";
import type { People } from "../../model/people.ts";
import { columnsOf, createPeople, keyAt, keyIdOf, settlePeople } from "../../model/people.ts";
import { rowKeyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport } from "../../model/report.ts";
import type { Row, RowHead } from "../../model/row.ts";
import type { Period } from "../../period/period.ts";
import { grown, internText } from "../../text/texts.ts";
import { createOfficialScore, reportDoubled } from "../official.ts";
import type { PreparedStage } from "../stage.ts";
import type { PerSubject, SubjectOptions, Subjects } from "../subjects.ts";
import { classedByRows, entryOf } from "../subjects.ts";
import { createGroups } from "./column-groups.ts";
import type { Setting } from "./conclude.ts";
import { concludeColumns } from "./conclude.ts";
import { count as numbers } from "./gather.ts";
import { createKernelScoring } from "./kernel-scoring.ts";
import { createLawScoring } from "./law-scoring.ts";
import type { Ledger } from "./ledger.ts";
import {
  closeLedgers,
  enterBatch,
  forgetPlainCells,
  ledgersFor,
  numberOf,
  profilesOf,
  putRow,
  rowAt,
} from "./ledger.ts";
import { isPlainScoring } from "./plain-plan.ts";
import { createPlainResults } from "./plain-results.ts";
import { createWorkspace } from "./workspace.ts";

/** Subjects of whom one row each is the official score, kept as columns. */
export interface ColumnSubjects extends Subjects {
  readonly taker: BatchTaker;
  readonly setting: Setting;
  /** Undefined where a period has to be concluded row by row. */
  conclude(period: Period): Pick<PeriodReport, "results" | "quotas" | "awards"> | undefined;
}

/** For a plan that {@link isPlain}. */
export function createColumns(
  plan: Plan,
  prepared: PreparedStage,
  diagnostics: Diagnostics,
  options: SubjectOptions,
  rowsAtOnce = batchRows,
): ColumnSubjects {
  const { stage } = plan;
  const width = 1 + Math.max(-1, ...stage.nodes.map(({ body }) => (body.kind === "item" ? (body.cell ?? -1) : -1)));
  const batch = createBatch(width, needsWideCells(plan), rowsAtOnce);
  const people = createPeople(plan);
  const names: string[] = [];
  /** By the number of a period's name. */
  const ledgers: Ledger[] = [];
  const createLedger = ledgersFor(people, batch);
  const scoring = (isPlainScoring(stage) ? createKernelScoring : createLawScoring)(plan, prepared, people, width);
  const score = createOfficialScore(plan, prepared);
  const seen = createSeen();
  const setting: Setting = { groupsOf: createGroups(people), workspace: createWorkspace(), concluded: new Map() };
  let isClosed = false;
  /** First rows of their subjects that were left out. */
  const broken: PerSubject<RowHead> = new Map();

  /** @returns the rows that are left out, as their subject had one in their period before */
  function takeBatch(): readonly number[] {
    const doubled = seen.enter(batch, people);
    for (const at of doubled) contradict(headIn(batch, at));
    leaveOut(batch, doubled);
    enterBatch(ledgers, batch);
    batch.count = 0;
    return doubled;
  }

  /** Somebody has a second row in a period. */
  function contradict(row: RowHead): void {
    const { key, period } = row;
    const place = rowKeyPlace(plan, row);
    if (diagnostics.keeps("A201", place.file)) reportDoubled(plan, diagnostics, firstRow(row), row);
    else diagnostics.report("A201", { key: showKey(key), period, wider: undefined }, place);
    options.onContradiction(row, "A201");
  }

  /** The row of a subject and period that came first. */
  function firstRow({ key, period }: RowHead): RowHead {
    const left = broken.get(period)?.get(key);
    if (left) return left;
    const [id, number] = [internText(people.keys, key), names.indexOf(period)];
    const ledger = ledgers[number] as Ledger;
    const profile = profilesOf(ledger);
    for (let at = 0; at < ledger.count; at++) {
      if (keyIdOf(people, profile[at] as number) === id) return rowAt(ledger, at);
    }
    const { profiles, periods } = batch;
    return headIn(
      batch,
      profiles.findIndex((profile, at) => keyIdOf(people, profile) === id && periods[at] === number),
    );
  }

  function headIn({ profiles, periods, lines, sheet }: Batch, at: number): RowHead {
    const profile = profiles[at] as number;
    const period = names[periods[at] as number] as string;
    return {
      key: keyAt(people, profile),
      period,
      sheet,
      line: lines[at] as number,
      columns: columnsOf(people, profile),
    };
  }

  function periodNumber(name: string): number {
    const number = numberOf(names, name);
    ledgers[number] ??= createLedger(name);
    return number;
  }

  function add(row: Row): void {
    const period = periodNumber(row.period);
    if (batch.count === rowsAtOnce || (batch.count > 0 && batch.sheet !== row.sheet)) takeBatch();
    batch.sheet = row.sheet;
    if (putRow(batch, people, row, period)) return;
    const last = batch.count - 1;
    if (takeBatch().includes(last)) return;
    const { apart, count } = ledgers[period] as Ledger;
    apart.set(count - 1, row);
  }

  const taker: BatchTaker = { people, batch, takeBatch, periodNumber };
  const complete = (): void => {
    if (batch.count > 0) takeBatch();
  };
  return {
    taker,
    setting,
    add,
    addBroken(row) {
      complete();
      const isFirst = seen.mark(periodNumber(row.period), internText(people.keys, row.key));
      if (isFirst) entryOf(broken, row, () => row);
      else contradict(row);
    },
    // One that was named and has no rows is none.
    periods: () => ledgers.filter(({ count }) => count > 0).map(({ period }) => period),
    close() {
      if (isClosed) return;
      isClosed = true;
      complete();
      settlePeople(people);
      closeLedgers(ledgers);
    },
    scored({ name }) {
      const ledger = ledgers[names.indexOf(name)];
      return ledger ? Array.from(numbers(ledger.count), (at) => score(rowAt(ledger, at))) : [];
    },
    conclude(period) {
      const ledger = ledgers[names.indexOf(period.name)];
      const isDecided = prepared.surroundings.decisions.in(period.name).length > 0;
      if (!ledger || ledger.count === 0 || isDecided || !scoring.settle(ledger)) return undefined;
      return concludeColumns(setting, {
        prepared,
        period,
        roster: ledger,
        scoring,
        judge: (row) => classedByRows(prepared, period, score(rowAt(ledger, row))),
        plain: scoring.alone && createPlainResults(stage, ledger, scoring.alone),
        forgetScores: () => forgetPlainCells(ledger),
      });
    },
  };
}

/** Whether a number of some cell may be larger than the narrow arrays hold. */
function needsWideCells({ stage }: Plan): boolean {
  const [least, most] = rangeOf(new Int16Array());
  return stage.nodes.some(({ max, min }) => (max as number) > most || min === "none" || (min as number) < least);
}

/** Which keys have a row in which periods. */
function createSeen() {
  /** By period a bit for each key. */
  const byPeriod: Uint8Array[] = [];
  /** Enters a row. @returns whether it is the first of its subject in its period */
  function mark(period: number, key: number): boolean {
    const place = key >> 3;
    let keys = byPeriod[period];
    if (keys === undefined || place >= keys.length) {
      keys = grown(keys ?? new Uint8Array(), Math.max(128, place * 2));
      byPeriod[period] = keys;
    }
    const before = keys[place] as number;
    keys[place] = before | (1 << (key & 7));
    return keys[place] !== before;
  }
  return {
    mark,
    /** Enters the rows of a batch. @returns those whose subject had a row in their period before */
    enter({ count, periods, profiles }: Batch, people: People): number[] {
      const doubled: number[] = [];
      for (let row = 0; row < count; row++) {
        if (!mark(periods[row] as number, keyIdOf(people, profiles[row] as number))) doubled.push(row);
      }
      return doubled;
    },
  };
}

/** Takes rows out of a batch. */
function leaveOut(batch: Batch, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const { lines, periods, profiles, marked, cells, width } = batch;
  let to = 0;
  for (let row = 0; row < batch.count; row++) {
    if (rows.includes(row)) continue;
    for (const column of [lines, periods, profiles, marked]) column[to] = column[row] as number;
    cells.copyWithin(to * width, row * width, (row + 1) * width);
    to++;
  }
  batch.count = to;
}
