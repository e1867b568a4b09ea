import type { Dialect } from './dialect.ts';
import { feed } from './feed/index.ts';
import { huggingFace } from './hugging-face.ts';
import { json } from './json/index.ts';

/** All dialects. The surest one reads a text; of two that are equally sure, the earlier one in this list. */
export const dialects: readonly Dialect[] = [feed, json, huggingFace];
