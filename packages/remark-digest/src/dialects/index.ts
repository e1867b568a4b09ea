import type { Dialect } from './dialect.ts';
import { huggingFace } from './hugging-face.ts';
import { markdown } from './markdown/index.ts';
import { records } from './records/index.ts';

/** All dialects. The surest one reads a text; of two that are equally sure, the earlier one in this list. */
export const dialects: readonly Dialect[] = [records, markdown, huggingFace];
