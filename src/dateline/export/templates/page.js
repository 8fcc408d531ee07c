(() => {
  // Everything works without this: it only lights up what belongs together.
  const parts = new Map();
  const add = (key, node) => parts.has(key) ? parts.get(key).push(node) : parts.set(key, [node]);
  for (const node of document.querySelectorAll("[data-i]"))
    for (const key of node.dataset.i.split(" ")) add(key, node);
  for (const node of document.querySelectorAll("[data-w]"))
    for (const key of node.dataset.w.split(" ")) add(key, node);
  const light = (keys, name, on) => {
    for (const key of keys) for (const node of parts.get(key) || []) node.classList.toggle(name, on);
  };
  const keysOf = (target) => {
    const node = target.closest && target.closest("[data-i]");
    return node ? node.dataset.i.split(" ") : [];
  };
  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => light(keysOf(event.target), "lit", true));
    document.addEventListener(leave, (event) => light(keysOf(event.target), "lit", false));
  }
  let hit = [], aimed = [];
  const aim = () => {
    light(hit, "hit", false);
    light(aimed, "aimed", false);
    hit = [decodeURIComponent(location.hash.slice(1))];
    aimed = keysOf(document.getElementById(hit[0]) || document);
    light(hit, "hit", true);
    light(aimed, "aimed", true);
  };
  addEventListener("hashchange", aim);
  aim();
})();
