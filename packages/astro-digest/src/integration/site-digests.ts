import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { FinishedFiles, SameFile } from '../kept/site-files.ts';
import { routeKinds, type Routes } from '../model/route-kinds.ts';
import { digestRoutes } from './routes.ts';
import type { StagedBuild } from './stage-build.ts';

/** What a digest tells the others of its site. */
export interface SiteDigest {
  /** Its name; absent of the one that has none. */
  name?: string | undefined;
  /** Path of its pages within the site. */
  base: string;
  /** Name of the digest for readers. */
  title: string;
  /** Whether a build ends with a folder of it that opens from files. */
  isPortable: boolean;
  /** Whether the build makes a shard of it. */
  isShard: boolean;
  /** Ends the turn of the build that runs, for all; absent where another digest does, or none runs. */
  endTurn?: (() => void) | undefined;
  /** The site that this digest has built beside the last one, for all; absent where another digest does, or none. */
  staged?: StagedBuild | undefined;
  /** What is known of its files once they are written. */
  finished?: FinishedFiles | undefined;
  /** Files for reading offline that are as in the last site. */
  packed?: readonly SameFile[] | undefined;
  /**
   * Has its pages rendered as the digest wants it, in a build.
   *
   * @param prerenderer what renders them
   * @param defaultPrerenderer Astro's own, which may be within the other one
   */
  prerender?: (prerenderer: AstroPrerenderer, defaultPrerenderer: AstroPrerenderer) => AstroPrerenderer;
}

/** By their first hook, since Astro copies the objects of integrations. */
const known = new WeakMap<object, SiteDigest>();

const keyOf = ({ hooks }: AstroIntegration): object => hooks['astro:config:setup'] ?? hooks;

/** Makes a digest known to the others of its site. */
export function registerDigest(integration: AstroIntegration, digest: SiteDigest): void {
  known.set(keyOf(integration), digest);
}

/**
 * The digests among the integrations of a site, in their order.
 *
 * @param own the one that asks; it is there even where a site has put hooks of its own around those of the digest, and is known no more
 */
export function digestsOf(integrations: readonly AstroIntegration[], own: SiteDigest): SiteDigest[] {
  const digests = integrations.flatMap((integration) => known.get(keyOf(integration)) ?? []);
  return digests.includes(own) ? digests : [...digests, own];
}

/** The digest that components mean when they name none: the one without a name, or else the first. */
export function defaultDigest(digests: readonly SiteDigest[]): SiteDigest | undefined {
  return digests.find(({ name }) => name === undefined) ?? digests[0];
}

/** What keeps the digests of a site from being in it together, as a sentence; `undefined` when nothing does. */
export function findDigestsProblem(digests: readonly SiteDigest[]): string | undefined {
  if (digests.length < 2) return undefined;
  const names = digests.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (names.filter((name) => name === undefined).length > 1) {
    return "`name` is missing: a site with several digests has to tell them apart, so give each but one a name, such as `digest({ name: 'vision', base: '/vision' })`.";
  }
  if (twice !== undefined) {
    return `\`name\` is not valid: two digests are called \`${twice}\`: give one of them another name.`;
  }
  const bases = digests.map(({ base }) => base);
  const same = bases.find((base, index) => bases.indexOf(base) !== index);
  if (same !== undefined) {
    return `\`base\` is not valid: two digests have their pages under \`${same}\`: give one of them another path, such as \`/vision\`.`;
  }
  for (const base of bases) {
    const around = bases.find((other) => other !== base && isInside(base, other));
    if (around !== undefined) {
      return `\`base\` is not valid: \`${base}\` is inside \`${around}\`, where another digest has its pages: give it a path beside that one, such as \`/vision\`.`;
    }
  }
  if (digests.some(({ isShard }) => isShard)) {
    return '`shard` is not valid: a site with several digests is built whole: leave it out.';
  }
  return undefined;
}

/** Where a digest that is the whole site has pages and files of its own: the first parts of their paths. */
const ownParts = new Set(
  digestRoutes('/', Object.fromEntries(routeKinds.map((kind) => [kind, true])) as Routes).map(
    ({ pattern }) => pattern.split('/')[1],
  ),
);

/** Whether a path is where another digest has its pages, or may have them. One that is the whole site leaves room beside its own. */
function isInside(base: string, other: string): boolean {
  return other === '/' ? ownParts.has(base.split('/')[1]) : base.startsWith(`${other}/`);
}

/** Has the pages of a site rendered as each of its digests wants it. */
export function prerenderDigests(
  digests: readonly SiteDigest[],
): (defaultPrerenderer: AstroPrerenderer) => AstroPrerenderer {
  return (defaultPrerenderer) =>
    digests.reduce(
      (prerenderer, digest) => digest.prerender?.(prerenderer, defaultPrerenderer) ?? prerenderer,
      defaultPrerenderer,
    );
}
