// Keeps an open page up to date: reloads it at the place where it was, and shows what is wrong over it.
"use strict";
(() => {
  const own = document.currentScript;
  const sum = own.dataset.sum;
  const folder = new URL(".", own.src);
  const page = encodeURIComponent(location.pathname);
  const kept = "chancery-place";
  let serial = -1;
  let dismissed = "";

  // The place

  // The last element with an id above the middle of the window, and how far it is from the top: what
  // is added or removed before it does not move it.
  function anchor() {
    let best = null;
    for (const element of document.querySelectorAll("[id]")) {
      const top = element.getBoundingClientRect().top;
      if (element.getClientRects().length && top < innerHeight / 2 && (!best || top >= best.top)) {
        best = { id: element.id, top };
      }
    }
    return best;
  }

  function reload(theirs) {
    const change = sum + " " + theirs;
    let before = null;
    try { before = JSON.parse(sessionStorage.getItem(kept)); } catch { /* none */ }
    // A page that is never what the server says would reload for ever.
    if (before && before.change === change && Date.now() - before.time < 2000) return;
    const place = {
      url: location.href, change, time: Date.now(), x: scrollX, y: scrollY,
      atEnd: scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
      anchor: anchor(), open: openDetails(),
    };
    try { sessionStorage.setItem(kept, JSON.stringify(place)); } catch { /* the top, then */ }
    location.reload();
  }

  function openDetails() {
    return Array.from(document.querySelectorAll("details"), (element) => element.open);
  }

  function restore() {
    let place = null;
    try { place = JSON.parse(sessionStorage.getItem(kept)); } catch { /* none */ }
    if (!place || place.restored || place.url !== location.href) return;
    sessionStorage.setItem(kept, JSON.stringify({ ...place, restored: true }));
    const details = document.querySelectorAll("details");
    if (details.length === place.open.length) {
      details.forEach((element, index) => { element.open = place.open[index]; });
    }
    const go = () => {
      const element = place.anchor && document.getElementById(place.anchor.id);
      const moved = element ? element.getBoundingClientRect().top - place.anchor.top : null;
      const y = place.y < 2 ? place.y
        : place.atEnd ? document.documentElement.scrollHeight
        : moved === null ? place.y : scrollY + moved;
      scrollTo({ left: place.x, top: y, behavior: "instant" });
    };
    history.scrollRestoration = "manual";
    go();
    // Pictures and typefaces that come later change heights.
    addEventListener("load", () => {
      go();
      requestAnimationFrame(() => { history.scrollRestoration = "auto"; });
    });
  }

  // What is wrong

  let host = null;
  let root = null;
  let shown = "";

  function panel() {
    if (root) return root;
    host = document.createElement("div");
    host.id = "chancery-preview";
    host.lang = "en";
    host.dir = "ltr";
    const shadow = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("preview.css", folder).href;
    root = document.createElement("div");
    root.className = "over";
    root.hidden = true;
    style.addEventListener("load", () => { root.dataset.styled = ""; });
    shadow.append(style, root);
    document.body.append(host);
    return root;
  }

  function button(label, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", act);
    return element;
  }

  // What is marked in a long line may stand far to the right.
  function reveal(place) {
    for (const mark of place.querySelectorAll("pre mark")) {
      const line = mark.parentElement;
      const right = mark.getBoundingClientRect().right - line.getBoundingClientRect().left;
      if (right > line.clientWidth) line.scrollLeft = right - line.clientWidth / 2;
    }
  }

  function clear() {
    shown = "";
    if (!root) return;
    root.hidden = true;
    root.replaceChildren();
  }

  function dismiss() {
    dismissed = shown;
    clear();
  }

  function show(level, report) {
    const key = level + report;
    if (key === shown) return;
    clear();
    if (level === "none" || key === dismissed) return;
    dismissed = "";
    const over = panel();
    shown = key;
    const box = document.createElement("section");
    box.className = level === "error" ? "panel" : "note";
    // In the page before it has words, so that screen readers read them out.
    box.setAttribute("role", level === "error" ? "alert" : "status");
    over.replaceChildren(box);
    over.hidden = false;
    setTimeout(() => {
      // Escaped by the server; scripts in it would not run either.
      box.innerHTML = report;
      const heading = box.querySelector("h2");
      if (level === "error") {
        const bar = document.createElement("header");
        heading.replaceWith(bar);
        bar.append(heading, button("Dismiss", dismiss));
        const hint = document.createElement("p");
        hint.className = "next";
        hint.textContent = "Below is the page as it was before. This goes when it is mended.";
        bar.after(hint);
      } else if (level === "warning") {
        const list = document.createElement("details");
        const line = document.createElement("summary");
        line.textContent = heading.textContent;
        heading.remove();
        list.append(line, ...box.childNodes, button("Dismiss", dismiss));
        list.addEventListener("toggle", () => reveal(list));
        box.append(list);
      }
      reveal(box);
    }, 0);
  }

  addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) dismiss(); });

  // What the server says

  function take(text) {
    const message = JSON.parse(text);
    if (message.serial < serial) return;
    serial = message.serial;
    if (message.sum !== sum) reload(message.sum);
    else show(message.level, message.report);
  }

  let stream = null;
  let timer = 0;
  let isFull = false;
  let failures = 0;

  function lost() {
    serial = -1;
    failures += 1;
    if (failures === 5) show("note", "<h2>The preview has stopped</h2>");
  }

  function close() {
    if (stream) stream.close();
    stream = null;
    clearTimeout(timer);
  }

  // A browser opens few connections to a host: a page that is not seen has none, and where too many
  // are seen, those that were there first ask once a second.
  function connect() {
    close();
    if (document.hidden) return;
    if (isFull) return void ask();
    stream = new EventSource(new URL(`events?page=${page}`, folder));
    stream.addEventListener("open", () => { failures = 0; });
    stream.addEventListener("message", (event) => take(event.data));
    stream.addEventListener("full", () => {
      isFull = true;
      connect();
    });
    stream.addEventListener("error", () => {
      lost();
      // Where the browser has given up.
      if (stream && stream.readyState === EventSource.CLOSED) timer = setTimeout(connect, 1000);
    });
  }

  async function ask() {
    try {
      const response = await fetch(new URL(`state?page=${page}`, folder));
      failures = 0;
      take(await response.text());
    } catch {
      lost();
    }
    clearTimeout(timer);
    if (isFull && !document.hidden) timer = setTimeout(ask, 1000);
  }

  document.addEventListener("visibilitychange", connect);
  addEventListener("focus", () => {
    if (!isFull) return;
    isFull = false;
    connect();
  });
  // A page that is kept to be gone back to holds no connection.
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });

  restore();
  if (document.body.matches(".page")) reveal(document);
  connect();
})();
