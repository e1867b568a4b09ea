import { resolve } from 'node:path';
import { printable } from 'remark-digest/light';
import { readBuiltSite } from '../offline/portable/built-site.ts';
import { makePortableSite } from '../offline/portable/make-portable.ts';
import { PortableError } from '../offline/portable/portable-error.ts';
import { tellPortable } from '../offline/portable/tell-portable.ts';
import type { Terminal } from './terminal.ts';

/** What `astro-digest portable` is asked for. */
export interface PortableRequest {
  /** Folder of the site. */
  root: string;
  /** Whether each folder is also wanted as a ZIP archive. */
  zip: boolean;
}

/** Makes folders of a built site's digests that open from files; gives the exit status. */
export async function portable({ root, zip }: PortableRequest, terminal: Terminal): Promise<number> {
  const site = readBuiltSite(resolve(root));
  if (!site) {
    terminal.error(
      printable(
        `There is no built site with a digest in ${root}: run \`astro build\` there first, or name the folder of the site with --root.`,
      ),
    );
    return 1;
  }
  try {
    const made = await makePortableSite(site, site.digests, { zip });
    for (const line of tellPortable(made, process.cwd())) terminal.out(printable(line));
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof PortableError) && code === undefined) throw error;
    const problem =
      error instanceof PortableError
        ? message
        : `The folder can't be written (${message}): mend that and run this again.`;
    terminal.error(printable(problem));
    return 1;
  }
}
