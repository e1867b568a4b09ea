import type { Line } from '../lines.ts';
import type { Dialect } from './dialect.ts';
import { huggingFace } from './hugging-face.ts';

/**
 * All dialects, the most particular first: the first one that detects a text reads it, and the last one reads what none
 * detects.
 */
export const dialects: readonly [Dialect, ...Dialect[]] = [huggingFace];

/** The dialect of that name. */
export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find((dialect) => dialect.name === name);
}

/** The dialect that the lines are written in. */
export function detectDialect(lines: readonly Line[]): Dialect {
  return dialects.find((dialect) => dialect.detect(lines)) ?? (dialects.at(-1) as Dialect);
}
