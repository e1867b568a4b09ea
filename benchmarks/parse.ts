// `pnpm bench`: how fast digests are read. 100 MB of one digest, issue by issue, one core; alternating, the best of three.
import { existsSync, readFileSync } from 'node:fs';
import { fromDigest } from '../packages/remark-digest/dist/index.js';
import { digestToHtml } from '../packages/astro-digest/dist/content/digest-to-html.js';

const real = new URL('../../shared/digests/hugging-face-papers.txt', import.meta.url);
const example = new URL('../examples/minimal/src/content/digests/2025-03-10.txt', import.meta.url);
const source = existsSync(real) ? real : example;
const digest = readFileSync(source, 'utf8');
const megabytes = Number(process.argv[2] ?? 100);
const times = Math.ceil((megabytes * 1e6) / Buffer.byteLength(digest));

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

const best = new Map<string, number>();
for (let round = 0; round < 3; round++) {
  for (const [name, way] of Object.entries(ways)) {
    const start = performance.now();
    for (let time = 0; time < times; time++) way();
    best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - start));
  }
}
console.log(`${megabytes} MB of ${source.pathname.split('/').at(-1)}, ${times} issues`);
for (const [name, milliseconds] of best) {
  const speed = (megabytes / (milliseconds / 1000)).toFixed(1);
  console.log(
    `${name.padEnd(30)} ${(milliseconds / 1000).toFixed(2).padStart(7)} s ${speed.padStart(7)} MB/s`,
  );
}
const ratio = (a: keyof typeof ways, b: keyof typeof ways) =>
  ((best.get(a) ?? 0) / (best.get(b) ?? 1)).toFixed(2);
console.log(
  `mending, trees: ${ratio('text to tree', 'text to tree, nothing mended')} times the time without it`,
);
console.log(
  `mending, HTML: ${ratio('text to HTML', 'text to HTML, nothing mended')} times the time without it`,
);
console.log(`memory of the process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
