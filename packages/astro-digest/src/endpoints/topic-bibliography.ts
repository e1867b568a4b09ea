import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import { topicData } from '../runtime/route-data.ts';

export { topicPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of a topic. */
export const GET: APIRoute = async ({ params, routePattern }) => {
  const { library, topic } = await topicData(params);
  return bibliographyFile(
    library,
    topic.papers.flatMap((id) => library.paper(id) ?? []),
    routePattern,
  );
};
