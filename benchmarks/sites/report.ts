import type { Result } from './results.ts';
export function writeReport(
  _results: readonly Result[],
  _versions: readonly string[],
  _how: { runs: number },
): void {}
