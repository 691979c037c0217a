import { expect, test } from "vitest";
import { goesOnAsTotal, isSummary } from "../../../src/sheet/row-words.ts";

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
  ...[
    "TB khối 9",
    "TB tổ 1",
    "TB chung",
    "ĐTB lớp",
    "Điểm TB khối",
    "Tổng (3 lớp)",
    "Tổng cộng (khối 9)",
    "Cộng (I)",
    "Cộng I + II",
    "Cao nhất khối 9",
    "Độ lệch chuẩn: 2,5",
    "Tỷ lệ khá",
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
  ...["Tổng kho 3", "Cộng đồng dân cư số 3", "TB 1", "TB01", "TBA khối 9", "Cộng (Hòa)"],
  ...["Average Joe", "Total1", "Total Quality", "Max", "Điểm trường Nà Pó", "Tổng", "Tổng cộng", "Cộng:", "Trung bình"],
  ...["Min 1", "Sum 2", "Sum lớp", "Min Hee", "Phương Sai Gòn", "Độ Lệ", "Cao Nhất Long"],
])("%s is a name, or a word alone", (text) => expect(goesOnAsTotal(text)).toBe(false));

test.each([
  ...[
    "TB",
    "ĐTB",
    "T.Cộng",
    "Tổng kết",
    "TỔNG KẾT",
    "Toàn trường",
    "Toàn khối",
    "Lũy kế",
    "Luỹ kế",
    "Cao nhất",
    "Thấp nhất",
  ],
  ...["Min", "Σ", "Sĩ số", "Sĩ số: 42", "Chung", "Tất cả", "Toàn trường:"],
  ...["Mang sang", "Số mang sang", "Chuyển sang", "Trang trước chuyển sang", "Sang trang sau"],
])("%s is a summary", (text) => expect(isSummary(text)).toBe(true));

test.each([
  ...[
    "Chung Thị Hoa",
    "Toàn Văn B",
    "Toàn",
    "Tổng kho 3",
    "TB1",
    "TB 1",
    "Min Hee",
    "Trang",
    "Sang",
    "Cao Nhật",
    "Chung 2",
  ],
  ...["Tống Văn A", "Hà Thị Cộng", "Trung Bình Minh", "Mang Thị Sang", "Toàn Trương"],
])("%s is somebody", (text) => expect(isSummary(text)).toBe(false));
