import type { APIRoute } from 'astro';
import { periodEpub } from '../runtime/epub.ts';
import { periodData } from '../runtime/route-data.ts';

export { epubPeriodPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `2025.epub`, `2025-03.epub` … of years and months that are small enough. */
export const GET: APIRoute = async ({ params }) => periodEpub(await periodData(params));
