import { expect, test } from "vitest";
import { goesOnAsTotal } from "../../../src/sheet/row-words.ts";

test.each([
  ...[
    "Cộng chi bộ 1",
    "CỘNG CHI BỘ 1",
    "Cộng Tổ 2",
    "Tổng cộng toàn chi bộ",
    "TỔNG CỘNG TOÀN TRƯỜNG",
    "Tổng Cộng Chi Bộ 1",
  ],
  ...["Cộng: 6 đảng viên", "Cộng 6 đảng viên", "Tổng số đảng viên: 2", "Tổng cộng (6 người)", "Tổng : 30 điểm"],
  ...[
    "Trung bình chi bộ 1",
    "Bình quân chung",
    "Điểm trung bình toàn lớp",
    "Trung bình cộng các tổ",
    "Total of unit 1",
    "Average for class",
  ],
])("%s goes on as a total", (text) => expect(goesOnAsTotal(text)).toBe(true));

test.each([
  ...[
    "Cộng Hòa",
    "cộng hòa",
    "Nguyễn Văn Công",
    "Tống Thị Hà",
    "Tống Tổ",
    "Công an xã",
    "Trung Bình An",
    "Bình Minh",
    "Cong chi bo 1",
  ],
  ...[
    "Tổng cục Thuế",
    "Tổng công ty Điện lực",
    "Tổng đội 2",
    "Cộng đồng 1",
    "Cộng tác viên 3",
    "Trung tâm 1",
    "Bình Quân",
  ],
  ...["Average Joe", "Total1", "Total Quality", "Max", "Điểm trường Nà Pó", "Tổng", "Tổng cộng", "Cộng:", "Trung bình"],
])("%s is a name, or a word alone", (text) => expect(goesOnAsTotal(text)).toBe(false));
