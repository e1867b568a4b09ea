import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server that runs. */
export interface RunningHost {
  /** Such as `http://127.0.0.1:4321`. */
  address: string;
  stop(): Promise<void>;
}

/** A place where sites are published, set up by the files of the docs. */
export interface Host {
  /** Its name, and whether the real program runs or which rules are imitated. */
  name: string;
  /** What it sends with files that have no hash in their name. */
  revalidates: RegExp;
  /** Whether it lets a site set headers. */
  setsHeaders: boolean;
  /** Whether it sends the nearest `404.html`, or knows only that at the root. */
  notFound: 'nearest' | 'root';
  /** Whether its own program runs, which compresses what it sends. */
  compresses?: boolean;
  /**
   * Publishes a built site and serves it.
   *
   * @param root folder that looks like the addresses of the site: what is at `/site/x` is in `site/x`
   * @param base folder in it that the site was built into, such as `site`; empty for a site without a base
   */
  serve(root: string, base: string): Promise<RunningHost>;
}

/** Path of a file of the docs for a host, such as `nginx/digest.conf`. */
export function hostFilePath(name: string): string {
  return fileURLToPath(new URL(`../../../../docs/hosts/${name}`, import.meta.url));
}

/** Text of a file of the docs for a host. */
export function hostFile(name: string): string {
  return readFileSync(hostFilePath(name), 'utf8');
}
