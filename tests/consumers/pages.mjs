// Pages that draw a story with Cytoscape.js, D3 and sigma, each one file with its
// library inside, for taking pictures of.   node pages.mjs STORY_FOLDER PAGE_FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [stories, pages] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const library = (name) => readFileSync(join(here, 'node_modules', name), 'utf8');
const story = (name) => readFileSync(join(stories, `story.${name}.json`), 'utf8').replaceAll('<', '\\u003c');

function page(name, libraries, data, script) {
  const code = libraries.map((l) => `<script>${library(l)}</script>`).join('\n');
  writeFileSync(join(pages, `${name}.html`), `<!doctype html><meta charset="utf-8"><title>${name}</title>
<style>html,body,#place{margin:0;width:1200px;height:800px;background:#fff;font:12px "Liberation Sans",sans-serif}</style>
<div id="place"></div>${code}<script>const story = ${data};${script}</script>`);
}

page('cytoscape', ['cytoscape/dist/cytoscape.min.js'], story('cytoscape'), `
  cytoscape({ ...story, container: document.getElementById('place'),
    layout: { name: 'cose', animate: false, randomize: false, nodeRepulsion: () => 900000, idealEdgeLength: () => 120, nodeOverlap: 40, padding: 30 } });`);

page('d3', ['d3-dispatch/dist/d3-dispatch.min.js', 'd3-quadtree/dist/d3-quadtree.min.js', 'd3-timer/dist/d3-timer.min.js',
  'd3-force/dist/d3-force.min.js'], story('d3'), `
  const { nodes, links } = story;
  d3.forceSimulation(nodes).force('link', d3.forceLink(links).id((d) => d.id).distance(150))
    .force('charge', d3.forceManyBody().strength(-900)).force('center', d3.forceCenter(600, 400))
    .force('x', d3.forceX(600).strength(0.08)).force('y', d3.forceY(400).strength(0.12)).stop().tick(400);
  const size = (f, room) => {
    const all = nodes.map(f), low = Math.min(...all), high = Math.max(...all);
    return (value) => 60 + (value - low) / (high - low || 1) * (room - 120);
  };
  const fitX = size((n) => n.x, 1120), fitY = size((n) => n.y, 800);
  for (const n of nodes) Object.assign(n, { left: fitX(n.x), top: fitY(n.y) });
  for (const n of nodes) Object.assign(n, { x: n.left, y: n.top });
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', 1200); svg.setAttribute('height', 800);
  const add = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    svg.append(element);
  };
  for (const l of links) {
    add('line', { x1: l.source.x, y1: l.source.y, x2: l.target.x, y2: l.target.y, stroke: l.color, 'stroke-width': 1.5,
      'stroke-dasharray': { solid: 'none', dashed: '6 4', dotted: '2 3' }[l.line] });
    add('text', { x: (l.source.x + l.target.x) / 2, y: (l.source.y + l.target.y) / 2, fill: l.color, 'font-size': 10,
      'text-anchor': 'middle', stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' }, (l.polarity === 'negated' ? 'not ' : '') + l.label);
  }
  for (const n of nodes) {
    add('circle', { cx: n.x, cy: n.y, r: 8, fill: n.color, stroke: '#5B6570' });
    add('text', { x: n.x + 12, y: n.y + 4, 'font-weight': 'bold', stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' }, n.label);
  }
  document.getElementById('place').append(svg);`);

page('sigma', ['graphology/dist/graphology.umd.min.js', 'graphology-library/dist/graphology-library.min.js', 'sigma/dist/sigma.min.js'],
  story('graphology'), `
  const graph = graphology.Graph ? graphology.Graph.from(story) : graphology.from(story);
  graphologyLibrary.layoutForceAtlas2.assign(graph, { iterations: 300, settings: { gravity: 3, strongGravityMode: true, scalingRatio: 30, adjustSizes: true } });
  graph.forEachNode((id) => graph.setNodeAttribute(id, 'size', graph.getNodeAttribute(id, 'size') + 4));
  new Sigma(graph, document.getElementById('place'), { renderEdgeLabels: true, defaultEdgeType: 'arrow', labelRenderedSizeThreshold: 0 });`);
