// The little of a browser that the drawing libraries ask for.
import { JSDOM } from 'jsdom';

const dom = new JSDOM('<!doctype html><html><body><div id="place" style="width:600px;height:400px"></div></body></html>',
  { pretendToBeVisual: true, url: 'http://localhost/' });

const context = new Proxy({}, {
  get: (_, name) => {
    if (name === 'measureText') return (text) => ({ width: String(text).length * 7 });
    if (name === 'canvas') return { width: 600, height: 400 };
    return () => ({ addColorStop() {} });
  },
  set: () => true,
});
dom.window.HTMLCanvasElement.prototype.getContext = () => context;
dom.window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 100, height: 20 });
dom.window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };

globalThis.window = dom.window;
globalThis.document = dom.window.document;
for (const name of Object.getOwnPropertyNames(dom.window))
  if (!(name in globalThis)) globalThis[name] = dom.window[name];
if (!globalThis.navigator?.userAgent?.includes('jsdom'))
  Object.defineProperty(globalThis, 'navigator', { value: dom.window.navigator, configurable: true });

export const { window } = dom;
