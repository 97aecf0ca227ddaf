// The story page: the picture can be moved, asked and filtered. All text from the
// graph goes through textContent; nothing is ever parsed as markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("aktant-data").textContent);
  const svg = document.querySelector("#picture svg");
  const groupOf = new Map(data.groups.map((g) => [g.svg, g]));
  const nodeOf = new Map(data.nodes.map((n, i) => [n.svg, i]));
  const state = { chosen: null, words: "", since: "", until: "", off: new Set() };

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // ---------------------------------------------------------------- statements

  const dateOf = (evidence) => evidence.date || data.documents[evidence.doc]?.date || "";

  const hedges = { alleged: "reportedly ", planned: "planned: ", conditional: "if: " };

  const wording = (edge) =>
    (hedges[edge.modality] || "") + (edge.polarity === "negated" ? "not " : "") + edge.label;

  const sentence = (edge) => {
    const arrow = edge.mutual ? " \u2194 " : " \u2192 ";
    return `${data.nodes[edge.source].label} \u2014 ${wording(edge)}${arrow}${data.nodes[edge.target].label}`;
  };

  const passesDate = (evidence) => {
    if (!state.since && !state.until) return true;
    const date = dateOf(evidence);
    return date !== "" && (!state.since || date >= state.since) && (!state.until || date <= state.until);
  };

  const passes = (edge) => {
    const kinds = [data.nodes[edge.source].kind, data.nodes[edge.target].kind];
    return !state.off.has("tone " + edge.tone) && !state.off.has("polarity " + edge.polarity) &&
      !state.off.has("modality " + edge.modality) && !kinds.some((k) => state.off.has("kind " + k)) &&
      (edge.evidence.length === 0 || edge.evidence.some(passesDate));
  };

  const matches = (text) => text.toLowerCase().includes(state.words);

  const nodeMatches = (node) =>
    matches(node.label) || matches(node.role || "") || node.aliases.some(matches);

  // ---------------------------------------------------------------- the picture

  const idOf = (element) => element.id.replace(/_[ab]\d+$/, "");

  const elements = [...svg.querySelectorAll("g.node, g.edge")].map((element) => {
    const id = idOf(element);
    const group = groupOf.get(id);
    const node = nodeOf.get(element.id);
    const edges = group ? group.edges : [];
    const ends = new Set(edges.flatMap((e) => [data.edges[e].source, data.edges[e].target]));
    return { element, id, node, edges, ends };
  });

  const isRelated = (item) => {
    const chosen = state.chosen;
    if (!chosen) return true;
    if (chosen.node !== undefined) {
      if (item.node === undefined) return item.ends.has(chosen.node);
      return item.node === chosen.node || data.edges.some((e) => passes(e) &&
        ((e.source === chosen.node && e.target === item.node) ||
         (e.target === chosen.node && e.source === item.node)));
    }
    const edge = data.edges[chosen.edge];
    return item.node === undefined ? item.edges.includes(chosen.edge)
      : item.node === edge.source || item.node === edge.target;
  };

  const isFound = (item) => {
    if (!state.words) return true;
    if (item.node !== undefined) return nodeMatches(data.nodes[item.node]);
    return item.edges.some((e) => matches(data.edges[e].label)) ||
      [...item.ends].some((n) => nodeMatches(data.nodes[n]));
  };

  const isOff = (item) => item.node !== undefined
    ? state.off.has("kind " + data.nodes[item.node].kind)
    : item.edges.length > 0 && !item.edges.some((e) => passes(data.edges[e]));

  const isChosen = (item) => state.chosen !== null && (state.chosen.node !== undefined
    ? item.node === state.chosen.node : item.edges.includes(state.chosen.edge));

  const showPicture = () => {
    for (const item of elements) {
      const classes = item.element.classList;
      classes.toggle("is-off", isOff(item));
      classes.toggle("is-dim", !isRelated(item) || !isFound(item));
      classes.toggle("is-chosen", isChosen(item));
    }
  };

  // ---------------------------------------------------------------- the panel

  // As the picture counts: what is said twice is two statements.
  const countOf = (edge) => edge.evidence.length === 0 ? 1 : edge.evidence.filter(passesDate).length;

  const countAll = (edges) => edges.reduce((sum, i) => sum + countOf(data.edges[i]), 0);

  const statementList = (edges) => {
    const list = make("ul", undefined, "statements");
    for (const index of edges) {
      const edge = data.edges[index];
      const count = countOf(edge) > 1 ? ` \u00d7${countOf(edge)}` : "";
      const button = make("button", sentence(edge) + count, edge.tone);
      button.type = "button";
      button.classList.toggle("is-negated", edge.polarity === "negated");
      button.classList.toggle("is-hedged", edge.modality !== "asserted");
      button.addEventListener("click", () => choose({ edge: index }));
      list.append(make("li"));
      list.lastChild.append(button);
    }
    return list;
  };

  const quoteOf = (edge, evidence) => {
    const quote = make("blockquote");
    quote.append(make("p", "\u201c" + evidence.quote + "\u201d"));
    const source = data.documents[evidence.doc] || {};
    const facts = [evidence.who && "said " + evidence.who, source.title || source.id, dateOf(evidence),
      evidence.rule && "rule " + evidence.rule].filter(Boolean);
    const footer = make("footer", facts.join(" \u00b7 "));
    if (/^https?:\/\//.test(source.url || "")) {
      const link = make("a", " source");
      link.href = source.url;
      link.rel = "noopener noreferrer";
      footer.append(link);
    }
    quote.append(footer);
    return quote;
  };

  const showEdge = (panel, index) => {
    const edge = data.edges[index];
    panel.append(make("h2", sentence(edge)));
    panel.append(make("p", [edge.tone, edge.polarity, edge.modality].join(" \u00b7 "), "muted"));
    for (const evidence of edge.evidence.filter(passesDate)) panel.append(quoteOf(edge, evidence));
    for (const end of new Set([edge.source, edge.target])) {
      const button = make("button", "All of " + data.nodes[end].label);
      button.type = "button";
      button.addEventListener("click", () => choose({ node: end }));
      panel.append(button, " ");
    }
  };

  const shown = () => data.edges.map((_, i) => i).filter((i) => passes(data.edges[i]));

  const showNode = (panel, index) => {
    const node = data.nodes[index];
    panel.append(make("h2", node.label));
    panel.append(make("p", [node.kind, node.role].filter(Boolean).join(" \u00b7 "), "muted"));
    if (node.aliases.length) panel.append(make("p", "Also: " + node.aliases.join(", "), "muted"));
    const mine = shown();
    for (const [title, end] of [["Does", "source"], ["Undergoes", "target"]]) {
      const edges = mine.filter((i) => data.edges[i][end] === index);
      if (edges.length) panel.append(make("h3", `${title} (${countAll(edges)})`), statementList(edges));
    }
  };

  const showPanel = () => {
    const panel = byId("panel");
    panel.replaceChildren();
    if (state.chosen && state.chosen.edge !== undefined) return showEdge(panel, state.chosen.edge);
    if (state.chosen) return showNode(panel, state.chosen.node);
    const found = shown().filter((i) => !state.words || matches(sentence(data.edges[i])) ||
      nodeMatches(data.nodes[data.edges[i].source]) || nodeMatches(data.nodes[data.edges[i].target]));
    const all = data.edges.reduce((sum, edge) => sum + Math.max(edge.evidence.length, 1), 0);
    panel.append(make("h2", `${countAll(found)} of ${all} statements`));
    panel.append(make("p", "Choose an entity or a line of the picture, or a statement here.", "muted"));
    panel.append(statementList(found));
  };

  // ---------------------------------------------------------------- the article

  const article = byId("article");
  const texts = data.documents.map((d) => d.text ? Array.from(d.text) : null);

  const spansOf = (doc) => {
    const spans = [];
    data.edges.forEach((edge, index) => {
      for (const e of edge.evidence) if (e.doc === doc) spans.push({ start: e.start, end: e.end, edges: [index] });
    });
    spans.sort((a, b) => a.start - b.start || a.end - b.end);
    const joined = [];
    for (const span of spans) {
      const last = joined[joined.length - 1];
      if (last && span.start < last.end) {
        last.end = Math.max(last.end, span.end);
        last.edges.push(...span.edges);
      } else joined.push(span);
    }
    return joined;
  };

  const addText = (to, text) => {
    text.split(/\n\s*\n/).forEach((part, i) => {
      if (i > 0) to.push(make("p"));
      to[to.length - 1].append(part);
    });
  };

  const showArticle = (doc) => {
    const paragraphs = [make("p")];
    let at = 0;
    for (const span of spansOf(doc)) {
      addText(paragraphs, texts[doc].slice(at, span.start).join(""));
      const mark = make("mark", texts[doc].slice(span.start, span.end).join(""));
      mark.dataset.edges = " " + span.edges.join(" ") + " ";
      mark.addEventListener("click", () => choose({ edge: span.edges[0] }));
      paragraphs[paragraphs.length - 1].append(mark);
      at = span.end;
    }
    addText(paragraphs, texts[doc].slice(at).join(""));
    byId("text").replaceChildren(...paragraphs);
    byId("document").value = String(doc);
  };

  const markArticle = () => {
    if (article.hidden) return;
    const edge = state.chosen && state.chosen.edge;
    const first = edge !== undefined && edge !== null && data.edges[edge].evidence.find((e) => texts[e.doc]);
    if (first && byId("document").value !== String(first.doc)) showArticle(first.doc);
    let target = null;
    for (const mark of article.querySelectorAll("mark")) {
      const is = edge !== undefined && edge !== null && mark.dataset.edges.includes(` ${edge} `);
      mark.classList.toggle("is-chosen", is);
      if (is && !target) target = mark;
    }
    if (target) target.scrollIntoView({ block: "center" });
  };

  const startArticle = () => {
    const readable = data.documents.map((_, i) => i).filter((i) => texts[i]);
    article.hidden = readable.length === 0;
    if (article.hidden) return;
    document.body.classList.add("has-article");
    for (const i of readable) {
      const option = make("option", data.documents[i].title || data.documents[i].id);
      option.value = String(i);
      byId("document").append(option);
    }
    byId("document").hidden = readable.length === 1;
    byId("document").addEventListener("change", (event) => showArticle(Number(event.target.value)));
    showArticle(readable[0]);
  };

  // ---------------------------------------------------------------- choosing

  const show = () => {
    showPicture();
    showPanel();
    markArticle();
  };

  const choose = (chosen) => {
    state.chosen = chosen;
    show();
    byId("panel").scrollTop = 0;
  };

  const chooseElement = (element) => {
    const item = elements.find((i) => i.element === element);
    if (!item) return;
    if (item.node !== undefined) return choose({ node: item.node });
    const first = item.edges.find((e) => passes(data.edges[e]));
    if (first !== undefined) choose({ edge: first });
  };

  const startFilters = () => {
    const box = byId("filters");
    const add = (title, name, values) => {
      if (values.length < 2) return;
      const set = make("fieldset");
      set.append(make("legend", title));
      for (const value of values) {
        const input = make("input");
        input.type = "checkbox";
        input.checked = true;
        input.addEventListener("change", () => {
          state.off[input.checked ? "delete" : "add"](`${name} ${value}`);
          show();
        });
        const label = make("label");
        label.append(input, " " + value);
        set.append(label);
      }
      box.prepend(set);
    };
    const unique = (values) => [...new Set(values)].sort();
    add("What was said of it", "modality", unique(data.edges.map((e) => e.modality)));
    add("Done or not", "polarity", unique(data.edges.map((e) => e.polarity)));
    add("Tone", "tone", unique(data.edges.map((e) => e.tone)));
    add("Kind", "kind", unique(data.nodes.map((n) => n.kind)));
    for (const name of ["since", "until"])
      byId(name).addEventListener("change", (event) => {
        state[name] = event.target.value;
        show();
      });
    byId("search").addEventListener("input", (event) => {
      state.words = event.target.value.trim().toLowerCase();
      state.chosen = null;
      show();
    });
  };

  // ---------------------------------------------------------------- moving

  const home = svg.getAttribute("viewBox").split(" ").map(Number);
  let view = [...home];
  const apply = () => svg.setAttribute("viewBox", view.map((n) => n.toFixed(2)).join(" "));

  const pointAt = (event) => {
    const matrix = svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  };

  const zoom = (factor, at) => {
    const width = Math.min(Math.max(view[2] * factor, home[2] / 20), home[2] * 3);
    const real = width / view[2];
    const centre = at || { x: view[0] + view[2] / 2, y: view[1] + view[3] / 2 };
    view = [centre.x - (centre.x - view[0]) * real, centre.y - (centre.y - view[1]) * real, width, view[3] * real];
    apply();
  };

  const pan = (x, y) => {
    view[0] += x * view[2];
    view[1] += y * view[3];
    apply();
  };

  const startMoving = () => {
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.setAttribute("preserveAspectRatio", "xMidYMin");
    let from = null, hasMoved = false;
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, pointAt(event));
    }, { passive: false });
    svg.addEventListener("pointerdown", (event) => {
      from = { at: pointAt(event), x: event.clientX, y: event.clientY };
      hasMoved = false;
    });
    svg.addEventListener("pointermove", (event) => {
      if (!from || (!hasMoved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 5)) return;
      if (!hasMoved) svg.setPointerCapture(event.pointerId);
      hasMoved = true;
      svg.classList.add("is-moved");
      const now = pointAt(event);
      view[0] += from.at.x - now.x;
      view[1] += from.at.y - now.y;
      apply();
    });
    for (const name of ["pointerup", "pointercancel"])
      svg.addEventListener(name, () => {
        from = null;
        svg.classList.remove("is-moved");
      });
    svg.addEventListener("click", (event) => {
      if (hasMoved) return;
      const element = event.target.closest("g.node, g.edge");
      if (element) chooseElement(element);
      else choose(null);
    });
  };

  const actions = {
    "zoom-in": () => zoom(1 / 1.3), "zoom-out": () => zoom(1.3),
    "zoom-all": () => { view = [...home]; apply(); },
    "clear": () => { byId("search").value = state.words = ""; choose(null); },
    "dark": () => document.documentElement.classList.toggle("is-dark"),
  };

  const keys = {
    "+": actions["zoom-in"], "-": actions["zoom-out"], "0": actions["zoom-all"], Escape: actions.clear,
    ArrowLeft: () => pan(-0.1, 0), ArrowRight: () => pan(0.1, 0),
    ArrowUp: () => pan(0, -0.1), ArrowDown: () => pan(0, 0.1),
    "/": () => byId("search").focus(),
  };

  const startKeys = () => {
    document.addEventListener("keydown", (event) => {
      const isTyping = /^(INPUT|SELECT)$/.test(event.target.tagName);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || (isTyping && event.key !== "Escape") || !(event.key in keys)) return;
      event.preventDefault();
      keys[event.key]();
    });
    for (const item of elements.filter((i) => i.element.classList.contains("node"))) {
      item.element.setAttribute("tabindex", "0");
      item.element.setAttribute("role", "button");
      item.element.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          chooseElement(item.element);
        }
      });
    }
    for (const [id, action] of Object.entries(actions)) byId(id).addEventListener("click", action);
  };

  document.documentElement.classList.toggle("is-dark", matchMedia("(prefers-color-scheme: dark)").matches);
  startFilters();
  startArticle();
  startMoving();
  startKeys();
  show();
})();
