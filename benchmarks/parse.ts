// `pnpm bench`: how fast digests are read. 100 MB of one digest, issue by issue, one core.
import { existsSync, readFileSync } from 'node:fs';
import { fromDigest } from '../packages/remark-digest/dist/index.js';
import { digestToHtml } from '../packages/astro-digest/dist/content/digest-to-html.js';

const real = new URL('../../shared/digests/hugging-face-papers.txt', import.meta.url);
const example = new URL('../examples/minimal/src/content/digests/2025-03-10.txt', import.meta.url);
const source = existsSync(real) ? real : example;
const digest = readFileSync(source, 'utf8');
const megabytes = Number(process.argv[2] ?? 100);
const bytes = Buffer.byteLength(digest);
const issues = Math.ceil((megabytes * 1e6) / bytes);

const ways = {
  'text to tree, nothing mended': () => fromDigest(digest, { path: '2025-03-12.txt', inline: false }),
  'text to tree': () => fromDigest(digest, { path: '2025-03-12.txt' }),
  'text to HTML, nothing mended': () => html(false),
  'text to HTML': () => html(true),
};

function html(inline: boolean): void {
  for (const node of fromDigest(digest, { path: '2025-03-12.txt', inline }).children) {
    if (node.type === 'digestEntry') digestToHtml(node.children.slice(1) as never);
  }
}

// Issue by issue in turn, so that whatever else the machine does meets all ways alike; the medians are what counts.
const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
for (let issue = 0; issue < issues; issue++) {
  for (const [name, way] of Object.entries(ways)) {
    const start = performance.now();
    way();
    times.get(name)?.push(performance.now() - start);
  }
}
const medians = new Map(
  [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[issues >> 1] as number]),
);
console.log(`${megabytes} MB of ${source.pathname.split('/').at(-1)}, ${issues} issues`);
for (const [name, milliseconds] of medians) {
  const speed = (bytes / milliseconds / 1000).toFixed(1);
  console.log(
    `${name.padEnd(30)} ${milliseconds.toFixed(2).padStart(7)} ms an issue ${speed.padStart(7)} MB/s`,
  );
}
const ratio = (a: keyof typeof ways, b: keyof typeof ways) =>
  ((medians.get(a) ?? 0) / (medians.get(b) ?? 1)).toFixed(2);
console.log(
  `mending, trees: ${ratio('text to tree', 'text to tree, nothing mended')} times the time without it`,
);
console.log(
  `mending, HTML: ${ratio('text to HTML', 'text to HTML, nothing mended')} times the time without it`,
);
console.log(`memory of the process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
