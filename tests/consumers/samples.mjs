// Graphs that break consumers, as native JSON: written here by hand, so that the
// program's own writer is not what proves itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const labels = [
  '"<>&\\ trailing \\', 'भारत', '中国', 'مصر', '🚀 rocket 👩🏽‍🚀', 'Cafe\u0301 de Flore',
  '</script><b>&amp;&#60;', 'end', '-.', 'line one\nline two\ttab',
  "'; MATCH (n) DELETE n //", ']]> --> ${x} `y` %z {a|b} #h;', '=1+1', '[[link]] *bold*', 'Zoë O’Brien',
];

const evidence = (doc, start, quote) => ({
  doc, sentence: Math.floor(start / 100), quote, start, end: start + Array.from(quote).length,
  byte_start: start, subject: { start, end: start + 1, text: 's' },
  trigger: { start: start + 1, end: start + 2, text: 't' }, object: null, rule: 'diplomacy.akt:31',
  attribution: null, date: null,
});

const node = (id, kind, label, more = {}) => ({
  id, kind, label, aliases: [], role: null, affiliation: null, count: 0, doc_count: 0, mentions: [], ...more,
});

const edge = (source, target, relation, more = {}) => ({
  id: 'e_0', key: 'e_0', source, target, relation, label: relation, tone: 'neutral', polarity: 'affirmed',
  modality: 'asserted', mutual: false, count: 1, doc_count: 1, codes: {}, notes: [],
  evidence: [evidence('a "q" & <b>.txt', 10, relation)], ...more,
});

const graph = (title, nodes, edges) => ({
  directed: true, multigraph: true,
  graph: {
    schema: 'aktant-graph/1', title, generator: 'by hand', offset_unit: 'codepoint',
    documents: [{ id: 'a "q" & <b>.txt', path: 'a', title: null, date: '2025-05-01', chars: 100000 }],
    kinds: [
      { name: 'country', shape: 'box', fill: '0072B2', line: '00598C', text: 'FFFFFF' },
      { name: 'group', shape: 'hexagon', fill: 'F7E3EE', line: 'B0548A', text: '1B2A3A' },
    ],
    rules: [], counts: { documents: 1, nodes: 0, edges: 0, evidence: 0 }, warnings: [],
  },
  nodes, edges,
});

function nasty() {
  const ids = labels.map((_, i) => `${i % 2 ? 'country' : 'group'}_n${i}`);
  const nodes = labels.map((label, i) => node(ids[i], i % 2 ? 'country' : 'group', label, {
    aliases: i % 2 ? ['alias; with | marks'] : [], role: i === 4 ? 'Minister of "X" & <Y>' : null,
  }));
  nodes.push(node('event_lonely', 'event', 'Lonely'));
  const edges = labels.slice(1).map((label, i) => edge(ids[i], ids[i + 1], 'said-about', {
    label: `said ${label}`, evidence: [evidence('a "q" & <b>.txt', i * 50, label)],
  }));
  edges.push(edge(ids[0], ids[1], 'blamed', { tone: 'hostile' }));
  edges.push(edge(ids[0], ids[1], 'blamed', { tone: 'hostile', polarity: 'negated' }));
  edges.push(edge(ids[0], ids[1], 'blamed', { tone: 'hostile', modality: 'alleged' }));
  edges.push(edge(ids[0], ids[1], 'blamed', { polarity: 'negated', modality: 'planned' }));
  edges.push(edge(ids[1], ids[0], 'met', { tone: 'cooperative', mutual: true }));
  edges.push(edge(ids[2], ids[2], 'attacked', { tone: 'hostile', codes: { plover: 'ASSAULT', cameo: '18' } }));
  edges.push(edge(ids[2], ids[2], 'praised', { tone: 'cooperative' }));
  return graph('Nasty "<&>\\', nodes, edges);
}

function big(edgeCount) {
  const count = Math.ceil(edgeCount / 5);
  const nodes = Array.from({ length: count }, (_, i) => node(`country_n${i}`, 'country', `Node ${i}`));
  const edges = Array.from({ length: edgeCount }, (_, i) =>
    edge(`country_n${i % count}`, `country_n${(i * 7 + Math.floor(i / count) + 1) % count}`, `relation-${i % 11}-${Math.floor(i / count)}`));
  return graph('Big', nodes, edges);
}

export function writeSamples(folder) {
  const samples = {
    nasty: nasty(),
    empty: graph(null, [], []),
    edgeless: graph('No edges', [node('country_a', 'country', 'A'), node('country_b', 'country', 'B')], []),
    big: big(10000),
  };
  for (const [name, sample] of Object.entries(samples))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(sample));
  return Object.keys(samples);
}
