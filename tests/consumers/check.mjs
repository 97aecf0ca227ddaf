// Every format of `aktant formats`, loaded by its real consumer: what arrived there
// is what the graph has, node for node and edge for edge.
//   node check.mjs AKTANT WORK
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeSamples } from './samples.mjs';
import { loaders } from './loaders.mjs';

const [aktant, work] = process.argv.slice(2);
mkdirSync(work, { recursive: true });
const extensions = { graphml: 'graphml', gexf: 'gexf', turtle: 'ttl', nt: 'nt', mermaid: 'mmd' };
const tooBig = { big: ['mermaid'] };

const blank = (text) => text.replace(/\s+/g, ' ');

// What stands at an edge must say that it is denied, alleged or planned.
const modalities = { asserted: '', alleged: 'reportedly ', planned: 'plans: ', conditional: 'if: ' };
const shown = (e, format) => (format === 'json' ? e.label
  : modalities[e.modality] + (e.polarity === 'negated' ? 'not ' : '') + e.label);

function compare(format, expected, found) {
  if (found.nodes.length !== expected.nodes.length || found.edges.length !== expected.edges.length)
    throw new Error(`${found.nodes.length} nodes and ${found.edges.length} edges arrived, not ` +
      `${expected.nodes.length} and ${expected.edges.length}`);
  const nodes = new Map(found.nodes.map((n) => [n.id, n]));
  for (const n of expected.nodes) {
    const other = nodes.get(n.id);
    if (!other) throw new Error(`node ${n.id} is not there`);
    const isLabelRight = other.label === n.label || (found.isBlankLoose && blank(other.label) === blank(n.label));
    if (!isLabelRight) throw new Error(`node ${n.id}: label ${JSON.stringify(other.label)}, not ${JSON.stringify(n.label)}`);
    if (other.kind !== undefined && other.kind !== n.kind) throw new Error(`node ${n.id}: kind ${other.kind}`);
  }
  const ends = (e) => `${e.source} ${e.target}`;
  const sorted = (edges) => edges.map(ends).sort().join('\n');
  if (sorted(found.edges) !== sorted(expected.edges)) throw new Error('edges have other ends');
  const edges = new Map(found.edges.map((e) => [e.id, e]));
  for (const e of expected.edges) {
    const other = edges.get(e.id);
    if (!other && found.edges[0].id === undefined) break;
    if (!other) throw new Error(`edge ${e.id} is not there`);
    if (ends(other) !== ends(e)) throw new Error(`edge ${e.id}: ${ends(other)}`);
    if (other.label !== undefined && other.label !== shown(e, format))
      throw new Error(`edge ${e.id}: label ${JSON.stringify(other.label)}, not ${JSON.stringify(shown(e, format))}`);
    for (const fact of ['relation', 'polarity'])
      if (other[fact] !== undefined && other[fact] !== e[fact])
        throw new Error(`edge ${e.id}: ${fact} ${JSON.stringify(other[fact])}, not ${JSON.stringify(e[fact])}`);
  }
}

let failures = 0;
let passed = 0;
for (const sample of writeSamples(work)) {
  const native = join(work, `${sample}.json`);
  const expected = JSON.parse(execFileSync(aktant, ['convert', native, '-T', 'json'], { maxBuffer: 1 << 28 }));
  for (const [format, load] of Object.entries(loaders)) {
    if (tooBig[sample]?.includes(format)) continue;
    const out = join(work, `${sample}.${format}.${extensions[format] ?? 'json'}`);
    try {
      execFileSync(aktant, ['convert', native, '-T', format, '-o', out], { stdio: ['ignore', 'inherit', 'inherit'] });
      compare(format, expected, await load(out));
      passed++;
    } catch (error) {
      failures++;
      console.error(`not ok: ${sample} as ${format}: ${error.message.slice(0, 400)}`);
    }
  }
}
const listed = execFileSync(aktant, ['formats'], { encoding: 'utf8' }).split('\n').slice(1)
  .map((line) => line.split(/\s+/)[0]).filter(Boolean);
const elsewhere = ['svg', 'png', 'pdf', 'dot-styled', 'csv', 'events', 'cypher', 'dot', 'html']; // check.py, picture tests
for (const format of listed)
  if (!loaders[format] && !elsewhere.includes(format)) {
    failures++;
    console.error(`not ok: nothing loads the format ${format}`);
  }
console.log(`${passed} loads right, ${failures} wrong`);
process.exit(failures ? 1 : 0);
