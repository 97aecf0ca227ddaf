// Opens a story page in a headless Chromium and uses it as a reader would:
//   node story.test.mjs PAGE.html [SCREENSHOT_PREFIX]
// Needs the npm package playwright-core and a Chromium (CHROMIUM names it).
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [page_path, shots] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
const faults = [], requests = [];
page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
page.on("pageerror", (error) => faults.push(String(error)));
page.on("request", (request) => requests.push(request.url()));
let passed = 0;

const test = async (name, work) => {
  try {
    await work();
    passed++;
    console.log(`ok ${passed} - ${name}`);
  } catch (error) {
    console.log(`not ok - ${name}\n${error.stack}`);
    process.exitCode = 1;
  }
};

const shot = async (name) => shots && page.screenshot({ path: `${shots}-${name}.png` });
const count = (selector) => page.locator(selector).count();
const total = async () => JSON.parse(await page.locator("#aktant-data").textContent());
const clearAll = () => page.locator("#clear").click();

await page.goto(pathToFileURL(resolve(page_path)).href);
const data = await total();

await test("the page opens without an error and asks the network for nothing", async () => {
  await shot("start");
  assert.deepEqual(faults, []);
  assert.equal(requests.length, 1);
  assert.ok(await count("#picture g.node") > 0);
});

await test("all statements are listed at first", async () => {
  assert.equal(await count("#panel ul.statements button"), data.edges.length);
});

await test("the page counts statements as the picture does, and shows the title once", async () => {
  const all = data.edges.reduce((sum, e) => sum + Math.max(e.evidence.length, 1), 0);
  assert.equal(await page.locator("#panel h2").textContent(), `${all} of ${all} statements`);
  const subtitle = (await page.locator("#picture svg > g > text").allTextContents()).join(" ");
  assert.match(subtitle, new RegExp(`\\b${all} statements?\\b`));
  const seen = await page.locator("h1").boundingBox();
  assert.ok(seen.width <= 1 && seen.height <= 1);
});

await test("a click on an entity shows what it does and undergoes", async () => {
  const node = page.locator("#picture g.entity").first();
  const id = await node.getAttribute("id");
  const index = data.nodes.findIndex((n) => n.svg === id);
  await node.click();
  assert.equal(await page.locator("#panel h2").textContent(), data.nodes[index].label);
  const own = data.edges.filter((e) => e.source === index || e.target === index).length;
  const loops = data.edges.filter((e) => e.source === index && e.target === index).length;
  assert.equal(await count("#panel ul.statements button"), own + loops);
  assert.ok(await count("#picture g.is-dim") > 0);
  await shot("entity");
});

await test("a statement shows its quotes with their document", async () => {
  await clearAll();
  const index = data.edges.findIndex((e) => e.evidence.length > 0);
  await page.locator("#panel ul.statements button").nth(index).click();
  assert.equal(await count("#panel blockquote"), data.edges[index].evidence.length);
  assert.ok((await page.locator("#panel blockquote footer").first().textContent()).length > 0);
  await shot("statement");
});

await test("the article is beside the picture and the quote is marked in it", async () => {
  if (!data.documents.some((d) => d.text)) return;
  assert.ok(await page.locator("#article").isVisible());
  assert.equal(await count("#article mark.is-chosen"), 1);
  const shown = await page.locator("#text").textContent();
  const text = data.documents.find((d) => d.text).text;
  const bare = (s) => s.replace(/\s+/g, "");
  assert.equal(bare(shown), bare(text));
});

await test("a click on a mark of the article chooses its statement", async () => {
  if (!data.documents.some((d) => d.text)) return;
  await clearAll();
  await page.locator("#article mark").last().click();
  assert.ok(await count("#panel blockquote") > 0);
});

await test("a filter takes a tone away, and gives it back", async () => {
  await clearAll();
  const tone = data.edges[0].tone;
  if (new Set(data.edges.map((e) => e.tone)).size < 2) return;
  await page.locator("details.filters summary").click();
  const box = page.locator("#filters label", { hasText: tone }).locator("input");
  await box.uncheck();
  const left = data.edges.filter((e) => e.tone !== tone).length;
  assert.equal(await count("#panel ul.statements button"), left);
  assert.ok(await count("#picture g.is-off") > 0);
  await shot("filter");
  await box.check();
  assert.equal(await count("#panel ul.statements button"), data.edges.length);
  assert.equal(await count("#picture g.is-off"), 0);
  await page.locator("details.filters summary").click();
});

await test("dates leave out what was said before", async () => {
  await page.locator("details.filters summary").click();
  await page.locator("#since").fill("2999-01-01");
  assert.equal(await count("#panel ul.statements button"),
    data.edges.filter((e) => e.evidence.length === 0).length);
  await page.locator("#since").fill("");
  await page.locator("details.filters summary").click();
});

await test("search finds an entity by its name", async () => {
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type(data.nodes[data.edges[0].source].label.toUpperCase());
  assert.ok(await count("#picture g.is-dim") < await count("#picture g.node, #picture g.edge"));
  assert.ok(await count("#panel ul.statements button") > 0);
  await shot("search");
  await page.keyboard.press("Escape");
  assert.equal(await count("#picture g.is-dim"), 0);
});

await test("the wheel and the keys move the picture, 0 brings it back", async () => {
  const box = () => page.locator("#picture svg").getAttribute("viewBox");
  const first = await box();
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, -300);
  const near = await box();
  assert.notEqual(near, first);
  await page.locator("header").click({ position: { x: 500, y: 8 } });
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await box(), near);
  await page.keyboard.press("0");
  assert.deepEqual((await box()).split(" ").map(Number), first.split(" ").map(Number));
});

await test("dragging moves the picture and chooses nothing", async () => {
  const before = await page.locator("#picture svg").getAttribute("viewBox");
  await page.mouse.move(700, 400);
  await page.mouse.down();
  await page.mouse.move(760, 460, { steps: 5 });
  await page.mouse.up();
  assert.notEqual(await page.locator("#picture svg").getAttribute("viewBox"), before);
  assert.equal(await count("#picture g.is-chosen"), 0);
  await page.keyboard.press("0");
});

await test("an entity can be chosen with the keyboard alone", async () => {
  await page.locator("#picture g.entity").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await count("#picture g.is-chosen") > 0);
  await page.keyboard.press("Escape");
});

await test("it turns dark", async () => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await page.locator("#dark").click();
  assert.notEqual(await paper(), before);
  const dim = await page.evaluate(() => {
    const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0);
    return [...document.querySelectorAll("#picture .statement.node :is(text, tspan)")]
      .filter((e) => light(getComputedStyle(e).fill) < 300).length;
  });
  assert.equal(dim, 0, "words of statements are light on the dark page");
  await shot("dark");
  await page.locator("#dark").click();
});

await test("nothing from the texts has become an element", async () => {
  assert.equal(await count("script"), 2);
  assert.equal(await count("#picture script, #panel script, iframe, object, embed, img, svg a, svg image"), 0);
  assert.deepEqual(faults, []);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
});

await browser.close();
console.log(`1..${passed}`);
console.log(`${passed} passed, ${process.exitCode ? 1 : 0} failed`);
