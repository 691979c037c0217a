import type { Draw } from "./draw.ts";

/** What a condition may ask for: numbers with the largest value worth comparing with, and bands where they are known. */
export interface Vocabulary {
  readonly numbers: readonly { readonly name: string; readonly most: number }[];
  /** Conditions over choices, flags and lists, ready to stand in a rubric. */
  readonly facts: readonly string[];
  readonly bands: readonly string[];
}

/** Columns that every generated rubric has, beside its key. */
export const columns = {
  chi_bo: { type: "text", required: true, header: ["Chi bộ", "Đơn vị"] },
  khoi: {
    type: "choice",
    values: ["k1", "k2", "k3"],
    default: "k1",
    header: "Khối",
    labels: { k1: ["Khối một", "K.1"], k2: "Vắng", k3: "Vàng" },
  },
  lanh_dao: { type: "flag", default: false, header: "Lãnh đạo" },
  vi_pham: { type: "number", min: 0, max: 6, default: 0, header: ["Số lần vi phạm"] },
  giao: { type: "number", min: 0, max: 20, default: 4, header: "Được giao" },
  lam: { type: "number", min: 0, max: 30, required: true, header: "Đã làm" },
  vao: { type: "date", default: "2025-08-31" },
  vu: { type: "text", default: "" },
  phu_trach: { type: "number", min: 0, max: 5, required: true, when: "lanh_dao" },
} as const;

export const columnNumbers = [
  { name: "vi_pham", most: 6 },
  { name: "giao", most: 20 },
  { name: "lam", most: 30 },
] as const;

export const columnFacts = [
  "lanh_dao",
  "lanh_dao && phu_trach > 2",
  'khoi == "k1"',
  'khoi != "k2"',
  'chi_bo == "cb1"',
  "months(vao, period_end) < 6",
  "days(vao, period_start) > 100",
  "vao > period_start",
  'period != "2026-Q2"',
] as const;

/** What a condition of a row or of a longer period may ask of the log. */
export const logFacts = [
  "sum(so, diem) > 2",
  'count(so, n, n.loi == "muon" && n.ngay > period_start) >= 2',
  'so.exists(n, n.diem > 1 && n.loi != "muon") || size(so) > 3',
] as const;

/** What a condition may ask of somebody's last periods; `most`: the most points. */
export const recentFacts = (most: number): string[] => [
  "sum(recent(3), vi_pham) >= 5",
  `count(recent(4), p, p.total >= ${most / 2} || p.lanh_dao) >= 2`,
  'recent(2).exists(p, p.rank == 1 && p.khoi != "k3")',
  "size(recent(3)) < 2",
  `count(recent(3), p, p.state == "rated" && p.total < ${most / 2}) >= 2`,
];

/** What is known of them once this one has a band; `rules` and `awards`: those that there are. */
export const lateFacts = (draw: Draw, bands: readonly string[], rules: Ids, awards: Ids = []): string[] => [
  `count(recent(3), p, ${bandAtom(draw, "p.band", bands)}) >= 2`,
  'recent(2).all(p, p.state == "rated")',
  ...rules.slice(0, 1).map(({ id }) => `recent(3).exists(p, "${id}" in p.rules)`),
  ...awards.slice(0, 1).map(({ id }) => `size(recent(2)) == 2 && recent(2).exists(p, "${id}" in p.awards)`),
];

type Ids = readonly Readonly<Record<string, unknown>>[];

/** A log of offences. */
export const tables = {
  so: {
    of: "subject",
    period: "ngay",
    columns: {
      ngay: { type: "date" },
      loi: { type: "choice", values: ["muon", "vang"], required: true },
      diem: { type: "number", min: 0, max: 3, default: 1 },
    },
  },
} as const;

/** Tables whose rows have a key, have none, and have one in each period. */
export const lookUpTables = {
  don_vi: {
    key: "dv",
    columns: {
      dv: { type: "text", required: true },
      muc: { type: "band", required: true },
      ty_le: { type: "number", min: 0, max: 100, default: 50 },
    },
  },
  doi: {
    columns: { cua: { type: "text", required: true }, diem: { type: "number", min: 0, max: 10, default: 2 } },
  },
  ky: {
    key: "dv",
    period: "khi",
    columns: {
      khi: { type: "text" },
      dv: { type: "text", required: true },
      diem: { type: "number", min: 0, max: 10, required: true },
    },
  },
} as const;

/** What a condition may ask of them; `prefix` stands before a column. */
export const lookUpFacts = (prefix: string): string[] => [
  `${prefix}chi_bo in don_vi && don_vi[${prefix}chi_bo].ty_le > 50`,
  `doi.exists(m, m.cua == ${prefix}chi_bo && m.diem > 4)`,
  `size(doi) > 1 && doi.all(m, m.cua != ${prefix}chi_bo || m.diem < 8)`,
  `count(doi, m, m.cua == ${prefix}chi_bo) >= 2`,
  `${prefix}chi_bo in ky && ky[${prefix}chi_bo].diem >= 5`,
];

/** What the items of a row may ask for. */
export const columnWords: Vocabulary = { numbers: columnNumbers, facts: columnFacts, bands: [] };

/** Conditions of which exactly one holds for everybody. */
export const alternatives = [
  ["lanh_dao", "!lanh_dao"],
  ['khoi == "k1"', 'khoi != "k1"'],
  ['khoi == "k1"', 'khoi == "k2"', 'khoi == "k3"'],
  ['lanh_dao && khoi == "k2"', '!lanh_dao || khoi != "k2"'],
] as const;

export function condition(draw: Draw, words: Vocabulary): string {
  const first = atom(draw, words);
  switch (draw.int(0, 5)) {
    case 0:
      return `${first} && ${atom(draw, words)}`;
    case 1:
      return `${first} || ${atom(draw, words)}`;
    case 2:
      return `!(${first}) && (${atom(draw, words)} || ${atom(draw, words)})`;
    default:
      return first;
  }
}

function atom(draw: Draw, { numbers, facts, bands }: Vocabulary): string {
  if (bands.length > 0 && draw.rarely(3)) return bandAtom(draw, "band", bands);
  if (numbers.length === 0 || draw.rarely(3)) return draw.one(facts);
  const [a, b] = [draw.one(numbers), draw.one(numbers)];
  const sign = draw.one([">=", "<", "<=", ">", "==", "!="]);
  switch (draw.int(0, 6)) {
    case 0:
      return `${a.name} + ${b.name} ${sign} ${half(draw, a.most + b.most)}`;
    case 1:
      return `${a.name} - 2 * ${b.name} ${sign} ${half(draw, a.most)}`;
    case 2:
      return `${a.name} / 3 ${sign} ${b.name} - ${half(draw, b.most)}`;
    case 3:
      return `max(${a.name}, ${b.name}) ${sign} round(${half(draw, b.most)} + ${a.name} / 7, 0.5)`;
    default:
      return `${a.name} ${sign} ${half(draw, a.most)}`;
  }
}

export const bandAtom = (draw: Draw, band: string, bands: readonly string[]): string =>
  draw.one([`${band} == "${draw.one(bands)}"`, `${band} != "${draw.one(bands)}"`]);

/** A multiple of one half. */
export const half = (draw: Draw, most: number): number => draw.int(0, Math.floor(most * 2)) / 2;
