import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { chart } from './chart.ts';
import { formatTable, medians, type Result } from './results.ts';

const page = new URL('../../docs/benchmarks.md', import.meta.url);
const start = '<!-- what follows is written by `pnpm bench --write` -->';

/** How a report's figures came about. */
export interface Circumstances {
  /** How often each site was built. */
  runs: number;
  /** Names and versions of what built them. */
  versions: readonly string[];
}

/** Writes tables and charts into docs/benchmarks.md, below the line that says so. */
export function writeReport(results: readonly Result[], { runs, versions }: Circumstances): void {
  const sizes = [...new Set(results.map(({ papers }) => papers))];
  const sections = sizes.map((papers) => {
    const file = `benchmarks-${papers}.svg`;
    writeFileSync(new URL(`../../docs/${file}`, import.meta.url), chart(medians(results, papers), papers));
    const heading = `${papers.toLocaleString('en')} papers`;
    return `## ${heading}\n\n![Seconds to build ${heading} with each](${file})\n\n${formatTable(results, papers)}\n`;
  });
  const [processor] = cpus();
  const machine = `${cpus().length} cores of ${processor?.model.trim() ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${platform()}`;
  const how = `Medians of ${runs} builds each, in turn, on ${machine}; Node.js ${process.version.slice(1)}, ${versions.join(', ')}.`;
  const [head] = readFileSync(page, 'utf8').split(start) as [string];
  writeFileSync(page, `${head}${start}\n\n${how}\n\n${sections.join('\n')}`);
}
