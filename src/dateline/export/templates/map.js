// The picture stands without this. This draws it again so that it can be moved, from the picture's own paths and names.
const showMap = (figure) => {
  const still = figure.querySelector(".still"), live = figure.querySelector(".live");
  if (!still || !window.L || !live.hidden) return;
  const [zoom, left, top] = still.dataset.view.split(" ").map(Number);
  const { width, height } = still.viewBox.baseVal;
  const at = (x, y) => L.CRS.EPSG3857.pointToLatLng(L.point(x + left, y + top), zoom);
  const frame = (margin) => L.latLngBounds(at(-margin * width, -margin * height), at((1 + margin) * width, (1 + margin) * height));
  const lines = (path) => path.getAttribute("d").split("M").slice(1).map((part) => {
    const steps = part.match(/-?\d+/g).map(Number), found = [];
    for (let n = 0, x = 0, y = 0; n < steps.length; n += 2) found.push(at((x += steps[n]) / 10, (y += steps[n + 1]) / 10));
    return found;
  });

  live.hidden = false;
  const map = L.map(live, {
    attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.25, maxBounds: frame(1), maxBoundsViscosity: 1,
    dragging: !matchMedia("(pointer: coarse)").matches, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    renderer: L.svg({ padding: 0.3 }),
  }).fitBounds(frame(0), { animate: false });
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(frame(1), true))).setMaxZoom(Math.max(map.getZoom(), zoom) + 3);
  live.setAttribute("role", "group");
  live.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom. " + still.getAttribute("aria-label"));
  L.control.scale({ imperial: false }).addTo(map);
  const north = L.control({ position: "topright" });
  north.onAdd = () => {
    const box = L.DomUtil.create("div", "north-box"), sign = box.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
    sign.setAttribute("viewBox", "-12 -20 24 38");
    sign.setAttribute("aria-hidden", "true");
    sign.append(still.querySelector(".north").cloneNode(true));
    sign.firstChild.removeAttribute("transform");
    return box;
  };
  north.addTo(map);

  const open = (node) => () => { location.href = still.querySelector(`.badge[data-i="${node.dataset.i.split(" ")[0]}"]`).getAttribute("href"); };
  const dots = [];
  const gone = new AbortController(), ground = still.querySelector(".ground");
  // Land and borders lie under all else, whenever they come.
  map.createPane("ground").style.zIndex = 390;
  const under = L.svg({ pane: "ground", padding: 0.3 });
  const lay = (path, name) => (/land/.test(name) ? L.polygon : L.polyline)(lines(path), { className: name, interactive: false, renderer: under }).addTo(map);
  if (ground.dataset.from) fetch(ground.dataset.from, { signal: gone.signal }).then((answer) => answer.ok ? answer.text() : Promise.reject())
    .then((text) => {
      const file = new DOMParser().parseFromString(text, "image/svg+xml");
      for (const use of ground.children) lay(file.getElementById(use.getAttribute("href").split("#")[1]), use.getAttribute("class"));
    }).catch(() => {});
  else for (const path of ground.children) lay(path, path.getAttribute("class"));
  for (const node of still.querySelectorAll(".shapes > *")) {
    const point = node.matches("circle") && at(+node.getAttribute("cx"), +node.getAttribute("cy"));
    const layer = point ? L.circleMarker(point, { radius: 5, className: node.getAttribute("class") })
      : (node.matches(".stretch") ? L.polyline : L.polygon)(lines(node), { className: node.getAttribute("class"), smoothFactor: 0.3 });
    layer.addTo(map).on("click", open(node));
    layer.getElement().dataset.i = node.dataset.i;
    if (point) dots.push(point);
  }

  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("class", "sheet leaflet-zoom-hide");
  map.createPane("names").append(sheet);
  map.getPane("names").style.zIndex = 450;
  const labels = [...still.querySelectorAll(".name")].map((one) => {
    const node = sheet.appendChild(one.cloneNode(true));
    const [x, y, wide, high, gap, air, reach, sure] = one.dataset.label.split(" ").map(Number);
    const flat = still.dataset[one.dataset.slots].split(" ").map(Number), moves = [];
    for (let n = 0; n < flat.length; n += 3)
      moves.push([flat[n] * (wide / 2 + gap * flat[n + 2]), flat[n + 1] * (high / 2 + gap * flat[n + 2]), flat[n]]);
    return { node, label: node.querySelector(".label"), leader: node.querySelector(".leader"), at: at(x, y), wide, high, air, reach, sure, moves };
  });
  const place = () => {
    const size = map.getSize(), scale = 2 ** (map.getZoom() - zoom), full = [];
    const box = (p, dx, dy) => [p.x - dx, p.y - dy, p.x + dx, p.y + dy];
    const free = ([l, t, r, b]) => l >= 2 && t >= 2 && r <= size.x - 2 && b <= size.y - 2 && !full.some((f) => l < f[2] && f[0] < r && t < f[3] && f[1] < b);
    const edge = live.getBoundingClientRect();
    for (const control of live.querySelectorAll(".leaflet-control")) {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      full.push([left - edge.left - 2, top - edge.top - 2, right - edge.left + 2, bottom - edge.top + 2]);
    }
    for (const dot of dots) full.push(box(map.latLngToContainerPoint(dot), 6, 6));
    for (const one of labels) {
      const p = map.latLngToContainerPoint(one.at), seen = p.x >= 0 && p.y >= 0 && p.x <= size.x && p.y <= size.y;
      const moved = ([dx, dy]) => L.point(p.x + dx, p.y + dy);
      let move;
      if (Number.isNaN(one.reach) || one.reach * scale * 2 >= one.wide * 0.8)
        move = one.moves.find((m) => free(box(moved(m), one.wide / 2 + one.air, one.high / 2 + one.air / 2)));
      if (!move && one.sure && seen) move = one.moves[0];
      one.node.classList.toggle("off", !move);
      if (!move) continue;
      full.push(box(moved(move), one.wide / 2, one.high / 2), box(p, 3, 3));
      const spot = map.containerPointToLayerPoint(p);
      one.node.setAttribute("transform", `translate(${spot.x} ${spot.y})`);
      // A name is set from the side of its point: how wide it comes out depends on the letters at hand.
      const name = one.label.hasAttribute("text-anchor");
      if (name) one.label.setAttribute("text-anchor", move[2] > 0 ? "start" : move[2] < 0 ? "end" : "middle");
      one.label.setAttribute("transform", `translate(${move[0] - (name ? move[2] * one.wide / 2 : 0)} ${move[1]})`);
      if (one.leader) { one.leader.setAttribute("x2", move[0]); one.leader.setAttribute("y2", move[1]); }
    }
  };
  map.on("moveend zoomend resize viewreset", place);
  place();
  // A page that draws another picture for another view hears of it here.
  map.on("moveend", () => figure.dispatchEvent(new CustomEvent("map:moved", { bubbles: true, detail: {
    map, near: map.getZoom() - zoom, bounds: map.getBounds(), inside: frame(0.5).contains(map.getBounds()) } })));
  // A page that takes the figure away lets go of the map with it.
  figure.addEventListener("map:gone", () => { gone.abort(); map.remove(); });
  figure.dispatchEvent(new CustomEvent("map:shown", { bubbles: true, detail: { map } }));
  // A place chosen in the list, or in a card, comes into sight.
  addEventListener("hashchange", () => {
    const key = location.hash.slice(1).replace(/-place$/, "");
    const badge = /^[ib]\d+$/.test(key) && labels.find((one) => one.node.querySelector(`[data-i="${key}"]`));
    if (badge && !map.getBounds().contains(badge.at)) map.panTo(badge.at);
  }, { signal: gone.signal });
};
for (const figure of document.querySelectorAll("figure.map")) showMap(figure);
