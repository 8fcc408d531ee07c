// Everything can be read without this. It adds keys, lights what belongs together, and redraws the map where it is moved.
(() => {
  const $ = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const said = (words) => { const box = $("#said"); if (box) { box.textContent = ""; box.append(Object.assign(document.createElement("p"), { textContent: words })); } };

  // What a value says and the words that say it, in both directions.
  let lit = [];
  const light = (target) => {
    for (const node of lit) node.classList.remove("lit");
    lit = [];
    const owner = target && target.closest && target.closest("[data-i]");
    if (!owner) return;
    for (const key of owner.dataset.i.split(" "))
      for (const node of all(`[data-i~="${CSS.escape(key)}"]`)) {
        lit.push(node);
        const fold = node.closest("details.graphic:not([open])");
        if (fold) lit.push(fold);
      }
    for (const node of lit) node.classList.add("lit");
  };
  const show = (statement) => {
    const box = $("#sources"), words = statement && statement.matches(".statement") && box && $(`[data-i~="${CSS.escape(statement.dataset.i)}"]`, box);
    if (!words || getComputedStyle(box).position !== "sticky") return;
    const node = words.closest("details.graphic:not([open])") || words, at = node.getBoundingClientRect(), frame = box.getBoundingClientRect();
    if (at.top < frame.top || at.bottom > frame.bottom) box.scrollTop += at.top - frame.top - frame.height / 3;
  };
  document.addEventListener("mouseover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => { light(event.target); show(event.target); });

  // Keys. Each is the [data-key] of a control: of the thing that is chosen, else of the page.
  const THINGS = ".item, .statement";
  const now = () => $(".now") && document.body.contains($(".now")) ? $(".now") : null;
  const choose = (thing) => {
    for (const node of all(".now")) node.classList.remove("now");
    if (!thing) return;
    thing.classList.add("now");
    thing.focus({ preventScroll: true });
    thing.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const things = all(THINGS), at = things.indexOf(now());
    if (things.length) choose(things[at < 0 ? (by > 0 ? 0 : things.length - 1) : Math.max(0, Math.min(things.length - 1, at + by))]);
  };
  document.addEventListener("focusin", (event) => {
    const thing = event.target.closest(THINGS);
    if (thing && thing !== now()) { for (const node of all(".now")) node.classList.remove("now"); thing.classList.add("now"); }
  });
  const press = (key) => {
    const thing = now();
    const own = thing && $(`[data-key="${key}"]`, thing), control = own || (thing && thing.matches(".statement") && /[ar]/.test(key) ? null : all(`[data-key="${key}"]`).find((one) => !one.closest(THINGS)));
    if (!control) return false;
    if (key === "e" && control.matches("summary")) {
      control.parentElement.open = true;
      ($("input:not([type=hidden]), select", control.parentElement) || control).focus();
    } else if (key === "e" && control.hash === "#fields" && $(".statement")) choose($(".statement"));
    else if (control.hash && control.pathname === location.pathname && $(control.hash)) {
      const part = $(control.hash);
      location.hash = control.hash;
      ($("button, input:not([type=hidden]), select", part) || part).focus();
    } else control.click();
    return true;
  };
  const keysOn = () => localStorage.getItem("keys") !== "off";
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("details.work")) { const work = event.target.closest("details.work"); work.open = false; choose(work.closest(".statement")); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog, .live")) return;
    if (event.key === "?") { event.preventDefault(); const box = $("#keys"); if (box) box.showModal(); return; }
    // A key that is held down moves on, and decides once.
    if (!keysOn() || (event.repeat && !/^[jk]$/.test(event.key))) return;
    let done = true;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "w") choose(null);
    else if (event.key === "/") { const box = $("#f-words"); if (box) box.focus(); else done = false; }
    else if (event.key === "Enter") done = event.target.matches(".item") && press("o");
    else if (/^[aremsguno]$/.test(event.key)) done = press(event.key);
    else done = false;
    if (done) event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (event.target.closest('[data-key="?"]')) $("#keys").showModal(); });
  const box = $("#keys-on");
  if (box) { box.checked = keysOn(); box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off")); }

  // After a decision: the next row of the queue, the same statement of the incident, or the first thing of another page.
  let back = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const thing = event.target.closest(THINGS) || (event.target.closest("#said") && event.detail.target && event.detail.target.closest(THINGS)), things = all(THINGS), at = things.indexOf(thing);
    back = thing ? { id: thing.id, next: thing.matches(".item") && !event.target.querySelector('[value="undo"]') ? (things[at + 1] || {}).id : null } : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (back) { choose(document.getElementById(back.next || back.id)); back = null; }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (xhr.status < 400) {
      // Where nothing lies in a stretch of the map, the map stays, to be moved on.
      if (target.matches(".where-map") && !xhr.responseText.includes('<figure class="map">')) { event.detail.shouldSwap = false; said("Nothing of this filter lies here."); }
      return;
    }
    event.detail.shouldSwap = false;
    const words = new DOMParser().parseFromString(xhr.responseText, "text/html").body.textContent.trim();
    said(xhr.status === 401 ? "You were logged out. Log in again; what you decided before is on record." : words || `That did not work (${xhr.status}).`);
  });
  // The many filters are open where there is room beside the list, and else stay as they are put.
  let filters = !matchMedia("(max-width: 48rem)").matches;
  const fold = () => { for (const one of all("details.more-filters")) one.open = filters; };
  document.addEventListener("toggle", (event) => { if (event.target.matches("details.more-filters")) filters = event.target.open; }, true);
  fold();

  // A filter is asked for once: by a choice at once, by what is typed with Enter or when it is left. Half of a year is a day too, so days wait.
  let sent = false;
  const ask = (event) => {
    const form = event.target.closest("#filter"), choice = event.target.matches("select, [type=checkbox]");
    if (!form || sent || !form.isConnected || choice !== (event.type === "change")) return;
    if (choice || event.target.value !== event.target.defaultValue) form.requestSubmit();
  };
  document.addEventListener("change", ask);
  document.addEventListener("focusout", ask);
  // After a search the keys are for what was found.
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "filter") return;
    sent = true;
    if (document.activeElement.matches("#filter input:not([type=checkbox])")) document.activeElement.blur();
    sent = false;
  });
  document.addEventListener("htmx:sendError", () => said("The desk cannot be reached. Nothing was decided; try again."));

  // The timeline: days that are dragged over become the filter.
  const day = (share, brush) => {
    const first = Date.parse(brush.dataset.first), last = Date.parse(brush.dataset.last) + 864e5;
    return new Date(Math.min(last - 864e5, Math.max(first, first + share * (last - first)))).toISOString().slice(0, 10);
  };
  let from = null;
  const share = (event, svg) => { const box = svg.getBoundingClientRect(); return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)); };
  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest && event.target.closest(".brush svg");
    if (svg && event.button === 0) { from = { svg, at: share(event, svg) }; event.preventDefault(); }
  });
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = share(event, from.svg), rect = $(".chosen", from.svg);
    rect.setAttribute("visibility", "visible");
    rect.setAttribute("x", `${100 * Math.min(to, from.at)}%`);
    rect.setAttribute("width", `${100 * Math.abs(to - from.at)}%`);
  });
  document.addEventListener("pointerup", (event) => {
    if (!from) return;
    const to = share(event, from.svg), brush = from.svg.closest(".brush"), wide = Math.abs(to - from.at);
    const ends = [Math.min(to, from.at), Math.max(to, from.at)];
    from = null;
    const form = $("#filter");
    form.elements.since.value = wide < 0.005 ? "" : day(ends[0], brush);
    form.elements.until.value = wide < 0.005 ? "" : day(ends[1], brush);
    form.requestSubmit();
  });

  // The map: the picture is drawn anew for another view; an operator's tiles lie under it.
  document.addEventListener("map:shown", (event) => {
    const { tiles } = $(".mapped").dataset;
    if (tiles) L.tileLayer(tiles, { maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(event.detail.map);
  });
  let waiting = 0;
  document.addEventListener("map:moved", (event) => {
    const { near, bounds, inside } = event.detail, page = $(".mapped");
    if (!page || (near < 1 && near > -0.6 && inside)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((n) => n.toFixed(3)).join(",");
      const url = new URL(page.dataset.again, location.href);
      url.searchParams.set("view", view);
      htmx.ajax("GET", url.pathname + url.search, { target: ".where-map", select: ".where-map", swap: "outerHTML" });
    }, 350);
  });
  document.addEventListener("htmx:beforeCleanupElement", (event) => {
    if (event.target.matches?.("figure.map")) event.target.dispatchEvent(new CustomEvent("map:gone"));
  });
  document.addEventListener("htmx:load", (event) => {
    fold();
    if (typeof showMap === "function") for (const figure of all("figure.map", event.target.parentElement || document)) showMap(figure);
  });
})();
