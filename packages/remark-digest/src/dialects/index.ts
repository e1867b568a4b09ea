import type { Dialect } from './dialect.ts';
import { huggingFace } from './hugging-face/index.ts';

/** All dialects. The surest one reads a text; of two that are equally sure, the earlier one in this list. */
export const dialects: readonly Dialect[] = [huggingFace];
