// Sorting, search and choice in tables; without it the page reads as it was written.
const words = JSON.parse(document.getElementById("words").textContent);
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const table of document.querySelectorAll("table")) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) continue;
  for (const [at, head] of [...table.tHead.rows[0].cells].entries()) makeSortable(table, head, at, rows);
  if (rows.length > 8) addSearch(table, rows);
}

function makeSortable(table, head, at, rows) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const isDown = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    table.tBodies[0].append(...rows.toSorted((a, b) => compare(a.cells[at], b.cells[at], isDown)));
  });
}

// Empty cells come last either way.
function compare(a, b, isDown) {
  const [one, other] = [a.textContent, b.textContent];
  if (one === "" || other === "") return (one === "") - (other === "");
  const [x, y] = [a.dataset.value, b.dataset.value];
  const order = x !== undefined && y !== undefined ? x - y : collator.compare(one, other);
  return isDown ? -order : order;
}

function addSearch(table, rows) {
  const tools = document.createElement("div");
  tools.className = "tools";
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  label.append(words.search, " ", input);
  const select = choiceOf(table, rows);
  const count = document.createElement("output");
  tools.append(label, ...(select ? [select] : []), count);
  table.parentElement.before(tools);
  const show = () => {
    const wanted = folded(input.value);
    const chosen = select?.value ?? "";
    let shown = 0;
    for (const row of rows) {
      const isShown =
        folded(row.textContent).includes(wanted) &&
        (chosen === "" || row.cells[select.dataset.column].textContent === chosen);
      row.hidden = !isShown;
      if (isShown) shown++;
    }
    count.textContent = `${shown}/${rows.length}`;
  };
  input.addEventListener("input", show);
  select?.addEventListener("change", show);
}

// Of the column that says the band.
function choiceOf(table, rows) {
  const at = [...table.tHead.rows[0].cells].findIndex((head) => head.dataset.choose !== undefined);
  if (at < 0) return undefined;
  const texts = [...new Set(rows.map((row) => row.cells[at].textContent))].filter((text) => text !== "");
  const select = document.createElement("select");
  select.dataset.column = at;
  select.setAttribute("aria-label", table.tHead.rows[0].cells[at].textContent);
  select.append(new Option(words.all, ""), ...texts.map((text) => new Option(text, text)));
  return select;
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}
