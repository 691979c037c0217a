/** What people write for yes and no, in any language: words that the program reads, not words that it says. */
export const yesWords = ["x", "có", "đạt", "đúng", "yes", "true", "1"];
export const noWords = ["không", "không đạt", "sai", "no", "false", "0"];
/** What else people tick, and what programs make of 1 and 0, and of yes and no in other languages. */
export const yesMarks = ["✓", "✔", "✔\uFE0F", "1.0", "1,0", "WAHR", "VRAI", "VERDADERO", "VERO", "ИСТИНА"];
export const noMarks = ["0.0", "0,0", "FALSCH", "FAUX", "FALSO", "ЛОЖЬ"];

/** What comes before the name of somebody one speaks of. */
export const addressForms = [
  ...["Đ/c", "Đc", "Đ.c", "Đồng chí", "Ông", "Bà", "Anh", "Chị", "Em", "Thầy", "Cô", "Thầy giáo", "Cô giáo"],
  ...["Mr", "Mrs", "Ms", "Miss", "Dr", "GS", "PGS", "TS", "ThS", "BS"],
];

/** What stands behind a name in brackets, or behind a dash: with what posts begin, and what they are called for short. */
export const postBeginnings = [
  ...["Bí thư", "Phó bí thư", "Chi ủy", "Đảng ủy", "Ủy viên", "Chủ tịch", "Phó chủ tịch", "Giám đốc", "Phó giám đốc"],
  ...["Hiệu trưởng", "Phó hiệu trưởng", "Trưởng", "Phó trưởng", "Tổ trưởng", "Tổ phó", "Nhóm trưởng", "Lớp trưởng"],
  ...["Đội trưởng", "Chi cục trưởng", "Cục trưởng", "Chánh văn phòng", "Kế toán", "Thư ký", "Văn thư", "Giáo viên"],
  ...["Chuyên viên", "Đảng viên"],
];
export const shortPosts = [
  ...["BT", "PBT", "CUV", "UV", "CT", "PCT", "GĐ", "PGĐ", "HT", "PHT", "TT", "TP", "PTP", "GVCN", "GV"],
];

/** What groups of people are called, the narrower ones first; what may be of any size is of the narrowest. */
export const unitWords = [
  ["Nhóm", "Bộ phận", "Đơn vị", "Cơ quan", "Group", "Unit"],
  ["Tổ", "Đội", "Team"],
  ["Lớp", "Ban", "Phòng", "Văn phòng", "Khoa", "Trạm", "Office", "Department"],
  [
    "Khối",
    "Trung tâm",
    "Trường",
    "Bệnh viện",
    "Công ty",
    "Hợp tác xã",
    "Hội",
    "Công an xã",
    "Công an phường",
    "School",
  ],
  ["Chi bộ", "Chi đoàn", "Chi hội"],
  ["Thôn", "Ấp", "Khóm", "Khu phố", "Tổ dân phố"],
  ["Xã", "Phường", "Thị trấn", "Đảng bộ", "Đảng ủy"],
];

/** Before the unit for which somebody speaks, besides his post: `Trưởng khoa Nội`, `Đại diện khoa Nội`. */
export const spokesmen = ["Phó", "Lãnh đạo", "Đại diện"];

/** What begins the name of a unit for short, with a point: `P. Nội vụ`, `K.Nội`. */
export const dottedUnits: Readonly<Record<string, string>> = { P: "Phòng", K: "Khoa" };

/** What units and schools are called for short. */
export const shortUnits: Readonly<Record<string, string>> = {
  TDP: "Tổ dân phố",
  KP: "Khu phố",
  CB: "Chi bộ",
  ĐB: "Đảng bộ",
  VP: "Văn phòng",
  HTX: "Hợp tác xã",
  UBND: "Ủy ban nhân dân",
  MN: "Mầm non",
  TH: "Tiểu học",
  THCS: "Trung học cơ sở",
  THPT: "Trung học phổ thông",
  "&": "và",
};
