/** One build of one site. */
export interface Result {
  name: string;
  papers: number;
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of processor time. */
  cpu: number;
  /** Most bytes of memory at one time, all processes together. */
  memory: number | undefined;
  /** Files written. */
  files: number;
  /** Bytes of them. */
  bytes: number;
}

/** The medians of each contestant's builds of one size. */
export function medians(results: readonly Result[], papers: number): Result[] {
  const groups = Map.groupBy(
    results.filter((result) => result.papers === papers),
    ({ name }) => name,
  );
  return [...groups].map(([name, group]) => ({
    name,
    papers,
    wall: median(group.map(({ wall }) => wall)),
    cpu: median(group.map(({ cpu }) => cpu)),
    memory: group.every(({ memory }) => memory !== undefined)
      ? median(group.map(({ memory }) => memory as number))
      : undefined,
    files: median(group.map(({ files }) => files)),
    bytes: median(group.map(({ bytes }) => bytes)),
  }));
}

/** Results of one size as a table in Markdown, each beside the first one. */
export function formatTable(results: readonly Result[], papers: number): string {
  const rows = medians(results, papers);
  const first = rows[0]?.wall ?? 1;
  const cells = [
    [
      `${papers.toLocaleString('en')} papers`,
      'wall',
      'to the first',
      'processor',
      'memory',
      'files',
      'written',
    ],
    ...rows.map(({ name, wall, cpu, memory, files, bytes }) => [
      name,
      `${wall.toFixed(1)} s`,
      `${(wall / first).toFixed(2)}×`,
      `${cpu.toFixed(1)} s`,
      memory === undefined ? '' : `${(memory / 1e9).toFixed(2)} GB`,
      files.toLocaleString('en'),
      `${(bytes / 1e6).toFixed(1)} MB`,
    ]),
  ];
  const widths = (cells[0] as string[]).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] as string).length)),
  );
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(cells[0] as string[]), rule, ...cells.slice(1).map(line)].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
