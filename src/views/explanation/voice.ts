import type { Expression } from "../../expression/tree.ts";
import type { CellValue } from "../../model/column.ts";
import type { CandidateStep, KeyValue, ScopeValue } from "../../model/derivation-class.ts";
import type { Among, Condition, Input } from "../../model/derivation-scores.ts";
import type { Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { formatDecimal, placesNeeded } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, toKey } from "../../number/exact.ts";
import type { PeriodKind } from "../../period/period.ts";
import { periodWords } from "../../period/spoken-period.ts";
import type { Bilingual, Language } from "../../text/bilingual.ts";
import type { Say } from "../../text/phrase.ts";
import { sayIn } from "../../text/phrase.ts";
import { columnHead, columnText, identity, raterName, roleName } from "../columns.ts";
import { inWords } from "../expression/in-words.ts";
import { levelText } from "../expression/level-text.ts";
import type { Style } from "../style.ts";
import { forPeople } from "../style.ts";
import { flags, heads, nameOf, namesOf, quotaName, ruleName } from "../words.ts";

/** How an explanation speaks: one language for sentences, numbers and the rubric's own texts. */
export interface Voice {
  readonly language: Language;
  /** The kind of period that is spoken of. */
  readonly kind: PeriodKind;
  /** A phrase in the language of the reader. */
  readonly say: Say;
  readonly title: (text: Bilingual) => string;
  /** A decimal; a number without a finite one as a fraction with its decimal: `269/3 ≈ 89.666667`. */
  readonly number: (value: Exact) => string;
  /** The same without its decimal, as one of several in a calculation. */
  readonly exact: (value: Exact) => string;
  /** `10 points`. */
  readonly points: (value: Exact) => string;
  /** What a rule or a quota is called. */
  readonly name: (part: Parameters<typeof nameOf>[0]) => string;
  /** Within a sentence. */
  readonly quotas: (ids: readonly string[]) => string;
  readonly rules: (ids: readonly string[]) => string;
  /** Of a rater, or a source. */
  readonly role: (role: string) => string;
  readonly rater: (rater: string) => string;
  readonly awards: (ids: readonly string[]) => string;
  /** `A1: what · Title`. */
  readonly node: (node: Node, what: string) => string;
  readonly band: (index: number | undefined) => string;
  /** `name = value, name = value`; empty for none. */
  readonly inputs: (inputs: readonly Input[]) => string;
  /** The same of one, in words. */
  readonly input: (input: Input) => string;
  /** A condition in words, with what it looked at: `Khối khác K1 (ở đây: K2)`. */
  readonly condition: (condition: Condition) => string;
  /** `in Khối 1, Chi bộ 3`; overall for none. */
  readonly scope: (scope: readonly ScopeValue[]) => string;
  /** `Tổng điểm 89,5, A 28`. */
  readonly keys: (keys: readonly KeyValue[]) => string;
  /** Key and name. */
  readonly person: (result: CandidateStep["result"]) => string;
  /** `căn cứ: …`, or nothing. */
  readonly basis: (cite: string | undefined) => readonly string[];
}

export function createVoice(rubric: Plan, stage: Stage, language: Language): Voice {
  // Every word that a view takes from the plan is then in the reader's language.
  const plan: Plan = { ...rubric, language };
  const style = forPeople(plan);
  const say = sayIn(language);
  const title = (text: Bilingual): string => text[language];
  const number = numberIn(plan, stage, style);
  const words = inWords(plan, language, "titles");
  const band = (index: number | undefined): string =>
    index === undefined ? "" : title(stage.bands[index]?.title as Bilingual);
  const column = (at: number, value: CellValue | undefined): string => columnText(plan, at, style)(value);
  return {
    language,
    kind: stage.period,
    say,
    title,
    number,
    exact: (value) => (placesNeeded(value) === undefined ? toKey(value) : number(value)),
    points: (value) => say("{points} {points|point|points}", { points: number(value) }),
    name: (part) => nameOf(part, language),
    quotas: (ids) =>
      namesOf(stage.quotas, ids, language)
        .map((name) => quotaName(name, language))
        .join(", "),
    rules: (ids) =>
      namesOf(stage.rules, ids, language)
        .map((name) => ruleName(name, language))
        .join(", "),
    role: (role) => roleName(plan, role),
    rater: (rater) => raterName(plan, rater),
    awards: (ids) => namesOf(stage.awards, ids, language).join(", "),
    node: ({ id, title: text }, what) => `${id}: ${what}${title(text) === id ? "" : ` · ${title(text)}`}`,
    band,
    inputs: (inputs) => inputs.map((input) => `${input.name} = ${inputText(input)}${evidenceText(input)}`).join(", "),
    condition: ({ expression, inputs }) => {
      const text = words(expression);
      const [only, ...others] = inputs;
      if (!only || isJudged(only, expression)) return `${text}${only ? evidenceText(only) : ""}`;
      if (others.length === 0)
        return `${text} (${say("here: {value}", { value: inputText(only) })}${evidenceText(only)})`;
      return `${text} (${inputs.map(spoken).join(", ")})`;
    },
    input: spoken,
    scope: (scope) => {
      const values = scope
        .map(({ column: at, value }) => column(at, value) || columnHead(plan, at, style.wording))
        .join(", ");
      return scope.length === 0 ? say("overall") : say("in {values}", { values });
    },
    keys: (keys) => keys.map(({ key, value }) => `${keyName(key.by)} ${keyText(key.by, value)}`).join(", "),
    person: ({ columns }) =>
      identity(plan)
        .map((at) => column(at, columns[at]))
        .join(" "),
    basis: (cite) => basisOf(plan, cite).map((text) => `${say("basis")}: ${text}`),
  };

  function spoken(input: Input): string {
    return `${words(input.expression)} = ${inputText(input)}${evidenceText(input)}`;
  }

  function inputText({ expression, value, column: at, isBand }: Input): string {
    if (value === undefined) return say("no value");
    if (typeof value === "boolean") return title(flags[value ? "yes" : "no"]);
    if (at !== undefined) return column(at, value as CellValue);
    if (typeof value !== "string") return number(value as Exact);
    return isBand ? bandOf(value) : (levelText(plan, expression, value) ?? value);
  }

  /** The rows of logs, the items or the periods: `[log.csv:3, log.csv:7]`, `[Toán 4,5; Văn 6]`. */
  function evidenceText({ facts = [], among = [] }: Input): string {
    const texts = [facts.map(({ file, line }) => `${file}:${line}`).join(", "), among.map(amongText).join("; ")];
    return texts
      .filter(Boolean)
      .map((text) => ` [${text}]`)
      .join("");
  }

  function amongText(of: Among): string {
    if (of.kind === "period") return title(periodWords(of.period));
    const node = stage.nodes.find(({ id }) => id === of.id);
    return `${node ? title(node.title) : of.id} ${of.score === undefined ? say("no value") : number(of.score)}`;
  }

  function bandOf(id: string): string {
    const known = stage.bands.find((candidate) => candidate.id === id);
    return known ? title(known.title) : id;
  }

  function keyName(by: KeyValue["key"]["by"]): string {
    switch (by.kind) {
      case "band":
        return title(heads.band_title);
      case "total":
        return title(heads.total);
      case "unclamped":
        return title(heads.unclamped);
      case "node":
        return stage.nodes[by.index]?.id ?? "";
      case "column":
        return columnHead(plan, by.index, style.wording);
    }
  }

  function keyText(by: KeyValue["key"]["by"], value: Exact | undefined): string {
    if (value === undefined) return "–";
    return by.kind === "band" ? band(value as number) : number(value);
  }
}

/** Whether a condition is nothing but what was read, so that to say whether it holds says all: a macro does, a flag does not. */
const isJudged = ({ expression, value }: Input, condition: Expression): boolean =>
  expression.kind === "macro" && typeof value === "boolean" && [condition, notOf(condition)].includes(expression);

const notOf = (e: Expression): Expression | undefined => (e.kind === "not" ? e.of : undefined);

/** Numbers that never seem to reach a bound of a band that they do not reach. */
function numberIn({ scale }: Plan, { bands }: Stage, { decimalMark }: Style): (value: Exact) => string {
  const bounds = bands.flatMap(({ from }) => (from === undefined ? [] : [divide(from, scale)]));
  return (value) => {
    const decimal = formatDecimal(value, bounds).replace(".", decimalMark);
    return placesNeeded(value) === undefined ? `${toKey(value)} ≈ ${decimal}` : decimal;
  };
}

const basisOf = ({ basis }: Plan, cite: string | undefined): string[] =>
  basis.filter(({ id }) => id === cite).map(({ title }) => title);
