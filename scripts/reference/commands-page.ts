import { run as runAstroDigest } from '../../packages/astro-digest/src/cli/run.ts';
import { helpText } from '../../packages/remark-digest/src/cli/help.ts';
import { block, page } from './markdown.ts';

/** The commands, as they explain themselves. */
export async function commandsPage(): Promise<string> {
  return page(
    '# Commands',
    '[docs/cli.md](../cli.md) tells what they do in detail. This is what they print with `--help`.',
    '## `astro-digest`',
    block('text', await astroDigestHelp()),
    '## `remark-digest`',
    block('text', helpText()),
    '### `remark-digest convert`',
    block('text', helpText('convert')),
    '### `remark-digest check`',
    block('text', helpText('check')),
    '### `remark-digest fetch`',
    block('text', helpText('fetch')),
    '### `remark-digest fetch ids`',
    block('text', helpText('fetch ids')),
  );
}

async function astroDigestHelp(): Promise<string> {
  let printed = '';
  const print = (text: string): void => void (printed += text);
  const terminal = { out: print, error: print, colours: false, now: () => new Date(0) };
  await runAstroDigest(['--help'], terminal);
  return printed;
}
