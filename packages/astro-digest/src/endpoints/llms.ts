import type { APIRoute } from 'astro';
import { llmsTxt } from '../outputs/llms-txt.ts';
import { textFile } from '../runtime/files.ts';
import { getLibrary } from '../runtime/library.ts';
import { llms } from '../runtime/llms.ts';

/** `llms.txt`, as https://llmstxt.org describes it. */
export const GET: APIRoute = async () => textFile(llmsTxt(llms(await getLibrary())), 'text/plain');
