"use strict";
document.documentElement.classList.add("js");

/* Lists: search, filters and pages of the records in a table, a list of items or of articles. */
const PAGE = 50;
const FEW = 10;
const KINDS = new Set(["TBODY", "LI", "ARTICLE"]);
const lists = [];

function makeList(root) {
  const name = root.dataset.list;
  const records = Array.from(root.children).filter((child) => KINDS.has(child.tagName));
  const controls = document.querySelector(`[data-filters="${name}"]`);
  const pager = document.querySelector(`[data-pages="${name}"]`);
  const place = pager.querySelector(".place");
  const [back, forth] = pager.querySelectorAll("button");
  const fields = Array.from(controls?.querySelectorAll("select, input") ?? []);
  const selects = fields.filter((field) => field.matches("select"));
  const search = fields.find((field) => field.matches("input"));
  const texts = new Map();
  let matching = records;
  let shown = records;
  let page = 0;

  const text = (record) => {
    if (!texts.has(record)) texts.set(record, folded(record.textContent));
    return texts.get(record);
  };

  const key = (record, column) => {
    const cell = record.rows[0].cells[column];
    const link = cell.querySelector("a");
    return link ? link.getAttribute("href") : cell.textContent.trim();
  };

  const show = () => {
    for (const record of shown) record.hidden = true;
    shown = matching.slice(page * PAGE, (page + 1) * PAGE);
    for (const record of shown) record.hidden = false;
    const first = page * PAGE + 1;
    const all = matching.length.toLocaleString("en");
    const range = `${first.toLocaleString("en")} to ${(first + shown.length - 1).toLocaleString("en")} of ${all}`;
    place.textContent = matching.length ? range : "No row fits.";
    pager.hidden = records.length <= PAGE && matching.length === records.length;
    back.disabled = page === 0;
    forth.disabled = (page + 1) * PAGE >= matching.length;
    back.hidden = forth.hidden = matching.length <= PAGE;
  };

  const filter = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value);
    matching = records.filter(
      (record) =>
        chosen.every((select) => key(record, select.dataset.column) === select.value) &&
        words.every((word) => text(record).includes(word)),
    );
    page = 0;
    show();
  };

  const turn = (step) => {
    page += step;
    show();
    root.scrollIntoView();
  };

  const clear = () => {
    for (const field of fields) field.value = "";
    filter();
  };

  controls?.addEventListener("input", filter);
  controls?.querySelector("button").addEventListener("click", clear);
  back.addEventListener("click", () => turn(-1));
  forth.addEventListener("click", () => turn(1));
  if (controls) controls.hidden = records.length < FEW && !selects.length;
  show();
  root.dataset.ready = "";
  lists.push({
    name,
    root,
    reveal(element) {
      const record = records.find((one) => one.contains(element));
      if (!record) return;
      if (!matching.includes(record)) clear();
      page = Math.floor(matching.indexOf(record) / PAGE);
      show();
    },
    choose(column, value) {
      clear();
      selects.find((select) => select.dataset.column === column).value = value;
      filter();
    },
  });
}

/* Words without accents and capitals; most have no accents, which saves time where there are thousands. */
function folded(text) {
  const bare = /^[\x00-\x7f\u2010-\u2026]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase();
}

/* Addresses: the row of an address is brought to light wherever it stands, with its passages open. */
function follow() {
  const id = location.hash.slice(1);
  const target = id && (document.getElementById(id) || document.getElementById(decoded(id)));
  if (!target) return;
  for (const list of lists) if (list.root.contains(target)) list.reveal(target);
  for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  if (target.matches("tbody, article")) {
    const own = target.querySelector("details");
    if (own) own.open = true;
  }
  target.scrollIntoView();
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/* Copying. */
async function copy(text, button) {
  const done = await copied(text);
  const label = button.textContent;
  const said = done ? "Copied" : "Not copied: select the text and copy it by hand";
  button.textContent = said;
  document.getElementById("told").textContent = said;
  setTimeout(() => (button.textContent = label), 2000);
}

async function copied(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      /* the older way is tried */
    }
  }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

function rowCitation(address) {
  const page = location.href.split("#")[0];
  return `${document.getElementById("citation").textContent} Row ${address}: ${page}${address}`;
}

/* A row's button comes when the row is opened first, so that thousands of rows need no thousands of buttons. */
function withButton(event) {
  for (const cite of event.target.querySelectorAll(":scope > .cite")) {
    if (cite.querySelector("button")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    const address = cite.querySelector("a").getAttribute("href");
    button.addEventListener("click", () => copy(rowCitation(address), button));
    cite.append(button);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const root of document.querySelectorAll("[data-list]")) makeList(root);
  document.addEventListener("toggle", withButton, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) copy(document.getElementById(button.dataset.copy).textContent, button);
    const link = event.target.closest("a[data-measure]");
    if (link) lists.find((list) => list.name === "figures").choose("3", link.dataset.measure);
  });
  window.addEventListener("hashchange", follow);
  follow();
});
