// Sorting, search and choice in tables; without it the page reads as it was written.
const words = JSON.parse(document.getElementById("words").textContent);
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const group of document.querySelectorAll(".tables")) {
  const tables = [...group.querySelectorAll("table")];
  for (const table of tables) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 2) continue;
    for (const [at, head] of [...table.tHead.rows[0].cells].entries()) makeSortable(table, head, at, rows);
  }
  if (tables.flatMap((table) => [...table.tBodies[0].rows]).length > 8) addSearch(group, tables);
}

// Shown within another page, it is printed when that page says so.
addEventListener("message", ({ data }) => data === "print" && print());

// Shown within another page, a link to a part would lead to that page.
for (const link of document.querySelectorAll("nav a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const part = document.querySelector(link.hash);
    part.tabIndex = -1;
    part.focus();
    part.scrollIntoView();
  });
}

function makeSortable(table, head, at, rows) {
  // No button element: browsers leave its text out where they print a head again.
  const button = document.createElement("span");
  button.role = "button";
  button.tabIndex = 0;
  button.append(...head.childNodes);
  head.append(button);
  const sort = () => {
    const isDown = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    table.tBodies[0].append(...rows.toSorted((a, b) => compare(a.cells[at], b.cells[at], isDown)));
  };
  button.addEventListener("click", sort);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    sort();
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

function addSearch(group, tables) {
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
  const tools = document.createElement("div");
  tools.className = "tools";
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  label.append(words.search, " ", input);
  const select = choiceOf(tables[0].tHead.rows[0], rows);
  const count = document.createElement("output");
  tools.append(label, ...(select ? [select] : []), count);
  group.prepend(tools);
  const show = () => {
    const wanted = folded(input.value);
    const chosen = select?.value ?? "";
    let shown = 0;
    for (const row of rows) {
      const isShown =
        texts.get(row).includes(wanted) && (chosen === "" || row.cells[select.dataset.column].textContent === chosen);
      row.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const table of tables) {
      table.parentElement.hidden = [...table.tBodies[0].rows].every((row) => row.hidden);
    }
    count.textContent = `${shown}/${rows.length}`;
  };
  input.addEventListener("input", show);
  select?.addEventListener("change", show);
}

// Of the column that says the band.
function choiceOf(head, rows) {
  const at = [...head.cells].findIndex((cell) => cell.dataset.choose !== undefined);
  if (at < 0) return undefined;
  const texts = [...new Set(rows.map((row) => row.cells[at].textContent))].filter((text) => text !== "");
  const select = document.createElement("select");
  select.dataset.column = at;
  select.setAttribute("aria-label", head.cells[at].textContent);
  select.append(new Option(words.all, ""), ...texts.map((text) => new Option(text, text)));
  return select;
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}
