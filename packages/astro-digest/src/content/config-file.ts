/**
 * Name of the site's own file that calls this package, as the stack of the call has it.
 *
 * @param name what such a file is called, without its extension: `astro.config`, or `content.config` in a folder
 * @param otherwise what it is called where the stack does not tell
 */
export function configFile(name: 'astro.config' | 'content.config', otherwise: string): string {
  const folder = name === 'content.config' ? '[^/\\\\\\s():]+[/\\\\]' : '';
  const file = new RegExp(`(?:^|[/\\\\])(${folder}${name.replace('.', '\\.')}\\.[cm]?[jt]s)(?=[?:])`, 'm');
  const found = file.exec(new Error('where').stack ?? '')?.[1];
  return found === undefined ? otherwise : decodeURI(found).replaceAll('\\', '/');
}
