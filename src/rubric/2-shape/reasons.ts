import type { Bilingual } from "../../text/bilingual.ts";
import type { Node } from "../1-read/document.ts";

/** Why a known key cannot stand beside the others of its map. */
export function reasonAgainst(key: string, holder: Node | undefined): Bilingual {
  const has = (other: string): boolean => holder?.kind === "map" && holder.entries.has(other);
  if (has("items")) {
    return {
      en: "an area gets its points from its `items`",
      vi: "nhóm tiêu chí lấy điểm từ `items` của nó",
    };
  }
  switch (key) {
    case "combine":
      return {
        en: "only an area, which has `items`, combines scores",
        vi: "chỉ nhóm tiêu chí (có `items`) mới gộp điểm",
      };
    case "values":
      return {
        en: "only a column with `type: choice` has values",
        vi: "chỉ cột có `type: choice` mới có danh sách giá trị",
      };
    case "min":
    case "max":
      return { en: "only a column with `type: number` has limits", vi: "chỉ cột có `type: number` mới có giới hạn" };
    case "share":
    case "streak":
      return {
        en: "an award has only one of top, share and streak",
        vi: "mỗi danh hiệu chỉ có một trong top, share và streak",
      };
    default:
      return { en: "it goes only with `share`", vi: "khóa này chỉ đi cùng `share`" };
  }
}
