/** What a site's own layout gets of a page of the digest, as `Astro.props`. */
export interface LayoutProps {
  /** Title of the document: that of the page, then the name of the digest. */
  title: string;
  /** The same without the name of the digest, for those who share the page. */
  shortTitle: string;
  /** Name of the digest. */
  siteName: string;
  /** One or two sentences for search engines. */
  description?: string | undefined;
  /** Address that search engines should know the page by; absent where `site` is not set, and of pages that they should leave out. */
  canonical?: string | undefined;
  /** Address of a picture of 1200 × 630 pixels for those who share the page. */
  image?: string | undefined;
  /** Open Graph's name for what the page is about. */
  type: 'website' | 'article';
  /** BCP 47 tag of the page's language. */
  lang: string;
  /** Direction of its script. */
  dir: 'ltr' | 'rtl';
}
