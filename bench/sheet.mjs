// Score sheets to measure with: 4 areas, 17 items, 100 points, one row for each person and quarter, 113 bytes a row.
// The same arguments give the same bytes.
//
//   node bench/sheet.mjs FILE ROWS [PERIODS]
import { closeSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";

const areas = [
  [5, 5, 5, 5],
  [10, 8, 8, 8, 8, 8],
  [5, 5, 5, 5],
  [4, 3, 3],
];
const items = areas.flatMap((maxes, area) => maxes.map((max, item) => ({ id: `s${area + 1}_${item + 1}`, max })));
const peopleInUnit = 50;
const blocs = 12;

const family = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split(" ");
const middle = "Thị Văn Đức Ngọc Minh Thanh Hữu Quang Kim Xuân Hồng Thùy Gia Bảo Công Phương".split(" ");
const given = "An Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hiếu Hương Khánh Lan Linh Long Mai Nam Nga Ngân Phúc".split(" ");
const notes = [
  "Vượt chỉ tiêu quý",
  "Chuyển công tác",
  '"Nghỉ ốm 5 ngày, có giấy xác nhận"',
  '"Chủ trì đề tài ""Chuyển đổi số"", nghiệm thu loại khá"',
];

/** Text of hundredths of a point in its shortest form: 5, 4.5, 4.75. */
const pointTexts = Array.from({ length: 1001 }, (_, hundredths) => {
  const decimals = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return decimals === "" ? `${Math.floor(hundredths / 100)}` : `${Math.floor(hundredths / 100)}.${decimals}`;
});

/** A whole number of 32 bits in which every bit depends on every bit of `value`. */
function mix(value) {
  let x = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** As programs write it. */
const tidy = {
  name: (nth) => `2026-Q${nth}`,
  score: (text) => text,
  note: (text) => text,
  others: [],
  other: () => [],
};

/** As people save it: every score in quotation marks and with a decimal comma, notes of several lines. */
export const odd = {
  ...tidy,
  score: (text) => `"${text.replace(".", ",")}"`,
  note: (text) => (text === "" ? "" : `"${text.replaceAll('"', "")}\nxem biên bản"`),
};

/** With the months of a year in place of its quarters. */
export const monthly = { ...tidy, name: (nth) => `2026-${String(nth).padStart(2, "0")}` };

/** With columns for all that rubrics score besides points. */
export const manifold = {
  ...tidy,
  others: ["grade", "late", "done", "planned", "leader", "led", "staffed"],
  other(chance) {
    const leads = chance % 7 === 0;
    const mark = (chance >>> 3) % 5;
    return [
      "ABCDE"[chance % 5],
      (chance >>> 5) % 4,
      (chance >>> 7) % 31,
      30,
      ...(leads ? ["x", mark, ""] : ["", "", mark]),
    ];
  },
};

/** Writes `rows` rows, one period after the other. */
export function writeSheet(path, rows, periods = 4, form = tidy) {
  const file = openSync(path, "w");
  const people = Math.ceil(rows / periods);
  const heads = ["member_id,full_name,unit_id,bloc,period", ...items.map((item) => item.id), "note", ...form.others];
  let block = `${heads.join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    block += rowText(row % people, Math.floor(row / people) + 1, row, form);
    if (block.length > 1 << 16) {
      writeSync(file, block);
      block = "";
    }
  }
  writeSync(file, block);
  closeSync(file);
}

function rowText(person, period, row, form) {
  // Name, unit and level follow from the person alone, so that the periods agree.
  const traits = mix(person + 1);
  const name = [family[traits % 16], middle[(traits >>> 4) % 16], given[(traits >>> 8) % 20]].join(" ");
  const unit = Math.floor(person / peopleInUnit) + 1;
  const level = 62 + ((traits >>> 14) % 40);
  const cells = items.map(({ max }, item) => form.score(points(max, level, mix(row * 31 + item + 7))));
  const luck = mix(row + 99_991) % 100;
  const columns = [
    `M${String(person + 1).padStart(8, "0")}`,
    name,
    `DV${String(unit).padStart(6, "0")}`,
    `KHOI-${String((unit % blocs) + 1).padStart(2, "0")}`,
    form.name(period),
    ...cells,
    form.note(luck < 10 ? notes[luck % notes.length] : ""),
    ...form.other(mix(row + 5_003)),
  ];
  return `${columns.join(",")}\n`;
}

/** Some percent of `max`, near `level`; most are halves or quarters of a point, a tenth is any hundredth. */
function points(max, level, chance) {
  const hundredths = Math.min(max * 100, max * Math.min(100, level + (chance % 30) - 15));
  const step = [50, 50, 50, 50, 50, 50, 25, 25, 25, 1][(chance >>> 8) % 10];
  return pointTexts[Math.floor(hundredths / step) * step];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, rows, periods = "4"] = process.argv.slice(2);
  writeSheet(path, Number(rows), Number(periods));
}
