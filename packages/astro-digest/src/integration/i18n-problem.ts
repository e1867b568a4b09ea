import type { AstroConfig } from 'astro';

/**
 * Tells why Astro would answer with “not found” for all pages of a digest: where a site has locales, Astro decides by the parts
 * of an address which pages there are.
 *
 * @param base path of the digest within the site
 * @returns what is wrong and how to mend it, as a sentence; `undefined` when nothing is
 */
export function i18nProblem(i18n: AstroConfig['i18n'], base: string): string | undefined {
  if (!i18n || i18n.routing === 'manual') return undefined;
  const { defaultLocale, locales, routing } = i18n;
  const parts = base.split('/').map(plain);
  const names = locales.map((locale) => (typeof locale === 'string' ? locale : locale.path));
  const path = base === '/' ? '' : base;
  if (routing?.prefixDefaultLocale) {
    if (names.some((name) => parts.includes(plain(name)))) return undefined;
    return `\`base\` is not valid: with \`i18n.routing.prefixDefaultLocale\` Astro has only pages whose address names a locale: write a path with one, such as \`/${defaultLocale}${path}\`.`;
  }
  if (!parts.includes(plain(defaultLocale))) return undefined;
  const without = base.split('/').filter((part) => plain(part) !== plain(defaultLocale));
  return `\`base\` is not valid: without \`i18n.routing.prefixDefaultLocale\` Astro has no page whose address names the default locale \`${defaultLocale}\`: write \`${without.join('/') || '/papers'}\`.`;
}

function plain(locale: string): string {
  return locale.replaceAll('_', '-').toLowerCase();
}
