// Writes the sheets of this example: invented scores of 30 bodies over 12 months, the same in every run.
//   node examples/kim-son/generate.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Numbers in 0..1, always the same ones (mulberry32). */
let state = 366;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const blocs = {
  xa: "Ân Hòa,Chất Bình,Cồn Thoi,Định Hóa,Hồi Ninh,Hùng Tiến,Kim Chính,Kim Định,Kim Đông,Kim Mỹ".split(","),
  co_quan: "Ban Tổ chức,Ban Tuyên giáo,Kiểm tra,Dân vận,Văn phòng,Mặt trận,Nông dân,Phụ nữ,Thanh niên,Cựu chiến binh".split(","),
  truong: "Trường A,Trường B,Trường C,Trường D,Trường E,Công ty F,Công ty G,Công ty H,Hợp tác xã I,Hợp tác xã K".split(","),
};
/** Two scoring teams for each bloc; those of the schools are severe. */
const leniency = { "Xã 1": 0.4, "Xã 2": -0.2, "Cơ quan 1": 0.6, "Cơ quan 2": 0.2, "Trường 1": -1.6, "Trường 2": -1.2 };
const teams = [
  ["Xã 1", "xa"],
  ["Xã 2", "xa"],
  ["Cơ quan 1", "co_quan"],
  ["Cơ quan 2", "co_quan"],
  ["Trường 1", "truong"],
  ["Trường 2", "truong"],
];

/** A score around a share of `max`, in tenths. */
function score(max, quality, team) {
  const value = max * quality + (leniency[team] * max) / 30 + (random() - 0.5) * max * 0.08;
  return (Math.round(Math.min(max, Math.max(0, value)) * 10) / 10).toString();
}

const write = (name, lines) => writeFileSync(fileURLToPath(new URL(name, import.meta.url)), `${lines.join("\n")}\n`);

const quality = new Map(Object.values(blocs).flatMap((names) => names.map((name) => [name, 0.68 + random() * 0.28])));
for (let month = 1; month <= 12; month++) {
  const lines = ["Đơn vị được chấm,Khối,Tổ chấm,Khối chấm,Nhiệm vụ,XD1,XD2,NG,KL"];
  for (const [bloc, names] of Object.entries(blocs)) {
    for (const name of names) {
      // One co-operative was founded in June.
      if (name === "Hợp tác xã K" && month < 6) continue;
      const occurrences = random() < 0.25 ? 1 + Math.floor(random() * 2) : 0;
      const inspected = random() > 0.15;
      for (const [team, from] of teams) {
        if (from === bloc) continue;
        // The second school team missed most of August, and others a visit now and then.
        if (team === "Trường 2" && month === 8 && random() < 0.7) continue;
        if (team !== "Xã 1" && team !== "Cơ quan 1" && team !== "Trường 1" && random() < 0.04) continue;
        const level = quality.get(name);
        const inspection = inspected ? score(15, level, team) : "KPS";
        lines.push([name, bloc, team, from, score(40, level, team), score(15, level, team), inspection, score(20, level, team), occurrences].join(","));
      }
    }
  }
  write(`2026-${String(month).padStart(2, "0")}.csv`, lines);
}

const year = ["period,Đơn vị được chấm,Khối,CD_tinh,CD_huyen"];
for (const [bloc, names] of Object.entries(blocs)) {
  for (const name of names) year.push(["2026", name, bloc, score(5, quality.get(name), "Xã 2"), score(5, quality.get(name), "Xã 2")].join(","));
}
write("chu-de-nam.csv", year);
