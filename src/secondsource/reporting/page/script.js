"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = document.body.dataset;

  // On a narrow screen a table is set as blocks, and some browsers then forget that it is a table.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
  const narrow = matchMedia("screen and (max-width: 40rem)");
  const name = (table) => {
    if (!narrow.matches) return;
    table.setAttribute("role", ROLES.table);
    for (const [selector, role] of Object.entries(ROLES)) all(selector, table).forEach((part) => part.setAttribute("role", role));
  };
  const nameAll = () => all(".matrix, .plain").forEach(name);
  narrow.addEventListener("change", nameAll);
  nameAll();

  // What does not fit a quick start waits as the text of a <noscript>; it is put in place when it is wanted.
  const waiting = () => all("noscript.later");
  const unfold = (block) => {
    const holder = document.createElement("template");
    holder.innerHTML = block.textContent;
    const rows = holder.content.querySelectorAll("tbody > tr");
    const table = block.dataset.rows && document.getElementById(block.dataset.rows);
    if (table) table.tBodies[0].append(...rows);
    else block.before(holder.content);
    block.remove();
    if (table) name(table);
  };
  const unfoldAll = () => { waiting().forEach(unfold); all(".more").forEach((note) => note.remove()); };
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      const block = waiting().find((one) => one.dataset.part === target.dataset.part);
      if (block) unfold(block);
      if (!waiting().some((one) => one.dataset.part === target.dataset.part)) { watcher.unobserve(target); target.remove(); }
      else { watcher.unobserve(target); requestAnimationFrame(() => watcher.observe(target)); }
    }
  }, { rootMargin: "300px" });
  for (const part of new Set(waiting().map((block) => block.dataset.part))) {
    const last = waiting().filter((block) => block.dataset.part === part).pop();
    const note = document.createElement("p");
    note.className = "more";
    note.dataset.part = part;
    note.textContent = words.more;
    last.after(note);
    watcher.observe(note);
  }
  all("details.source").forEach((box) => box.addEventListener("toggle", () => all("noscript.text-later", box).forEach(unfold)));

  // Who scrolls, clicks or types has taken over: nothing may then pull the page back to where a link led.
  let settling = 0;
  for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(sign, () => { settling += 1; }, { capture: true, passive: true });

  // A link to something that waits, or that lies in a closed box, brings it out first.
  const bring = (id) => {
    if (!id) return;
    const mark = `id="${CSS.escape(id)}"`;
    if (!document.getElementById(id)) {
      for (const block of all("noscript")) if (block.textContent.includes(mark) || block.textContent.includes(`id="${id}"`)) unfold(block);
    }
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest(".gone")) { search.value = which.value = ""; filter(); }
    for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    // What waits above it, or is measured only as it comes into sight, would push it away again.
    waiting().filter((block) => block.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING).forEach(unfold);
    let frames = 12;
    const mine = ++settling;
    const settle = () => {
      if (mine !== settling) return;
      target.scrollIntoView({ block: "start", behavior: "instant" });
      if (--frames) requestAnimationFrame(settle);
    };
    settle();
    if (target.matches(".said, .card, details, tr")) { target.tabIndex = -1; target.focus({ preventScroll: true }); }
  };
  const fromAddress = () => bring(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", fromAddress);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) bring(link.hash.slice(1));
  });
  if (location.hash) fromAddress();

  // Search and filter: what fits is shown whole, and the words that were sought are marked in it.
  const form = document.querySelector(".find");
  const search = form.querySelector("input"), which = form.querySelector("select"), count = form.querySelector("output");
  form.hidden = false;
  const known = new WeakMap();
  const read = (item) => {
    // The text as a reader sees it: what the page itself writes into a quotation is left out, a line break is a space.
    if (known.has(item)) return known.get(item);
    const walk = document.createTreeWalker(item, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("mark small, sup, noscript") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    let text = "";
    while (walk.nextNode()) { nodes.push([text.length, walk.currentNode]); text += walk.currentNode.data; }
    const lower = text.toLowerCase().replace(/\s/g, " ");
    known.set(item, { nodes, text: lower, exact: lower.length === text.length });
    return known.get(item);
  };
  const MARKED = 300;
  const mark = (items, wanted) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("sought");
    const ranges = [];
    for (const item of wanted ? items : []) {
      const { nodes, text, exact } = read(item);
      const point = (at) => { const [from, node] = nodes.filter(([start]) => start <= at).pop(); return [node, at - from]; };
      for (let at = text.indexOf(wanted); exact && at >= 0 && ranges.length < MARKED; at = text.indexOf(wanted, at + wanted.length)) {
        const range = new Range();
        range.setStart(...point(at));
        const [node, last] = point(at + wanted.length - 1);
        range.setEnd(node, last + 1);
        ranges.push(range);
      }
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  const ITEMS = ".card, .sheet, .source, .group, .chart, .listed li, .matrix tbody > tr, .listed tbody > tr";
  const filter = () => {
    const wanted = search.value.trim().toLowerCase().replace(/\s+/g, " "), status = which.value;
    if (wanted) { unfoldAll(); all("noscript.text-later").forEach(unfold); }
    else if (status) unfoldAll();
    const fitting = [];
    for (const item of all(ITEMS)) {
      const fits = (!wanted || read(item).text.includes(wanted)) && (!status || !item.matches(".card") || (item.dataset.item || "").split(" ").includes(status));
      item.classList.toggle("gone", !fits);
      if (fits) fitting.push(item);
    }
    for (const part of all("section.part, .listed")) part.classList.toggle("gone", !!(wanted || status) && !!part.querySelector(ITEMS) && !part.querySelector(ITEMS.replace(/(?=,|$)/g, ":not(.gone)")));
    mark(fitting, wanted);
    const cards = fitting.filter((item) => item.matches(".card")).length;
    count.textContent = !(wanted || status) ? "" : !fitting.length ? words.none : cards === 1 ? words.one : words.shown.replace("{n}", cards);
  };
  let pause;
  search.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(filter, 120); });
  which.addEventListener("change", filter);
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });

  // Keys: / searches, n and p walk the discrepancies, arrows walk the matrix.
  let at = -1;
  const walk = (by) => {
    all(["discrepancies", "unmet", "accepted", "expected"].map((part) => `noscript.later[data-part="${part}"]`).join()).forEach(unfold);
    const cards = all(".said[id]").filter((card) => !card.closest(".gone"));
    if (!cards.length) return;
    const here = cards.indexOf(document.activeElement && document.activeElement.closest(".said"));
    at = Math.min(Math.max((here < 0 ? at : here) + by, 0), cards.length - 1);
    cards[at].tabIndex = -1;
    cards[at].scrollIntoView({ block: "start" });
    cards[at].focus({ preventScroll: true });
  };
  const step = (cell, key) => {
    const row = cell.parentElement, table = cell.closest("table"), rows = [...table.rows];
    const rtl = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    const down = { ArrowDown: 1, ArrowUp: -1 }[key] || 0, across = ({ ArrowRight: 1, ArrowLeft: -1 }[key] || 0) * rtl;
    let index = rows.indexOf(row) + down;
    while (rows[index] && rows[index].classList.contains("gone")) index += down;
    const next = rows[index] && rows[index].cells[cell.cellIndex + across];
    if (!next) return;
    const goal = next.querySelector("a") || next;
    if (goal === next) next.tabIndex = -1;
    goal.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
    const cell = event.target.closest(".matrix th, .matrix td");
    if (cell && event.key.startsWith("Arrow")) { event.preventDefault(); step(cell, event.key); }
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (event.key === "n") walk(1);
    else if (event.key === "p") walk(-1);
  });

  addEventListener("beforeprint", () => { unfoldAll(); all(".tech, .group").forEach((box) => { box.open = true; }); });
})();
