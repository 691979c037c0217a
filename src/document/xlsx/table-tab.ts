import { cellText } from "../cell-text.ts";
import type { Table } from "../table.ts";
import type { Cell, Column, Tab } from "./book.ts";

/** A table as a tab: numbers have as many places as the one that has most. Titles of its parts have no place there. */
export function tableTab(name: string, titles: readonly string[], { columns, parts }: Table): Tab {
  const prints = columns.map(({ type }) => cellText(type, { decimalMark: ".", figures: "rounded" }));
  const places = columns.map(() => 0);
  const rows = parts.flatMap((part) =>
    [...part.rows].map((row) =>
      row.map((cell, at): Cell => {
        const text = prints[at]?.(cell) ?? "";
        if (text === "") return undefined;
        if (typeof cell === "string") return text;
        places[at] = Math.max(
          places[at] ?? 0,
          text.length - 1 - (text.includes(".") ? text.indexOf(".") : text.length - 1),
        );
        return { number: text };
      }),
    ),
  );
  const shown = columns.map(({ head, type }, at): Column => {
    const isNumber = type.kind === "number" || type.kind === "share" || type.kind === "figure";
    return {
      head,
      ...(isNumber && { places: type.kind === "share" ? "percent" : Math.min(6, places[at] ?? 0) }),
    };
  });
  return { name, titles, columns: shown, rows };
}
