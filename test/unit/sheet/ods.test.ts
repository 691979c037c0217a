import { expect, test } from "vitest";
import { odsTabs } from "../../../src/sheet/1-records/workbook/ods.ts";
import type { Tab } from "../../../src/sheet/1-records/workbook/tab.ts";

const cell = (text: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;

/** A tab with one row of these cells. */
function tabOf(cells: string, name = "Q1"): Tab {
  const tabs = odsTabs(`<table:table table:name="${name}"><table:table-row>${cells}</table:table-row></table:table>`);
  return (tabs as readonly Tab[])[0] as Tab;
}

test("letters that XML has other names for are themselves, in cells and in the name of a tab", () => {
  const tab = tabOf(cell("A &amp; B &lt;&quot;&#201;n&#x111;&quot;&gt; &apos;"), "Tổ &amp; đội");
  expect(tab.name).toBe("Tổ & đội");
  expect(tab.row(0).text(0)).toBe('A & B <"Énđ"> \'');
  expect(tabOf(cell("&amp;lt; &unknown; &no; &#x110000;")).row(0).text(0)).toBe("&lt; &unknown; &no; \uFFFD");
});

test("a cell stands as often as the file repeats it", () => {
  const row = tabOf(cell("x", ' table:number-columns-repeated="3"') + cell("y")).row(0);
  expect([0, 1, 2, 3, 4].map(row.text)).toEqual(["x", "x", "x", "y", ""]);
});
