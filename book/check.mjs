// Look at every page of a folder of pages in a browser, light on a desk and dark on a phone.
// usage: node book/check.mjs FOLDER PICTURES
// A finding of any kind gives exit status 1: a fault of accessibility, a request that leaves the machine, an error of a
// script, a page wider than its screen, a picture without words, a link to a page or a place that is not there, a page
// heavier than a slow line bears, a search that does not find the page where a word stands.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [folder, pictures] = process.argv.slice(2).map((name) => path.resolve(name));
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { name: "desk-light", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "phone-dark", colorScheme: "dark", viewport: { width: 390, height: 844 } },
];
const HEAVIEST = 500_000; // bytes of a page with all it loads, compressed
const SOUGHT = [
  ["search.html", "målgruppen", "kommuner/kalmar.html"], // another form of the word than the page may have
  ["search.html", "felmeddelande", "uppslag/felmeddelanden.html"],
  ["en/search.html", "staffing", "en/municipalities/tyreso.html"],
];
const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2",
};

function findPages(below = folder) {
  return fs.readdirSync(below, { withFileTypes: true }).flatMap((entry) => {
    const found = path.join(below, entry.name);
    if (entry.isDirectory()) return /^_/.test(entry.name) ? [] : findPages(found);
    return entry.name.endsWith(".html") ? [path.relative(folder, found)] : [];
  });
}

function fileOf(url) {
  const file = path.join(folder, decodeURIComponent(new URL(url).pathname));
  return fs.existsSync(file) && fs.statSync(file).isDirectory() ? path.join(file, "index.html") : file;
}

const server = http.createServer((request, response) => {
  const file = fileOf(`http://localhost${request.url}`);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
  fs.createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const site = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
fs.mkdirSync(pictures, { recursive: true });
const findings = new Set();
const links = new Map(); // page -> the addresses it links to
const places = new Map(); // page -> the places it has
const pages = findPages();

const weights = new Map(); // file -> its bytes, compressed
function weigh(file) {
  if (!weights.has(file)) weights.set(file, fs.existsSync(file) ? zlib.gzipSync(fs.readFileSync(file)).length : 0);
  return weights.get(file);
}

async function look(tab, name, view) {
  await tab.goto(site + name, { waitUntil: "load" });
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate((values) => globalThis.axe.run(document, { runOnly: values }), RULES);
  for (const { id, nodes } of violations) {
    findings.add(`${name} (${view.name}): ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160).replaceAll("\n", " ")}`);
  }
  const seen = await tab.evaluate(() => ({
    tooWide: document.documentElement.scrollWidth - window.innerWidth,
    language: document.documentElement.lang,
    mute: [...document.images].filter((image) => !image.alt).length,
    places: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
    loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
  }));
  if (seen.tooWide > 0) findings.add(`${name} (${view.name}): ${seen.tooWide} px wider than the screen`);
  if (!seen.language) findings.add(`${name}: says no language`);
  if (seen.mute) findings.add(`${name}: ${seen.mute} pictures without words`);
  const files = new Set([site + name, ...seen.loaded.filter((url) => url.startsWith(site))].map(fileOf));
  const weight = [...files].map(weigh).reduce((sum, bytes) => sum + bytes, 0);
  if (weight > HEAVIEST) findings.add(`${name}: ${weight} bytes compressed, more than ${HEAVIEST}`);
  places.set(name, new Set(seen.places));
  links.set(name, seen.links.filter((link) => link.startsWith(site)));
  await tab.screenshot({ path: path.join(pictures, `${name.replaceAll(/[/.]/g, "_")}-${view.name}.png`) });
}

async function lookAtAll(view) {
  const context = await browser.newContext({ ...view, reducedMotion: "reduce" });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(site) || url.startsWith("data:") || url.startsWith("blob:")) return route.continue();
    findings.add(`asked the network for ${url}`);
    return route.abort();
  });
  const tab = await context.newPage();
  tab.on("pageerror", (error) => findings.add(`${tab.url()}: ${error}`));
  tab.on("console", (message) => message.type() === "error" && findings.add(`${tab.url()}: ${message.text()}`));
  tab.on("response", (answer) => answer.status() >= 400 && findings.add(`not there: ${answer.url()}`));
  for (const name of pages) await look(tab, name, view);
  await context.close();
}

async function seek() {
  const tab = await browser.newPage();
  for (const [page, word, wanted] of SOUGHT) {
    await tab.goto(`${site}${page}?q=${encodeURIComponent(word)}`, { waitUntil: "load" });
    const found = `#search-results a[href*="${path.basename(wanted)}"]`;
    await tab.waitForSelector(found, { state: "attached", timeout: 20_000 })
      .catch(() => findings.add(`${page}: a search for ${word} does not find ${wanted}`));
  }
  await tab.close();
}

await Promise.all(VIEWS.map(lookAtAll));
await seek();
await browser.close();
server.close();

for (const [name, found] of links) {
  for (const link of new Set(found)) {
    const target = path.relative(folder, fileOf(link));
    const place = decodeURIComponent(new URL(link).hash.slice(1));
    if (!fs.existsSync(path.join(folder, target))) findings.add(`${name}: link to ${target}, which is not there`);
    else if (place && places.has(target) && !places.get(target).has(place)) findings.add(`${name}: no #${place} in ${target}`);
  }
}
for (const finding of findings) console.log(finding);
console.log(`${pages.length * VIEWS.length} views of ${pages.length} pages looked at`);
console.log(`${Math.max(0, pages.length - findings.size)} passed, ${findings.size} failed`);
process.exit(findings.size ? 1 : 0);
