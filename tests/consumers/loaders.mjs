// One function a format: loads a file with the library it is meant for and says what
// arrived there, as nodes {id, label, kind} and edges {id, source, target, label,
// relation, polarity}. What a library does not tell is left undefined.
import { readFileSync } from 'node:fs';
import './browser.mjs';

import Ajv from 'ajv';
import cytoscape from 'cytoscape';
import { forceLink, forceSimulation } from 'd3-force';
import * as echarts from 'echarts';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml/browser/index.js';
import jsonld from 'jsonld';
import mermaid from 'mermaid';
import { Parser } from 'n3';
import ThreeForceGraph from 'three-forcegraph';
import { DataSet } from 'vis-data/peer';
import { Network } from 'vis-network/peer';

const read = (path) => readFileSync(path, 'utf8');
const json = (path) => JSON.parse(read(path));
const here = (name) => new URL(name, import.meta.url);

function validate(schemaPath, value) {
  const ajv = new Ajv({ strict: false, allErrors: false });
  const check = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
  if (!check(value)) throw new Error(`schema: ${ajv.errorsText(check.errors)}`);
}

const plain = ({ id, label, kind }) => ({ id, label, kind });
const plainEdge = ({ id, source, target, label, relation, polarity }) => ({ id, source, target, label, relation, polarity });

export const loaders = {
  json(path) {
    const graph = json(path);
    validate(process.env.AKTANT_SCHEMA, graph);
    return { nodes: graph.nodes.map(plain), edges: graph.edges.map(plainEdge) };
  },

  cytoscape(path) {
    const cy = cytoscape({ headless: true, ...json(path), style: undefined });
    if (cy.data('schema') !== 'aktant-graph/1') throw new Error('no graph data');
    const result = { nodes: cy.nodes().map((n) => plain(n.data())), edges: cy.edges().map((e) => plainEdge(e.data())) };
    // The style must be understood too: cytoscape warns of what it does not know.
    const warnings = [];
    const warn = console.warn;
    console.warn = (...words) => warnings.push(words.join(' '));
    const styled = cytoscape({ headless: true, styleEnabled: true, ...json(path) });
    if (styled.nodes('.kind-country').length && styled.nodes('.kind-country').style('background-color') !== 'rgb(0,114,178)')
      throw new Error(`style: ${styled.nodes('.kind-country').style('background-color')}`);
    styled.destroy();
    console.warn = warn;
    if (warnings.filter((w) => !w.includes('is deprecated')).length) throw new Error(`style: ${warnings[0]}`);
    return result;
  },

  d3(path) {
    const { nodes, links } = json(path);
    forceSimulation(nodes).force('link', forceLink(links).id((d) => d.id)).stop().tick(1);
    return { nodes: nodes.map(plain), edges: links.map((l) => plainEdge({ ...l, source: l.source.id, target: l.target.id })) };
  },

  jgf(path) {
    const { graph } = json(path);
    validate(here('jgf.schema.json'), { graph });
    return {
      nodes: Object.entries(graph.nodes).map(([id, n]) => ({ id, label: n.label, kind: n.metadata.kind })),
      edges: graph.edges.map((e) => plainEdge({ ...e, polarity: e.metadata.polarity })),
    };
  },

  graphology(path) {
    const graph = Graph.from(json(path));
    graph.forEachNode((id, a) => {
      if (![a.x, a.y, a.size].every(Number.isFinite) || 'type' in a) throw new Error(`sigma cannot draw ${id}`);
    });
    return fromGraphology(graph);
  },

  vis(path) {
    const { nodes, edges, options } = json(path);
    const network = new Network(document.getElementById('place'),
      { nodes: new DataSet(nodes), edges: new DataSet(edges) }, { ...options, physics: false });
    const drawn = network.body;
    const result = {
      nodes: nodes.filter((n) => drawn.nodes[n.id]).map((n) => ({ id: n.id, label: drawn.nodes[n.id].options.label, kind: n.group })),
      edges: edges.filter((e) => drawn.edges[e.id]).map((e) => ({
        id: e.id, source: drawn.edges[e.id].from?.id, target: drawn.edges[e.id].to?.id, relation: e.relation, polarity: e.polarity,
      })),
    };
    network.destroy();
    return result;
  },

  graphml(path) {
    return fromGraphology(graphml.parse(Graph, read(path), { addMissingNodes: false }));
  },

  gexf(path) {
    return fromGraphology(gexf.parse(Graph, read(path), { allowUndeclaredAttributes: false }));
  },

  async 'force-graph'(path) {
    const data = json(path);
    const graph = new ThreeForceGraph().graphData(data);
    await new Promise((done) => setTimeout(done, 50)); // it takes its data a moment later
    graph.tickFrame();
    const { nodes, links } = graph.graphData();
    return {
      nodes: nodes.map((n) => ({ id: n.id, label: n.name, kind: n.group })),
      edges: links.map((l) => ({ id: l.id, source: l.source.id, target: l.target.id, relation: l.relation, polarity: l.polarity })),
    };
  },

  echarts(path) {
    const option = json(path);
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 400 });
    chart.setOption({ ...option, animation: false, series: option.series.map((s) => ({ ...s, layout: 'circular' })) });
    const model = chart.getModel().getSeriesByIndex(0);
    const colours = Object.fromEntries(option.series[0].categories.map((c) => [c.name, c.itemStyle.color]));
    const result = { nodes: [], edges: [] };
    model.getGraph().eachNode((n) => {
      const raw = model.getData().getRawDataItem(n.dataIndex);
      const fill = model.getData().getItemVisual(n.dataIndex, 'style').fill;
      if (fill !== colours[raw.category]) throw new Error(`${n.id} is drawn in ${fill}`);
      result.nodes.push({ id: n.id, label: raw.name, kind: raw.category });
    });
    model.getGraph().eachEdge((e) => {
      const raw = model.getEdgeData().getRawDataItem(e.dataIndex);
      result.edges.push({ id: raw.id, source: e.node1.id, target: e.node2.id, relation: raw.relation });
    });
    if (!chart.renderToSVGString().startsWith('<svg')) throw new Error('no picture');
    chart.dispose();
    return result;
  },

  async mermaid(path) {
    const text = read(path);
    mermaid.initialize({ maxEdges: 500, maxTextSize: 50000 });
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const db = diagram.db ?? diagram.parser.yy;
    const undo = (label) => (label ?? '').replace(/ﬂ°°/g, '#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';')
      .replace(/<br>/g, '\n').replace(/#(\d+);/g, (_, n) => String.fromCharCode(n))
      .replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    return {
      nodes: [...db.getVertices().values()].map((v) => ({ id: v.id, label: undo(v.text), kind: v.classes[0]?.replace('kind_', '') })),
      edges: db.getEdges().map((e) => ({ source: e.start, target: e.end })),
    };
  },

  turtle: (path) => fromQuads(new Parser({ format: 'text/turtle' }).parse(read(path))),
  nt: (path) => fromQuads(new Parser({ format: 'application/n-triples' }).parse(read(path))),

  async jsonld(path) {
    const quads = new Parser({ format: 'application/n-quads' }).parse(await jsonld.toRDF(json(path), { format: 'application/n-quads' }));
    return fromQuads(quads);
  },

  canvas(path) {
    const { nodes, edges } = json(path);
    validate(here('canvas.schema.json'), { nodes, edges });
    const undo = (text) => text.split('**\n')[0].replace(/^\*\*|\*\*$/g, '').replace(/\\(.)/g, '$1');
    return {
      nodes: nodes.map((n) => ({ id: n.id, label: undo(n.text) })),
      edges: edges.map((e) => ({ id: e.id, source: e.fromNode, target: e.toNode })),
      isBlankLoose: true,
    };
  },
};

function fromGraphology(graph) {
  return {
    nodes: graph.mapNodes((id, a) => ({ id, label: a.label, kind: a.kind })),
    edges: graph.mapEdges((id, a, source, target) => ({ id, source, target, label: a.label, relation: a.relation, polarity: a.polarity })),
  };
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const strip = (iri) => decodeURIComponent(iri.replace(/^urn:aktant:(id|vocab):/, ''));

function fromQuads(quads) {
  const facts = new Map();
  for (const { subject, predicate, object } of quads) {
    if (!facts.has(subject.value)) facts.set(subject.value, {});
    const about = facts.get(subject.value);
    (about[predicate.value] ??= []).push(object.value);
  }
  const result = { nodes: [], edges: [] };
  for (const [iri, f] of facts) {
    const label = f['http://www.w3.org/2000/01/rdf-schema#label']?.[0];
    const types = f[`${RDF}type`] ?? [];
    if (types.includes(`${RDF}Statement`))
      result.edges.push({
        id: strip(iri), source: strip(f[`${RDF}subject`][0]), target: strip(f[`${RDF}object`][0]), label,
        relation: strip(f[`${RDF}predicate`]?.[0] ?? f['urn:aktant:vocab:relation'][0]),
        polarity: f['urn:aktant:vocab:polarity'][0],
      });
    else if (label !== undefined)
      result.nodes.push({ id: strip(iri), label, kind: strip(types[0] ?? f['urn:aktant:vocab:kind'][0]) });
  }
  return result;
}
