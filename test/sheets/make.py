"""Makes test/sheets/corpus and test/sheets/examples as real programs do: openpyxl, xlsxwriter, pandas, xlwt, odfpy, pyexcelerate,
msoffcrypto-tool, sqlite3, R (with openxlsx, Debian's r-cran-openxlsx) and LibreOffice (soffice) with Vietnamese, French and English settings. Not by score's own writer.

    python3 -m venv /tmp/sheets && /tmp/sheets/bin/pip install openpyxl xlsxwriter pandas xlwt odfpy pyexcelerate msoffcrypto-tool
    /tmp/sheets/bin/python test/sheets/make.py

The files are kept in the repository, since programs write other bytes each time: run it only to add to them.
"""
import csv, datetime, io, os, re, shutil, sqlite3, subprocess, sys, tempfile, zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import pandas
import pyexcelerate
import xlsxwriter
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

here = Path(__file__).parent
corpus, examples = here / "corpus", here / "examples"
work = Path(tempfile.mkdtemp())


def office(source, target, filter_name, locale="vi-VN"):
    """Has LibreOffice open `source` and save it as `target`, as a person of that country would."""
    profile = work / f"profile-{locale}"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(
            '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
            '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
            f"<value>{locale}</value></prop></item></oor:items>"
        )
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    extension = filter_name.split(":")[0]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", filter_name, "--outdir", out, source],
        check=True, capture_output=True, timeout=120,
    )
    made = sorted(out.iterdir())
    (made_file,) = [each for each in made if each.name.endswith(extension)]
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(made_file, target)


# Field separator, text mark, character set (76 UTF-8, 40 Windows-1258, 65535 UTF-16), first line, columns, language, quote all, as shown.
def as_csv(separator, charset, shown="true"):
    return f"csv:Text - txt - csv (StarCalc):{separator},34,{charset},1,,0,false,{shown},false,false,false,-1"


def workbook(rows, formats=None, widths=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Quý I"
    for row in rows:
        sheet.append(row)
    for column, number_format in (formats or {}).items():
        for cell in sheet[column]:
            cell.number_format = number_format
    for column, width in (widths or {}).items():
        sheet.column_dimensions[column].width = width
    return book, sheet


def save(book, name):
    path = work / name
    book.save(path)
    return path


def every_office_format(source, folder, csvs=True):
    for locale, short in [("vi-VN", "vi"), ("fr-FR", "fr")]:
        for extension in ["xlsx", "xls", "ods"]:
            office(source, folder / f"quy-1-2026-libreoffice-{short}.{extension}", extension, locale)
        if csvs:
            # One file for each tab, of which the first is kept.
            office(source, folder / f"quy-1-2026-libreoffice-{short}.csv", as_csv(59, 76), locale)


head = ["Mã", "Họ và tên", "Chi bộ", "Vào Đảng", "Lãnh đạo", "Điểm A", "Tỷ lệ"]
day = datetime.date


def values():
    """Numbers, dates, percentages, padded keys, flags, formulas with their results."""
    rows = [
        head,
        [7, "Nguyễn Văn Ân", 1, day(2015, 3, 31), True, 0.1 + 0.2, 0.85],
        [8, "Trần Thị Bé", 1, day(2020, 1, 5), False, 89.945, 1.05],
        [123, "Lê Công", 2, day(1999, 12, 31), None, 85, 0.5],
        ["=A4+1", "Phạm Ý", 2, day(2020, 2, 29), None, "=F4+0.5", "=G2/2+0.075"],
    ]
    formats = {"A": "000", "C": "00", "D": "dd/mm/yyyy", "G": "0.0%"}
    book, sheet = workbook(rows, formats, {"B": 24, "D": 14})
    every_office_format(save(book, "values.xlsx"), corpus / "values", csvs=False)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    office(save(book, "values-1904.xlsx"), corpus / "values" / "quy-1-2026-mac-dates.xlsx", "xlsx")
    office(save(book, "values-1904.xlsx"), corpus / "values" / "quy-1-2026-mac-dates.xls", "xls")


def titles():
    """A form as an office has it: merged titles, a head of two rows, numbers of the columns, groups, a total, signatures."""
    rows = [
        ["ĐẢNG BỘ PHƯỜNG KIM SƠN"],
        ["BẢNG TỔNG HỢP ĐIỂM QUÝ I NĂM 2026"],
        [],
        ["STT", "Mã ĐV", "Họ và tên", "Chi bộ", "Kết quả", None, "Ghi chú"],
        [None, None, None, None, "Điểm A", "Tỷ lệ", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["I", None, "Chi bộ 1"],
        [1, "001", "Nguyễn Văn Ân", "Chi bộ 1", 80, 1, None],
        [2, "002", "Trần Thị Bé", "Chi bộ 1", 75.5, 0.9, "nghỉ phép"],
        ["II", None, "Chi bộ 2"],
        [3, "003", "Lê Công", "Chi bộ 2", "KPS", 1, None],
        [None, None, "Tổng cộng", None, "=SUM(E8:E11)", None, None],
        [],
        [None, None, "Người lập biểu", None, None, "Bí thư"],
    ]
    book, sheet = workbook(rows, {"F": "0%"}, {"C": 22})
    for merged in ["A1:G1", "A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5"]:
        sheet.merge_cells(merged)
    sheet.auto_filter.ref = "A6:G11"
    sheet.row_dimensions[9].hidden = True
    every_office_format(save(book, "titles.xlsx"), corpus / "titles")


def tabs():
    """Tabs of one period each, one of them hidden, and tabs that are no score sheets."""
    book = openpyxl.Workbook()
    book.active.title = "Hướng dẫn"
    book.active["A1"] = "Điền điểm vào các trang sau."
    for number, (name, points) in enumerate([("Quý 1 năm 2026", 80), ("Quý 2 năm 2026", 82), ("Quý 3 năm 2026", 84)]):
        sheet = book.create_sheet(name)
        sheet.append(["Mã", "Họ và tên", "Điểm A", "Tỷ lệ"])
        sheet.append(["001", "Nguyễn Văn Ân", points, "90%"])
        sheet.append(["002", "Trần Thị Bé", points + 0.25, "100%"])
        if number == 1:
            sheet.sheet_state = "hidden"
    roster = book.create_sheet("Danh sách")
    roster.append(["Mã", "Họ và tên"])
    roster.append(["003", "Lê Công"])
    source = save(book, "tabs.xlsx")
    shutil.copy(source, (corpus / "tabs").mkdir(parents=True, exist_ok=True) or corpus / "tabs" / "openpyxl.xlsx")
    for extension in ["xlsx", "xls", "ods"]:
        office(source, corpus / "tabs" / f"libreoffice.{extension}", extension)


def merged():
    """The unit merged over the rows of its members, its heads over three rows, and a signature merged below the table."""
    rows = [
        ["DANH SÁCH QUÝ I NĂM 2026"],
        ["STT", "Chi bộ", "Đảng viên", None, "Kết quả", None],
        [None, None, "Mã", "Họ và tên", "Chấm", None],
        [None, None, None, None, "Điểm A", "Tỷ lệ"],
        [1, "Chi bộ 1", 7, "Nguyễn Văn Ân", 80, 1],
        [2, None, 8, "Trần Thị Bé", 75.5, 0.9],
        [3, None, 9, "Hồ An", 60, 0.8],
        [4, "Chi bộ 2", 10, "Lê Công", "KPS", 1],
        [5, None, 11, "Phạm Ý", 70, 0.5],
        [],
        [None, None, None, None, "Bí thư", None],
    ]
    book, sheet = workbook(rows, {"C": "000", "F": "0%"}, {"D": 22})
    for area in ["A1:F1", "A2:A4", "B2:B4", "C2:D2", "C3:C4", "D3:D4", "E2:F2", "E3:F3", "B5:B7", "B8:B9", "E11:F13"]:
        sheet.merge_cells(area)
    every_office_format(save(book, "merged.xlsx"), corpus / "merged", csvs=False)
    shutil.copy(work / "merged.xlsx", corpus / "merged" / "quy-1-2026-openpyxl.xlsx")


def shapes():
    """One table in the shapes that programs and people give it: comments, lists, protection, formats, letterheads, the strict form of the format."""
    folder = corpus / "shapes"
    folder.mkdir(parents=True, exist_ok=True)
    rows = [head, ["001", "Nguyễn Văn Ân", "Chi bộ 1", day(2015, 3, 31), "x", 80, 0.9], ["002", "Trần Thị Bé", "Chi bộ 1", day(2020, 1, 5), None, 75.5, 1]]

    def shaped(name, change):
        book, sheet = workbook(rows, {"D": "dd/mm/yyyy", "G": "0%"})
        change(book, sheet)
        book.save(folder / f"quy-1-2026-{name}.xlsx")

    def listed(book, sheet):
        sheet.add_table(Table(displayName="Bang", ref="A1:G3"))
        sheet["F2"].comment = Comment("đã kiểm tra", "Tổ thẩm định")
        book.defined_names["vung"] = DefinedName("vung", attr_text="'Quý I'!$A$1:$G$3")
        sheet["B2"] = CellRichText("Nguyễn ", TextBlock(InlineFont(b=True), "Văn Ân"))

    def guarded(book, sheet):
        sheet.protection.sheet = True
        sheet.protection.password = "score"
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    def formatted(book, sheet):
        sheet["D2"].number_format = "[$-42A]dd mmmm yyyy"
        sheet["D3"].number_format = "[$-F800]dddd, mmmm dd, yyyy"
        sheet["F2"].number_format = "_-* #,##0.00_-;-* #,##0.00_-"
        sheet["F3"].number_format = '0" điểm"'

    def headed(book, sheet):
        sheet.insert_rows(1, 4)
        sheet["A1"], sheet["E1"], sheet["A3"] = "ĐẢNG BỘ PHƯỜNG", "ĐẢNG CỘNG SẢN VIỆT NAM", "BẢNG ĐIỂM"
        sheet.merge_cells("A3:G3")

    for name, change in [("lists", listed), ("guarded", guarded), ("formats", formatted), ("letterhead", headed)]:
        shaped(name, change)
        if name != "letterhead":
            office(folder / f"quy-1-2026-{name}.xlsx", folder / f"quy-1-2026-{name}-libreoffice.ods", "ods")
    shaped("plain", lambda book, sheet: None)
    plain = folder / "quy-1-2026-plain.xlsx"
    strict = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "<workbook ": '<workbook conformance="strict" ',
    }
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(folder / "quy-1-2026-strict.xlsx", "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            text = given.read(name).decode("utf-8")
            for old, new in strict.items():
                text = text.replace(old, new)
            # A date may be written as one, and not as a number of days.
            text = re.sub(r'<c r="D2"([^>]*?)(?: t="n")?><v>42094</v>', r'<c r="D2"\1 t="d"><v>2015-03-31</v>', text)
            made.writestr(name, text)


def faults():
    """Error cells, lost digits, day 0: each is told with its cell."""
    rows = [
        ["Mã", "Họ và tên", "Vào Đảng", "Điểm A", "Tỷ lệ"],
        ["001", "Nguyễn Văn Ân", day(2015, 3, 31), "=1/0", "90%"],
        [1234567890123456789, "Trần Thị Bé", day(2015, 3, 31), 80, "90%"],
        ["003", "Lê Công", 0, 80, "90%"],
        ["004", "Phạm Ý", day(2015, 3, 31), "=NA()", "90%"],
        ["005", "Đỗ Hoà", day(2015, 3, 31), 95, "90%"],
        ["006", "Hồ An", day(2015, 3, 31), 80, "90%"],
    ]
    book, sheet = workbook(rows, {"C": "dd/mm/yyyy"}, {"A": 30})
    source = save(book, "faults.xlsx")
    for extension in ["xlsx", "xls", "ods"]:
        office(source, corpus / "faults" / f"quy-1-2026-libreoffice.{extension}", extension)


def truths():
    """TRUE and FALSE: a yes and a no, and no points; LibreOffice keeps them in ODS as numbers that it shows so."""
    rows = [
        ["Mã", "Họ và tên", "Lãnh đạo", "Điểm A", "Tỷ lệ"],
        ["001", "Nguyễn Văn Ân", True, 80, "90%"],
        ["002", "Trần Thị Bé", False, 75, "90%"],
        ["003", "Lê Công", True, True, "90%"],
        ["004", "Phạm Ý", False, "=1=2", "90%"],
    ]
    book, _ = workbook(rows)
    every_office_format(save(book, "truths.xlsx"), corpus / "truths", csvs=False)


def texts():
    """Text that looks like numbers, typed with an apostrophe or into cells of text; a decimal comma typed as text."""
    rows = [
        ["Mã", "Họ và tên", "Điểm A", "Tỷ lệ"],
        ["0007", "Nguyễn Văn Ân", "89,5", "85%"],
        ["1E5", "Trần Thị Bé", " 75 ", "92,5%"],
        ["3-1", "Lê Công", "8,25", "100 %"],
    ]
    folder = corpus / "texts"
    folder.mkdir(parents=True, exist_ok=True)
    book, sheet = workbook(rows)
    for cell in sheet["A"]:
        cell.number_format = "@"
    sheet["A2"].quotePrefix = True
    source = save(book, "texts.xlsx")
    shutil.copy(source, folder / "quy-1-2026-openpyxl.xlsx")
    every_office_format(source, folder)
    office(source, folder / "quy-1-2026-unicode-text.txt", as_csv(9, 65535), "vi-VN")
    office(source, folder / "quy-1-2026-windows-1258.csv", as_csv(59, 40), "vi-VN")
    lines = lambda separator, end: end.join(separator.join(row) for row in rows) + end
    # As Excel writes them: "CSV UTF-8" with a mark, "Unicode Text", and with its own first line.
    (folder / "quy-1-2026-excel-utf-8.csv").write_bytes(lines(";", "\r\n").encode("utf-8-sig"))
    (folder / "quy-1-2026-excel-unicode.txt").write_bytes(lines("\t", "\r\n").encode("utf-16"))
    (folder / "quy-1-2026-excel-sep.csv").write_bytes(("sep=;\r\n" + lines(";", "\r\n")).encode("utf-8"))
    (folder / "quy-1-2026-excel-mac.csv").write_bytes(lines(";", "\r").encode("utf-8-sig"))
    # As Google Sheets downloads them: no mark, commas, marks only where they are needed.
    for name, dialect in [("google.csv", dict(delimiter=",")), ("google.tsv", dict(delimiter="\t"))]:
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n", **dialect).writerows(rows)
        (folder / f"quy-1-2026-{name}").write_bytes(out.getvalue().encode("utf-8"))
    frame = pandas.DataFrame(rows[1:], columns=rows[0])
    frame.to_csv(folder / "quy-1-2026-pandas.csv", index=False)
    frame.to_csv(folder / "quy-1-2026-pandas-index.csv")
    frame.to_excel(folder / "quy-1-2026-pandas-openpyxl.xlsx", index=False)
    frame.to_excel(folder / "quy-1-2026-pandas-xlsxwriter.xlsx", index=False, engine="xlsxwriter")
    frame.to_excel(folder / "quy-1-2026-pandas-odf.ods", index=False, engine="odf")
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("Sheet1")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    old.save(str(folder / "quy-1-2026-xlwt.xls"))


def numbers():
    """Plain numbers as databases and programs write them."""
    rows = [["001", "Nguyễn Văn Ân", 89.5, 85.0], ["002", "Trần Thị Bé", 75.0, 92.5], ["003", "Lê Công", 8.125, 100.0]]
    columns = ["ma", "ho_ten", "A", "B"]
    folder = corpus / "numbers"
    folder.mkdir(parents=True, exist_ok=True)
    frame = pandas.DataFrame(rows, columns=columns)
    frame.to_csv(folder / "2026-Q1-pandas.csv", index=False)
    frame.to_csv(folder / "2026-Q1-pandas-quoted.csv", index=False, quoting=csv.QUOTE_NONNUMERIC)
    frame.to_csv(folder / "2026-Q1-pandas.tsv", index=False, sep="\t")
    frame.to_excel(folder / "2026-Q1-pandas.xlsx", index=False)
    frame.to_excel(folder / "2026-Q1-pandas.ods", index=False, engine="odf")
    base = sqlite3.connect(":memory:")
    frame.to_sql("diem", base, index=False)
    cursor = base.execute("select * from diem order by ma")
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="|", lineterminator="\n")
    writer.writerow([name for name, *_ in cursor.description])
    writer.writerows(cursor)
    (folder / "2026-Q1-sql.csv").write_text(out.getvalue())
    book = xlsxwriter.Workbook(str(folder / "2026-Q1-xlsxwriter.xlsx"), {"strings_to_numbers": False})
    sheet = book.add_worksheet("Dữ liệu")
    for r, row in enumerate([columns, *rows]):
        sheet.write_row(r, 0, row)
    sheet.autofilter(0, 0, 3, 3)
    sheet.freeze_panes(1, 0)
    book.close()
    constant = xlsxwriter.Workbook(str(folder / "2026-Q1-constant-memory.xlsx"), {"constant_memory": True})
    sheet = constant.add_worksheet()
    for r, row in enumerate([columns, *rows]):
        sheet.write_row(r, 0, row)
    constant.close()
    quick = pyexcelerate.Workbook()
    quick.new_sheet("Q1", data=[columns, *rows])
    quick.save(str(folder / "2026-Q1-pyexcelerate.xlsx"))
    in_r = """
        d <- data.frame(ma = c("001", "002", "003"), ho_ten = c("Nguyễn Văn Ân", "Trần Thị Bé", "Lê Công"),
                        A = c(89.5, 75, 8.125), B = c(85, 92.5, 100))
        write.csv(d, "2026-Q1-r.csv", row.names = FALSE)
        write.csv2(d, "2026-Q1-r-csv2.csv", row.names = FALSE)
        write.table(d, "2026-Q1-r.tsv", sep = "\\t", row.names = FALSE, quote = FALSE)
        openxlsx::write.xlsx(d, "2026-Q1-r-openxlsx.xlsx", asTable = TRUE)
    """
    subprocess.run(["Rscript", "-e", in_r], cwd=folder, check=True, env={**os.environ, "LANG": "C.UTF-8"})
    for locale, short in [("en-US", "en"), ("vi-VN", "vi"), ("fr-FR", "fr")]:
        for extension in ["xlsx", "xls", "ods"]:
            office(folder / "2026-Q1-xlsxwriter.xlsx", folder / f"2026-Q1-libreoffice-{short}.{extension}", extension, locale)
        office(folder / "2026-Q1-xlsxwriter.xlsx", folder / f"2026-Q1-libreoffice-{short}.csv", as_csv(59, 76), locale)


def make_examples():
    """Workbooks that the messages speak of."""
    examples.mkdir(exist_ok=True)
    columns = ["code", "full_name", "period", "A"]

    def book(name, *named):
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title, rows in named:
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        made.save(examples / name)

    book("two-tabs.xlsx", ("Q1", [columns, ["001", "An", "2026-Q1", 80]]), ("Q2", [columns, ["001", "An", "2026-Q2", 85]]))
    book("uncomputed.xlsx", ("Sheet1", [columns, ["001", "An", "2026-Q1", "=40+40"]]))
    office(examples / "uncomputed.xlsx", examples / "computed.xlsx", "xlsx")
    # A program that writes 0 for what it does not compute.
    zero = xlsxwriter.Workbook(str(examples / "uncomputed-zero.xlsx"))
    sheet = zero.add_worksheet()
    sheet.write_row(0, 0, columns)
    sheet.write_row(1, 0, ["001", "An", "2026-Q1", "=40+40"])
    zero.close()
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("Sheet1")
    for column, value in enumerate(columns):
        sheet.write(0, column, value)
        sheet.write(1, column, ["001", "An", "2026-Q1", xlwt.Formula("40+40")][column])
    old.save(str(examples / "uncomputed.xls"))
    # Formulas that give an empty text, and numbers of more digits than a workbook keeps.
    book("blank.xlsx", ("Sheet1", [columns, ["001", "An", "2026-Q1", '=IF(1>0,"",80)'], [1234567890123456, "Bình", "2026-Q1", 80]]))
    for extension in ["xlsx", "xls", "ods"]:
        office(examples / "blank.xlsx", examples / f"blank-text.{extension}", extension)
    (examples / "blank.xlsx").unlink()
    book("shared-score.xlsx", ("Sheet1", [columns, ["001", "An", "2026-Q1", 80], ["002", "Bình", "2026-Q1", None]]))
    shared = openpyxl.load_workbook(examples / "shared-score.xlsx")
    shared.active.merge_cells("D2:D3")
    shared.save(examples / "shared-score.xlsx")
    decision = ["001", "2026-Q1", "not_rated", "", "On leave", "Board", "2026-04-01"]
    rows = [["key", "period", "action", "value", "reason", "authority", "date"], decision]
    book("decisions.xlsx", ("2026", rows), ("2026 (old)", rows))
    with open(examples / "computed.xlsx", "rb") as plain, open(examples / "protected.xlsx", "wb") as protected:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("score", protected)
    names = {"office": "office", "table": "table", "text": "text"}
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for name, space in names.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        '<table:table table:name="Sheet1"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(examples / "repeated.ods", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)


def office_forms(folder=here.parent.parent / "examples/lam-quen/so-tinh"):
    """The four workbooks of the guide (docs/huong-dan.md)."""
    people = [
        ["001", "Nguyễn Văn Công", "Chi bộ 1", [8.5, 9, 9, 9.5], ["Tốt", "Tốt", "Khá", "Tốt"], [43.5, 45, 44, 46], [8, 8, 9, 9], 0],
        ["002", "Tống Thị Hà", "Chi bộ 1", [9, 9, 9.5, 9], ["Tốt", "Tốt", "Tốt", "Tốt"], [45, 46.5, 47, 47], ["KPS", 9, 9, 10], 0],
        ["003", "Lê Minh Đức", "Chi bộ 2", [7.5, 7, 8, 8], ["Khá", "Khá", "Khá", "Tốt"], [40, 38.5, 41, 42], [7.5, 7, 8, 8], 1],
    ]
    for quarter, (number, extension) in enumerate(zip(["I", "II", "III", "IV"], ["xlsx", "xls", "ods", "xlsx"])):
        rows = [
            ["ĐẢNG ỦY PHƯỜNG NAM SƠN"],
            [f"BẢNG CHẤM ĐIỂM ĐẢNG VIÊN QUÝ {number} NĂM 2026"],
            [],
            ["STT", "Mã", "Họ và tên", "Chi bộ", "Điểm", None, None, None, None],
            [None, None, None, None, "Học tập", "Nêu gương", "Công việc", "Kiến nghị", "Trễ hạn"],
            *[
                [at + 1, key, name, unit, study[quarter], model[quarter], work_[quarter], answers[quarter], late]
                for at, (key, name, unit, study, model, work_, answers, late) in enumerate(people)
            ],
            ["Tổng cộng", None, None, None, "=SUM(E6:E8)"],
            [None, None, None, None, None, None, "Bí thư"],
        ]
        book, sheet = workbook(rows, {}, {"C": 22, "D": 12})
        sheet.title = "Bảng điểm"
        for merged in ["A1:I1", "A2:I2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:I4"]:
            sheet.merge_cells(merged)
        office(save(book, f"quy-{quarter + 1}.xlsx"), folder / f"quy-{quarter + 1}.{extension}", extension)


for make in [values, titles, tabs, merged, shapes, faults, truths, texts, numbers, make_examples, office_forms]:
    if len(sys.argv) < 2 or make.__name__ in sys.argv[1:]:
        make()
shutil.rmtree(work)
