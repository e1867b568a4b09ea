import type { APIRoute } from 'astro';
import { bibliographyFile } from '../runtime/bibliographies.ts';
import type { TopicRouteData } from '../runtime/route-data.ts';

export { topicPaths as getStaticPaths } from '../runtime/route-data.ts';

/** `papers.bib`, `.ris`, `.json`, `.jsonl` of a topic. */
export const GET: APIRoute<TopicRouteData> = ({ props: { library, topic }, routePattern }) =>
  bibliographyFile(
    library,
    topic.papers.flatMap((id) => library.paper(id) ?? []),
    routePattern,
  );
