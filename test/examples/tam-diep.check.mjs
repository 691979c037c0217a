// An independent computation of the example in examples/tam-diep. It shares nothing with the program: the facts of the
// rubric are written out by hand below, and every number is an exact BigInt.
//
//   node test/examples/tam-diep.check.mjs DIR           compares DIR/2026-Q1.csv … DIR/2026.csv byte for byte
//   node test/examples/tam-diep.check.mjs --write DIR   writes them
//
// Exit codes: 0 the same, 1 a difference, 2 wrong usage.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SHEETS = fileURLToPath(new URL("../../examples/tam-diep/", import.meta.url));
const QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
const YEAR = "2026";

// --- The rubric by hand. Points are whole hundredths. --------------------------------------------------------------

/** A score cell: at most two decimals, from 0 to `max`, in steps of `step` (0.01 where the rubric states none). */
const points = (max, step = 1n) => ({
  max,
  read(cell) {
    const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(cell);
    if (!found) return undefined;
    const value = BigInt(found[1]) * 100n + BigInt((found[2] ?? "").padEnd(2, "0"));
    return value <= max && value % step === 0n ? value : undefined;
  },
});

const levels = (max, table) => ({ max, read: (cell) => (Object.hasOwn(table, cell) ? table[cell] : undefined) });

const yes = (max) => ({
  max,
  read(cell) {
    if (["x", "có", "đạt", "1"].includes(cell)) return max;
    return ["không", "0"].includes(cell) ? 0n : undefined;
  },
});

/** 7 points less 2 for each occurrence, never below 0. */
const occurrences = {
  max: 700n,
  read(cell) {
    if (!/^\d+$/.test(cell)) return undefined;
    const left = 700n - 200n * BigInt(cell);
    return left > 0n ? left : 0n;
  },
};

const HALF = 50n;
const AREAS = {
  A: {
    A1: levels(600n, { tot: 600n, kha: 450n, trung_binh: 300n, yeu: 0n }),
    A2: points(800n, HALF),
    A3: points(600n),
    A4: occurrences,
    A5: yes(300n),
  },
  B: {
    B1: points(500n, HALF),
    B2: points(1000n),
    B3: points(800n),
    B4: points(700n, HALF),
    B5: points(600n),
    B6: levels(400n, { day_du: 400n, mot_phan: 200n, khong_co: 0n }),
  },
  C: { C1: points(800n), C2: points(700n, HALF), C3: points(500n) },
  D: { D1: yes(200n), D2: points(500n), D3: points(300n, HALF) },
};
const AREA_IDS = ["A", "B", "C", "D"];
const ITEM_IDS = AREA_IDS.flatMap((area) => Object.keys(AREAS[area]));
const TOTAL_MAX = 10000n;
const BLANK_IS_ZERO = "D1";
const NOT_APPLICABLE = "KPS";

const [BEST, GOOD, FAIR, LAST] = [0, 1, 2, 3];
const BANDS = [
  { id: "xuat_sac", title: "Hoàn thành xuất sắc nhiệm vụ", from: 9000n },
  { id: "tot", title: "Hoàn thành tốt nhiệm vụ", from: 7000n },
  { id: "hoan_thanh", title: "Hoàn thành nhiệm vụ", from: 5000n },
  { id: "khong_hoan_thanh", title: "Không hoàn thành nhiệm vụ", from: 0n },
];

const HEADINGS = {
  key: ["ma_dang_vien", "Mã đảng viên", "Mã ĐV"],
  name: ["ho_ten", "Họ và tên", "Họ tên"],
  branch: ["chi_bo", "Chi bộ"],
  discipline: ["ky_luat", "Kỷ luật"],
  period: ["period"],
  ...Object.fromEntries(ITEM_IDS.map((id) => [id, [id]])),
};
const OTHER_COLUMNS = ["STT", "Ghi chú"];

/** What a cell of the discipline column says; a blank one, or a sheet without the column, says that there was none. */
const DISCIPLINE = { "": "khong", Không: "khong", "Khiển trách": "khien_trach" };
const DISCIPLINE_IDS = ["khong", "khien_trach", "canh_cao", "cach_chuc"];

// --- A few results worked out by hand: [period, key, rank, total, band, state, then rules, awards, alerts, marks]. ---
// They guard this script itself, whose freshly written files would otherwise always agree with it.

const BY_HAND = [
  // Đồng Giao: 9 tốt are room for one, 0112; 0101 has no part in it.
  ["2026-Q1", "0101", "2", "90", "tot", "rated"], // B2 8, less than 9; added as doubles in item order: 89.99999999999999
  ["2026-Q1", "0112", "1", "90", "xuat_sac", "rated", "chao_co"], // C2 KPS: 83.7 × 100 / 93
  ["2026-Q1", "0102", "4", "88.5", "tot", "rated"], // three members with 88.5, as doubles three different sums
  ["2026-Q1", "0105", "4", "88.5", "tot", "rated"],
  ["2026-Q1", "0109", "4", "88.5", "tot", "rated"],
  ["2026-Q1", "0107", "7", "86.5", "tot", "rated"],
  // Tổ dân phố 3: one stays, 6 + 3 are tốt, a fifth is 1; two stay, 6 + 2, 1. The two with 93 share one place: none stays.
  ["2026-Q1", "0206", "1", "93", "tot", "rated"],
  ["2026-Q1", "0208", "1", "93", "tot", "rated"],
  ["2026-Q1", "0210", "3", "91.5", "tot", "rated"],
  ["2026-Q1", "0201", "5", "89.99", "tot", "rated"],
  ["2026-Q1", "0203", "10", "70", "tot", "rated"],
  ["2026-Q1", "0204", "11", "69.99", "hoan_thanh", "rated"],
  // Tổ dân phố 12: 0309 and 0311 have more points, but B2 8.25 and 8.5.
  ["2026-Q1", "0308", "1", "90", "xuat_sac", "rated", "chao_co"],
  ["2026-Q1", "0309", "2", "93.75", "tot", "rated"],
  ["2026-Q1", "0301", "10", "50", "hoan_thanh", "rated"],
  ["2026-Q1", "0302", "11", "49.99", "khong_hoan_thanh", "rated", "giup_do"],
  ["2026-Q1", "0303", "4", "89.75", "tot", "rated"],
  // Trường Trung học cơ sở: 3 tốt, 0410 (B2 8.25) and the two who go make 6, room for one.
  ["2026-Q1", "0408", "1", "100", "xuat_sac", "rated", "chao_co"],
  ["2026-Q1", "0410", "2", "93.37", "tot", "rated"], // C2, D3 KPS: 84.03 × 100 / 90 = 93.3666…
  ["2026-Q1", "0401", "3", "93.33", "tot", "rated"], // C2, D3 KPS: 84 × 100 / 90 = 93.333…, equal to 0402
  ["2026-Q1", "0402", "3", "93.33", "tot", "rated"],
  ["2026-Q1", "0404", "", "", "", "incomplete"],
  ["2026-Q1", "0406", "6", "84.5", "tot", "rated"], // D1 blank: 0 points
  ["2026-Q2", "0212", "10", "70", "tot", "rated"], // C2 KPS: 65.1 × 100 / 93
  ["2026-Q2", "0211", "11", "79.5", "hoan_thanh", "rated", "noi_khong_lam"], // A4 2: behind the 70 points of 0212
  ["2026-Q2", "0206", "", "", "", "incomplete"],
  ["2026-Q2", "0504", "11", "76.7", "khong_hoan_thanh", "rated", "ky_luat", "giup_do"],
  ["2026-Q3", "0505", "11", "80.6", "khong_hoan_thanh", "rated", "khong_cam_ket", "giup_do"],
  ["2026-Q3", "0110", "12", "61.5", "khong_hoan_thanh", "rated", "ky_luat", "giup_do"],
  // Trung tâm Văn hóa: two stay, 8 + 2 are tốt, a fifth is 2; counted before, 8 would leave room for one.
  ["2026-Q4", "0505", "1", "98.2", "xuat_sac", "rated", "tie_open"],
  ["2026-Q4", "0510", "1", "98.2", "xuat_sac", "rated", "tie_open"],
  ["2026-Q4", "0508", "3", "95.3", "tot", "rated"],
  ["2026-Q4", "0412", "12", "66.25", "hoan_thanh", "rated", "noi_khong_lam"], // no better without the rule
  ["2026", "0108", "3", "89.99", "tot", "rated"], // (89.99 + 90 + 89.99) / 3 = 89.993…
  ["2026", "0308", "4", "90", "tot", "rated"], // (90 + 89.99 + 90) / 3 = 89.996…; the quota leaves 0311 alone
  ["2026", "0304", "4", "90", "tot", "rated"], // (89.99 + 90) / 2 = 89.995
  ["2026", "0407", "8", "70", "tot", "rated"], // (69.98 + 70.01 + 70 + 69.99) / 4 = 69.995
  ["2026", "0410", "2", "93.37", "tot", "rated"], // (93.37 + 93.36 + 93.37 + 93.36) / 4 = 93.365
  ["2026", "0507", "5", "88.13", "tot", "rated"], // (88 + 88.3 + 87.8 + 88.4) / 4 = 88.125
  ["2026", "0205", "6", "80.9", "tot", "rated"], // the quarters of 0207 in another order
  ["2026", "0207", "6", "80.9", "tot", "rated"],
  ["2026", "0211", "5", "84.75", "tot", "rated"], // a quarter with hoan_thanh bars nothing
  ["2026", "0510", "1", "96.23", "xuat_sac", "rated", "guong_sang"], // (95.8 + 94 + 96.9 + 98.2) / 4 = 96.225
  ["2026", "0508", "2", "92.93", "tot", "rated"], // 9 tốt, with 0505 and without 0504, and he are 10: room for one of two
  ["2026", "0505", "3", "92.2", "tot", "rated", "quy_kem"], // (95.9 + 94.1 + 80.6 + 98.2) / 4
  ["2026", "0504", "12", "79.45", "khong_hoan_thanh", "rated", "ky_luat_nam quy_kem"],
  ["2026", "0110", "11", "67", "khong_hoan_thanh", "rated", "ky_luat_nam quy_kem"],
  ["2026", "0302", "11", "49.99", "khong_hoan_thanh", "rated", "quy_kem"],
  ["2026", "0206", "", "", "", "incomplete"],
  ["2026", "0213", "", "", "", "incomplete"], // one quarter, incomplete: that comes before at_least
  ["2026", "0411", "", "95.1", "", "not_rated"], // one quarter: its mean is printed, it has no class
  ["2026", "0512", "", "81.2", "", "not_rated"],
];

// --- Exact arithmetic ----------------------------------------------------------------------------------------------

/** n / d to the nearest whole number, a half goes up (n ≥ 0, d > 0). */
const halfUp = (n, d) => (2n * n + d) / (2n * d);

/** n / d as text: exact where the decimal ends, else to 6 places, half up. */
function decimal(n, d) {
  let rest = d;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  const finite = n % rest === 0n;
  let places = 6;
  // A decimal that ends may have more than six places; none needs more than d has binary digits.
  if (finite) for (places = 0; (n * 10n ** BigInt(places)) % d !== 0n; ) places += 1;
  const digits = halfUp(n * 10n ** BigInt(places), d)
    .toString()
    .padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0n);
const byCodePoint = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)); // UTF-8 bytes order like code points

// --- CSV -----------------------------------------------------------------------------------------------------------

function splitCsv(text) {
  const rows = [];
  let row = [];
  for (const found of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gy)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  const width = rows[0].length;
  rows.forEach((cells, at) => {
    if (cells.length !== width) throw new Error(`row ${at + 1} has ${cells.length} cells, not ${width}`);
  });
  if (rows.length !== text.replace(/"[^"]*"/g, "").split("\n").length - 1) throw new Error("text that is no CSV");
  return rows;
}

const csvCell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells) => `${cells.map(csvCell).join(",")}\n`;

// --- A quarter -----------------------------------------------------------------------------------------------------

/** One sheet row → the result of one member in that quarter, before the quota. */
function score(person, cells) {
  const missing = [];
  const areas = {};
  let removed = 0n;
  for (const area of AREA_IDS) {
    const before = missing.length;
    let points = 0n;
    for (const [id, item] of Object.entries(AREAS[area])) {
      const cell = cells[id];
      if (cell === NOT_APPLICABLE) removed += item.max;
      else if (cell !== "") {
        const value = item.read(cell);
        if (value === undefined) throw new Error(`${person.key}, ${id}: "${cell}" is no score`);
        points += value;
      } else if (id !== BLANK_IS_ZERO) missing.push(id);
    }
    areas[area] = missing.length === before ? { n: points, d: 1n } : undefined;
  }
  // Rules hold or not whether the scores are complete or not; a blank or KPS cell is neither "yeu" nor a number.
  const disciplined = person.discipline !== "khong";
  const withoutCommitment = cells.A1 === "yeu";
  const wordsOnly = /^\d+$/.test(cells.A4) && BigInt(cells.A4) >= 2n;
  const rules = [
    ...(withoutCommitment ? ["khong_cam_ket"] : []),
    ...(disciplined ? ["ky_luat"] : []),
    ...(wordsOnly ? ["noi_khong_lam"] : []),
  ];
  const result = { ...person, areas, rules };
  if (missing.length > 0) return { ...result, state: "incomplete", reason: `thiếu tiêu chí ${missing.join(", ")}` };

  // The areas stay as they are; the total is scaled up to 100 by what KPS removed, exactly, and then rounded once.
  const reached = sum(AREA_IDS.map((area) => areas[area].n));
  const total = halfUp(reached * TOTAL_MAX, TOTAL_MAX - removed);
  const natural = bandOf(total);
  const work = cells.B2 === NOT_APPLICABLE ? 0n : AREAS.B.B2.read(cells.B2);
  const lacksWork = natural === BEST && work < 900n;
  const gated = lacksWork ? GOOD : natural;
  const capped = wordsOnly && gated < FAIR ? FAIR : gated;
  const failing = [...(withoutCommitment ? ["khong_cam_ket"] : []), ...(disciplined ? ["ky_luat"] : [])];
  const band = failing.length > 0 ? LAST : capped;
  // What decides the band is told, and nothing of what it overrules.
  const reason =
    band === natural
      ? ""
      : failing.length > 0
        ? setBy(failing)
        : [
            ...(lacksWork
              ? [
                  `không đủ điều kiện ${BANDS[BEST].title} (điểm “Thực hiện: khối lượng việc đã đăng ký được hoàn thành” từ 9 trở lên): ${BANDS[GOOD].title}`,
                ]
              : []),
            ...(capped !== gated ? [cappedBy("noi_khong_lam", FAIR)] : []),
          ].join("; ");
  return { ...result, state: "rated", total, band, reason };
}

const RULES = {
  khong_cam_ket: "Không đăng ký cam kết",
  ky_luat: "Bị kỷ luật",
  noi_khong_lam: "Nói không đi đôi với làm từ hai lần",
  quy_kem: "Có quý không hoàn thành nhiệm vụ",
  ky_luat_nam: "Bị kỷ luật trong năm",
};
const setBy = (rules) => `quy tắc ${rules.map((rule) => RULES[rule]).join(", ")}: xếp ${BANDS[LAST].title}`;
const cappedBy = (rule, band) => `quy tắc ${RULES[rule]}: cao nhất là ${BANDS[band].title}`;

const bandOf = (total) => BANDS.findIndex(({ from }) => total >= from);

function readQuarter(period) {
  const [head, ...rows] = splitCsv(readFileSync(join(SHEETS, `${period}.csv`), "utf8"));
  const column = {};
  head.forEach((title, at) => {
    const id = Object.keys(HEADINGS).find((each) => HEADINGS[each].includes(title));
    if (id === undefined && !OTHER_COLUMNS.includes(title)) throw new Error(`${period}: unknown column ${title}`);
    if (id !== undefined && column[id] !== undefined) throw new Error(`${period}: two columns ${id}`);
    if (id !== undefined) column[id] = at;
  });
  const seen = new Set();
  return rows.map((row) => {
    const cells = {};
    for (const id of Object.keys(HEADINGS)) {
      if (column[id] === undefined && id !== "discipline") throw new Error(`${period}: no column ${id}`);
      cells[id] = (row[column[id]] ?? "").normalize("NFC").trim();
    }
    if (cells.period !== period) throw new Error(`${period}: a row of ${cells.period}`);
    if (!cells.key || !cells.name || !cells.branch) throw new Error(`${period}: a row without key, name or branch`);
    if (seen.has(cells.key)) throw new Error(`${period}: ${cells.key} twice`);
    seen.add(cells.key);
    const discipline = DISCIPLINE[cells.discipline] ?? cells.discipline;
    if (!DISCIPLINE_IDS.includes(discipline)) throw new Error(`${period}, ${cells.key}: discipline ${discipline}`);
    return score({ key: cells.key, name: cells.name, branch: cells.branch, discipline }, cells);
  });
}

// --- The year ------------------------------------------------------------------------------------------------------

/** All quarters of one member, oldest first, with their final bands → the year before its quota. Quarters without a row are left out. */
function rollUp(quarters) {
  const { key, name, branch, discipline } = quarters.at(-1);
  const person = { key, name, branch, discipline, areas: {} };
  const rated = quarters.filter((quarter) => quarter.state === "rated");
  const disciplined = rated.some((quarter) => quarter.discipline !== "khong");
  const failed = rated.some((quarter) => quarter.band === LAST);
  person.rules = [...(disciplined ? ["ky_luat_nam"] : []), ...(failed ? ["quy_kem"] : [])];
  const open = quarters.filter((quarter) => quarter.state === "incomplete");
  if (open.length > 0) {
    const reason = `kỳ chưa chấm đủ: ${open.map((quarter) => quarter.period).join(", ")}`;
    return { ...person, state: "incomplete", reason };
  }
  const count = BigInt(quarters.length);
  for (const area of AREA_IDS) person.areas[area] = { n: sum(quarters.map((each) => each.areas[area].n)), d: count };
  const total = halfUp(sum(quarters.map((quarter) => quarter.total)), count);
  // Not rated, yet its total could be computed and is printed.
  if (count < 2n) {
    return { ...person, state: "not_rated", total, reason: `chỉ có ${count} kỳ được xếp loại, cần ít nhất 2` };
  }
  const natural = bandOf(total);
  const capped = failed && natural < GOOD ? GOOD : natural;
  const band = disciplined ? LAST : capped;
  const reason = band === natural ? "" : disciplined ? setBy(["ky_luat_nam"]) : cappedBy("quy_kem", GOOD);
  return { ...person, state: "rated", total, band, reason };
}

// --- Quota, award and alert, the same in quarters and year ---------------------------------------------------------

/** At most a fifth of those rated tốt, parts of a person cut off, counted once the surplus is among them. */
function limit(members) {
  const best = members.filter(({ band }) => band === BEST);
  const good = members.filter(({ band }) => band === GOOD).length;
  let room = best.length;
  while (room > Math.floor((good + best.length - room) / 5)) room -= 1;
  // Equal members stay or go together; behind those who went nobody stays.
  const stays = ({ total }) => best.filter((other) => other.total >= total).length <= room;
  for (const member of best.filter((each) => !stays(each))) {
    member.band = GOOD;
    member.reason = `Tỷ lệ xuất sắc của chi bộ: từ ${BANDS[BEST].title} xuống ${BANDS[GOOD].title}`;
  }
}

/** The best of those who are left in the first band; where several are equal, all are marked and none gets it. */
function award(members, id) {
  const best = members.filter(({ band }) => band === BEST);
  const first = best.filter(({ total }) => best.every((other) => other.total <= total));
  for (const member of first) {
    if (first.length === 1) member.awards = [id];
    else member.marks = ["tie_open"];
  }
}

function settle(results, awardId, alertId) {
  const rated = results.filter(({ state }) => state === "rated");
  for (const branch of new Set(rated.map((each) => each.branch))) {
    const members = rated.filter((each) => each.branch === branch);
    limit(members);
    award(members, awardId);
  }
  if (alertId !== undefined) for (const member of rated) if (member.band === LAST) member.alerts = [alertId];
}

// --- Ranking and output --------------------------------------------------------------------------------------------

const HEAD =
  "rank,ma_dang_vien,ho_ten,chi_bo,ky_luat,A,B,C,D,total,band,band_title,state,reason,rules,awards,alerts,marks";

/** Within a branch: rated members by class, then falling total, then the others; equal ones by key and with one rank. */
function rank(results) {
  const isOpen = (result) => (result.state === "rated" ? 0 : 1);
  const compare = (a, b) => a.band - b.band || (a.total === b.total ? 0 : a.total > b.total ? -1 : 1);
  const ordered = results.toSorted(
    (a, b) =>
      byCodePoint(a.branch, b.branch) ||
      isOpen(a) - isOpen(b) ||
      (isOpen(a) ? 0 : compare(a, b)) ||
      byCodePoint(a.key, b.key),
  );
  return ordered.map((result) => {
    if (result.state !== "rated") return { ...result, rank: "" };
    const better = results.filter(
      (other) => other.state === "rated" && other.branch === result.branch && compare(other, result) < 0,
    );
    return { ...result, rank: String(better.length + 1) };
  });
}

function toCells(result) {
  const { areas, total, band, rules, awards = [], alerts = [], marks = [] } = result;
  return [
    result.rank,
    result.key,
    result.name,
    result.branch,
    result.discipline,
    ...AREA_IDS.map((area) => (areas[area] ? decimal(areas[area].n, areas[area].d * 100n) : "")),
    total === undefined ? "" : decimal(total, 100n),
    BANDS[band]?.id ?? "",
    BANDS[band]?.title ?? "",
    result.state,
    result.reason ?? "",
    ...[rules, awards, alerts, marks].map((ids) => ids.join(" ")),
  ];
}

/** Every period of the example: file name → text. */
function compute() {
  const files = new Map();
  const members = new Map();
  const add = (period, results) => {
    const rows = rank(results).map(toCells);
    for (const [, key, ...wantedCells] of BY_HAND.filter((each) => each[0] === period)) {
      const row = rows.find((cells) => cells[1] === key) ?? [];
      const found = [row[0], row[9], row[10], row[12], ...row.slice(14).filter(Boolean)].join(" ");
      const wanted = wantedCells.join(" ");
      if (found !== wanted) throw new Error(`${period} ${key}: computed "${found}", by hand "${wanted}"`);
    }
    files.set(`${period}.csv`, `${HEAD}\n${rows.map(csvLine).join("")}`);
  };
  for (const period of QUARTERS) {
    const results = readQuarter(period);
    settle(results, "chao_co", "giup_do");
    for (const result of results) {
      if (!members.has(result.key)) members.set(result.key, []);
      members.get(result.key).push({ ...result, period });
    }
    add(period, results);
  }
  const year = [...members.values()].map(rollUp);
  settle(year, "guong_sang");
  add(YEAR, year);
  return files;
}

/** The lines that differ, as text; empty if the two are the same bytes. */
function differences(name, found, wanted) {
  if (found.equals(Buffer.from(wanted))) return [];
  const ours = wanted.split("\n");
  const theirs = found.toString("utf8").split("\n");
  const lines = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    if (ours[at] === theirs[at]) continue;
    lines.push(
      `${name}:${at + 1}`,
      `  expected ${JSON.stringify(ours[at])}`,
      `  found    ${JSON.stringify(theirs[at])}`,
    );
  }
  return lines.length > 0 ? lines : [`${name}: the bytes differ (encoding?)`];
}

function compare(folder) {
  const files = compute();
  const present = readdirSync(folder).filter((name) => /^\d{4}(-[A-Z0-9]+)?\.csv$/.test(name));
  const lines = present.filter((name) => !files.has(name)).map((name) => `${name}: not expected`);
  for (const [name, wanted] of files) {
    if (present.includes(name)) lines.push(...differences(name, readFileSync(join(folder, name)), wanted));
    else lines.push(`${name}: missing`);
  }
  for (const line of lines) console.log(line);
  return lines.length === 0 ? 0 : 1;
}

function write(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of compute()) writeFileSync(join(folder, name), text);
  return 0;
}

const [first, second] = process.argv.slice(2);
if (first === "--write" && second !== undefined) process.exitCode = write(second);
else if (first !== undefined && first !== "--write") process.exitCode = compare(first);
else {
  console.error("usage: tam-diep.check.mjs DIR | --write DIR");
  process.exitCode = 2;
}
