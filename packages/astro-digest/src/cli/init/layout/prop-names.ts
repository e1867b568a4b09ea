import type { LayoutProps } from '../../../model/layout-props.ts';

/** Names that layouts have for what the digest tells of a page, in small letters without signs between words. */
const names: Partial<Record<keyof LayoutProps, readonly string[]>> = {
  title: ['title', 'pagetitle', 'metatitle', 'seotitle', 'documenttitle', 'headtitle', 'htmltitle'],
  description: [
    'description',
    'desc',
    'metadescription',
    'pagedescription',
    'seodescription',
    'summary',
    'excerpt',
  ],
  canonical: ['canonical', 'canonicalurl', 'canonicallink', 'canonicalhref'],
  image: ['image', 'ogimage', 'socialimage', 'shareimage', 'metaimage', 'seoimage'],
  type: ['type', 'ogtype', 'pagetype'],
  lang: ['lang', 'language', 'htmllang'],
  dir: ['dir', 'direction'],
  siteName: ['sitename'],
};

/** What the digest has for a prop of a layout, by its name; undefined when it has nothing. */
export function sourceOf(name: string): keyof LayoutProps | undefined {
  const plain = name.replace(/[_-]/g, '').toLowerCase();
  return (Object.keys(names) as (keyof LayoutProps)[]).find((key) => names[key]?.includes(plain));
}

/** Whether a prop is the title of a page, by its name. */
export function isTitleName(name: string): boolean {
  return sourceOf(name) === 'title';
}
