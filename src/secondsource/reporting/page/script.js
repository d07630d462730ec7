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

  // What a search looks through, and what it hides.
  const ITEMS = ".card, .sheet, .source, .group, .chart, .listed li, .matrix tbody > tr, .listed tbody > tr, .wording, .voice";
  const SECTION = ".listed, section.part", CARDS = ["discrepancies", "unmet", "accepted", "expected"], NUMBERED = ".card[data-item]";
  const ROOM = 15; // Things of one section that a search shows at once; the others come as one scrolls.
  const MARKED = 200; // Places in which the words that were sought are marked.

  // What does not fit a quick start waits as the text of a <noscript>, and is put in place when it is wanted. A search
  // looks through that text without its tags, so that only what has the words is made part of the page.
  const plain = (text) => text.toLowerCase().replace(/\s/g, " ");
  const hasAll = (text) => terms.every((term) => text.includes(term));
  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };
  const untagged = (markup) => plain(markup.replace(/<sup[^>]*>.*?<\/sup>|<small lang=en>.*?<\/small>|<[^>]*>/gs, "")
    .replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => ENTITIES[entity]));
  const parsed = (block) => {
    const holder = document.createElement("template");
    holder.innerHTML = block.textContent;
    return holder.content;
  };
  class Chunk {
    constructor(block) {
      this.block = block;
      this.part = block.dataset.part;
      this.section = block.closest(SECTION);
      this.table = block.dataset.rows && document.getElementById(block.dataset.rows);
      this.fits = true;
    }
    get content() { return this.kept ||= parsed(this.block); }
    get items() { return this.found ||= all(ITEMS, this.content); }
    get text() { return this.words ||= untagged(this.block.textContent); }
    has(id) { return this.block.textContent.includes(id) && !!this.content.querySelector(`#${CSS.escape(id)}`); }
    unfold() {
      const items = this.items;
      chunks.splice(chunks.indexOf(this), 1);
      if (this.table) {
        // The rows keep their order, whichever of them are wanted first.
        const body = document.createElement("tbody");
        body.append(...all("tbody > tr", this.content));
        const later = [...this.table.tBodies].find((one) => one.order > this.order);
        body.order = this.order;
        this.table.insertBefore(body, later || null);
        name(this.table);
      } else this.block.before(this.content);
      this.block.remove();
      items.forEach((item) => item.classList.toggle("gone", !fits(item)));
      marking();
    }
  }
  const chunks = all("noscript.later").map((block) => new Chunk(block));
  chunks.forEach((chunk, order) => { chunk.order = order + 1; });
  all("table").forEach((table) => { if (table.tBodies[0]) table.tBodies[0].order = 0; });
  const unfold = (which) => chunks.filter(which).forEach((chunk) => chunk.unfold());
  const texts = new Map(all("noscript.text-later").map((block) => [block.parentElement, block]));
  const unfoldText = (box) => {
    const block = texts.get(box);
    if (!block) return;
    texts.delete(box);
    block.replaceWith(parsed(block));
    marking();
  };
  all("details.source").forEach((box) => box.addEventListener("toggle", () => unfoldText(box)));

  // Under the last thing of a section stands a note while others wait; as it comes into sight the next ones are shown.
  const notes = new Map();
  const rest = (part) => chunks.filter((chunk) => chunk.part === part && chunk.fits);
  const note = (part) => {
    const line = notes.get(part);
    watcher.unobserve(line);
    line.classList.toggle("gone", !rest(part).length);
    if (rest(part).length) requestAnimationFrame(() => watcher.observe(line));
  };
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      rest(target.dataset.part)[0]?.unfold();
      note(target.dataset.part);
    }
  }, { rootMargin: "300px" });
  for (const { part, block } of [...chunks].reverse()) {
    if (notes.has(part)) continue;
    const line = document.createElement("p");
    line.className = "more";
    line.dataset.part = part;
    line.textContent = words.more;
    block.after(line);
    notes.set(part, line);
    watcher.observe(line);
  }
  const noteAll = () => [...notes.keys()].forEach(note);

  // Who scrolls, clicks or types has taken over: nothing may then pull the page back to where a link led.
  let settling = 0;
  for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(sign, () => { settling += 1; }, { capture: true, passive: true });

  // A link to something that waits, or that lies in a closed box, brings it out first.
  const bring = (id) => {
    if (!id) return;
    const chunk = document.getElementById(id) ? null : chunks.find((one) => one.has(id));
    // What waits before it in its own section comes with it, or would push it away as it is scrolled to.
    if (chunk) unfold((one) => one.part === chunk.part && one.order <= chunk.order);
    else if (!document.getElementById(id)) {
      for (const [box, block] of texts) if (block.textContent.includes(id)) unfoldText(box);
    }
    noteAll();
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest(".gone")) { search.value = which.value = ""; filter(); }
    for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    land(withHeading(target));
    if (target.matches(".said, .card, details, tr")) hold(target);
  };
  // Things above may still find their height while one scrolls.
  const land = (target) => {
    let frames = 12;
    const mine = ++settling;
    const settle = () => {
      if (mine !== settling) return;
      target.scrollIntoView({ block: "start", behavior: "instant" });
      if (--frames) requestAnimationFrame(settle);
    };
    settle();
  };
  const hold = (target) => { target.tabIndex = -1; target.focus({ preventScroll: true }); };
  // A source's words say little without the card's number and fact, so these are shown too wherever both fit.
  const top = (node) => node.getBoundingClientRect().top;
  const withHeading = (target) => {
    const card = target.matches(".said") && target.closest(".card");
    return card && (target.matches(":first-child") || top(target) - top(card) < innerHeight / 2) ? card : target;
  };
  const fromAddress = () => bring(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", fromAddress);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) bring(link.hash.slice(1));
  });

  // Search and filter: what fits is shown whole, and the words that were sought are marked in it.
  const form = document.querySelector(".find");
  const search = form.querySelector("input"), which = form.querySelector("select"), count = form.querySelector("output"), clear = form.querySelector("button");
  form.hidden = false;
  // All the words, in any order; what stands in quotation marks is one of them.
  let wanted = "", terms = [], status = "";
  const read = () => {
    const typed = plain(search.value).replace(/[“”„]/g, '"').replace(/ +/g, " ").trim();
    terms = (typed.match(/"[^"]*"|[^ "]+/g) || []).map((term) => term.replaceAll('"', "").trim()).filter(Boolean);
    wanted = typed.replaceAll('"', "").trim();
    status = which.value;
  };
  const known = new WeakMap();
  // The text as a reader sees it: what the page itself writes into a quotation is left out, a line break is a space.
  const isOurs = (node) => node.nodeName === "SUP" || node.nodeName === "NOSCRIPT" || (node.nodeName === "SMALL" && node.parentNode.nodeName === "MARK");
  const gather = (node, found) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) found.push(child);
      else if (child.nodeType === Node.ELEMENT_NODE && !isOurs(child)) gather(child, found);
    }
    return found;
  };
  const textOf = (item) => {
    if (!known.has(item)) {
      const waits = texts.get(item);
      known.set(item, plain(gather(item, []).map((node) => node.data).join("")) + (waits ? untagged(waits.textContent) : ""));
    }
    return known.get(item);
  };
  const fits = (item) => (!terms.length || hasAll(textOf(item))) && (!status || !item.matches(".card") || (item.dataset.item || "").split(" ").includes(status));
  const rangesIn = (item, room) => {
    const nodes = gather(item, []), ranges = [];
    const text = nodes.map((node) => node.data).join(""), lower = plain(text);
    if (lower.length !== text.length) return ranges; // Some capitals are longer in small letters.
    const starts = [];
    nodes.reduce((at, node) => { starts.push(at); return at + node.length; }, 0);
    let place = 0;
    const point = (at) => { while (starts[place + 1] <= at) place += 1; return [nodes[place], at - starts[place]]; };
    // Where all the words stand together they are marked together.
    for (const term of lower.includes(wanted) ? [wanted] : terms) {
      place = 0;
      for (let at = lower.indexOf(term); at >= 0 && ranges.length < room; at = lower.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(...point(at));
        const [node, last] = point(at + term.length - 1);
        range.setEnd(node, last + 1);
        ranges.push(range);
      }
    }
    return ranges;
  };
  const mark = () => {
    if (!window.Highlight || !CSS.highlights) return;
    const ranges = [];
    for (const item of wanted ? all(ITEMS) : []) {
      if (ranges.length < MARKED && !item.classList.contains("gone") && fits(item)) ranges.push(...rangesIn(item, MARKED - ranges.length));
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  let due = false;
  const marking = () => {
    if (due || !wanted) return;
    due = true;
    requestAnimationFrame(() => { due = false; mark(); });
  };
  const filter = () => {
    read();
    let cards = 0, noticed = 0;
    const found = new Map(); // Section -> how many of its things fit.
    const tell = (item, section) => {
      const fit = fits(item);
      cards += fit && item.matches(".card[data-item]");
      noticed += fit && item.matches(".card:not([data-item])");
      found.set(section, (found.get(section) || 0) + fit);
      return fit;
    };
    for (const item of all(ITEMS)) item.classList.toggle("gone", !tell(item, item.closest(SECTION)));
    for (const chunk of [...chunks]) {
      const isFull = found.get(chunk.section) >= ROOM, hasCards = [...CARDS, "noticed"].includes(chunk.part);
      chunk.fits = !terms.length || hasAll(chunk.text);
      // Of what is shown only as one scrolls, nothing but the cards is counted.
      if (chunk.fits && (hasCards || (wanted && !isFull))) {
        const fitting = chunk.items.filter((item) => tell(item, chunk.section));
        chunk.fits = fitting.length > 0;
        if (chunk.fits && (wanted || status) && !isFull) chunk.unfold();
      } else found.set(chunk.section, (found.get(chunk.section) || 0) + chunk.fits);
    }
    for (const section of all(SECTION)) {
      const told = [section, ...all(".listed", section)].map((one) => found.get(one)).filter((one) => one !== undefined);
      section.classList.toggle("gone", told.length > 0 && !told.some(Boolean));
    }
    noteAll();
    mark();
    const any = [...found.values()].some(Boolean);
    clear.hidden = !(wanted || status);
    const also = noticed ? `, ${words.noticed.replace("{n}", noticed)}` : "";
    count.textContent = clear.hidden ? "" : !any ? words.none : cards === 1 ? words.one + also
      : cards || noticed ? words.shown.replace("{n}", cards) + also : status ? words.noCard : words.elsewhere;
    tellPlace();
  };
  let pause;
  search.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(filter, 120); });
  const toFirst = (selector) => { const first = all(selector).find((one) => !one.closest(".gone")); if (first) land(first); };
  which.addEventListener("change", () => { filter(); if (status) toFirst(NUMBERED); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); filter(); if (wanted) toFirst(ITEMS); });
  form.addEventListener("reset", (event) => { event.preventDefault(); search.value = which.value = ""; clearTimeout(pause); filter(); search.focus(); });
  // Whoever goes to the field will search: what waits is read while they type.
  search.addEventListener("focus", () => {
    const unread = [...all(ITEMS).map((item) => () => textOf(item)), ...chunks.map((chunk) => () => chunk.text)];
    const idle = window.requestIdleCallback || ((act) => setTimeout(() => act({ timeRemaining: () => 5 }), 20));
    const work = (deadline) => {
      do unread.shift()?.(); while (unread.length && deadline.timeRemaining() > 4);
      if (unread.length) idle(work);
    };
    idle(work);
  }, { once: true });

  // Keys: / searches, n and p walk the discrepancies, arrows walk the matrix.
  const pager = document.querySelector(".pager"), placed = pager.querySelector("output");
  let current = null, edge = "";
  const walkable = () => all(NUMBERED).filter((card) => !card.closest(".gone"));
  // The card at the upper edge of the window; at the end of the page the last cards cannot come up to it.
  const place = (cards) => {
    const held = cards.indexOf(current), isEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
    return Math.max(cards.findLastIndex((card) => top(card) < 24), isEnd ? held : -1);
  };
  const tellPlace = () => {
    const cards = walkable(), card = cards[place(cards)];
    pager.hidden = !cards.length;
    if (card !== current) edge = "";
    placed.textContent = card ? card.querySelector(".count").textContent + (edge && `, ${edge}`) : "";
  };
  const walk = (by) => {
    unfold((chunk) => CARDS.includes(chunk.part) && chunk.fits);
    noteAll();
    const cards = walkable();
    if (!cards.length) return;
    const next = place(cards) + by;
    edge = next < 0 ? pager.dataset.first : next >= cards.length ? pager.dataset.last : "";
    current = cards[Math.min(Math.max(next, 0), cards.length - 1)];
    pager.classList.add("walking");
    land(current);
    hold(current);
    tellPlace();
  };
  pager.querySelector(".previous").addEventListener("click", () => walk(-1));
  pager.querySelector(".next").addEventListener("click", () => walk(1));
  let telling = false;
  addEventListener("scroll", () => {
    if (telling) return;
    telling = true;
    requestAnimationFrame(() => { telling = false; tellPlace(); });
  }, { passive: true });
  tellPlace();
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

  addEventListener("beforeprint", () => {
    unfold(() => true);
    noteAll();
    [...texts.keys()].forEach(unfoldText);
    all(".tech, .group").forEach((box) => { box.open = true; });
  });

  if (location.hash) fromAddress();
})();
