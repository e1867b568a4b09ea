import type { BuiltSite } from './built-site.ts';
import { changeCssAddresses } from './css-addresses.ts';
import { targetOf, type PortablePages } from './portable-pages.ts';

/** What becomes of the addresses in the pages of a digest that is taken out of its site. */
export interface LinkRules {
  /**
   * Where a link leads.
   *
   * @param from path of the page in the site
   * @param addressOf gives the address of another page of the folder, by its path there
   * @returns `undefined` where it leads nowhere without the site
   */
  linkOf(address: string, from: string, addressOf: (page: string) => string): string | undefined;
  /** The file of the site that a page shows; `undefined` where it is none. */
  fileOf(address: string, from: string): { path: string; behind: string } | undefined;
  /** Path of that file alone. */
  find(address: string, from: string): string | undefined;
  /** Puts other addresses into a style; see `changeCssAddresses`. */
  changeStyle(css: string, change: (address: string) => string): string;
}

/** Makes the rules: pages lead to pages of the folder, anything else of the site to the site, where it is online. */
export function linkRules(site: BuiltSite, pages: PortablePages): LinkRules {
  const fileOf: LinkRules['fileOf'] = (address, from) => {
    const target = targetOf(address, from, site, pages);
    return target.kind === 'file'
      ? { path: target.path, behind: target.behind.replace(/^\?[^#]*/, '') }
      : undefined;
  };
  return {
    linkOf(address, from, addressOf) {
      const target = targetOf(address, from, site, pages);
      if (target.kind === 'other' || address === '' || address.startsWith('#')) return address;
      if (target.kind === 'page') return addressOf(target.path) + target.behind;
      if (site.site === undefined) return undefined;
      return new URL(address, new URL(`${site.siteBase}/${from}`, site.site)).href;
    },
    fileOf,
    find: (address, from) => fileOf(address, from)?.path,
    changeStyle: changeCssAddresses,
  };
}
