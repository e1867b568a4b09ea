import { registerHooks } from 'node:module';

/** A file that is served: what names it, and what is sent. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

/** What the worker is told of a site, as Wrangler writes it. */
export interface AssetConfig {
  html_handling: string;
  not_found_handling: string;
  headers: { version: 2; rules: Record<string, { set: Record<string, string> }> };
  redirects: { version: 1; staticRules: object; rules: Record<string, { status: number; to: string }> };
}

interface Worker {
  fetch(request: Request): Promise<Response>;
  unstable_exists(path: string): Promise<string | null>;
  unstable_getByETag(
    tag: string,
  ): Promise<{ readableStream: ReadableStream; contentType: string; cacheStatus: string }>;
}

/** The module that Workers have, as far as the worker of static assets needs it. */
const workersModule = `
  export class WorkerEntrypoint { constructor(ctx, env) { this.ctx = ctx; this.env = env; } }
`;

/**
 * Starts the worker that serves static assets at Cloudflare, over files of ours.
 *
 * @param find gives the file of a path, or undefined where there is none
 * @returns answers requests as Cloudflare would
 */
export async function openAssetWorker(
  config: AssetConfig,
  find: (path: string) => Promise<Asset | undefined>,
): Promise<(request: Request) => Promise<Response>> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers'
        ? { url: specifier, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'cloudflare:workers'
        ? { source: workersModule, format: 'module', shortCircuit: true }
        : next(url, context),
  });
  // @ts-expect-error It has no types.
  const module: unknown = await import('@cloudflare/workers-shared/dist/asset-worker.mjs');
  hooks.deregister();
  const { default: AssetWorker } = module as {
    default: new (context: object, environment: object) => Worker;
  };
  const worker = new AssetWorker({ waitUntil: () => {} }, { CONFIG: config });
  // At Cloudflare a file is found by its hash; here its path does.
  worker.unstable_exists = async (path) => ((await find(path)) ? path : null);
  worker.unstable_getByETag = async (path) => {
    const { body, type } = (await find(path)) as Asset;
    return { readableStream: new Blob([body]).stream(), contentType: type, cacheStatus: 'HIT' };
  };
  return (request) => worker.fetch(request);
}
