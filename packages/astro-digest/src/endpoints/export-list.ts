import type { APIRoute } from 'astro';
import { exportList } from '../runtime/exports.ts';
import { textFile } from '../runtime/files.ts';
import { getLibrary } from '../runtime/library.ts';

/** `exports.json`: which bibliographies of the whole digest there are. */
export const GET: APIRoute = async () =>
  textFile(`${JSON.stringify(exportList(await getLibrary()), undefined, 2)}\n`, 'application/json');
