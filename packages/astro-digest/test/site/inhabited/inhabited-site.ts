/** A site as somebody has it who adds a digest to it, and what becomes of it. */
export interface InhabitedSite {
  /** The manner in which it is written. */
  name: string;
  /** Texts by path; the ones of `astro.config` and of the home page come with it where it has none. */
  files: Record<string, string>;
  /** Folder of the site among these files, where it is not the outermost. */
  folder?: string;
  /** The small layout that it gets, from its imports on. */
  layout?: string;
  /** What is said instead, or besides. */
  says?: string;
  /** The line that its navigation gets, by the path of the file; absent where it gets none. */
  link?: { path: string; line: string };
  /** Whether the digest is in its layout. */
  isAround: boolean;
  /** Whether the pages of the digest have titles of their own in the window; they do where nothing else is said. */
  hasTitle?: boolean;
  /** Whether they have the feeds of the digest in their head. */
  hasHead: boolean;
}

/** A config without any integration. */
export const config = `import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://owls.example' });
`;

/** A page in a layout. */
export const page = (
  layout: string,
  attributes: string,
  body = '<p>Owls of the north wood.</p>',
): string => `---
import Base from '${layout}';
---

<Base ${attributes}>${body}</Base>
`;

/** A document of a site, with what is in its head and its body. */
export const documentOf = (head: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    ${head}
  </head>
  <body data-owner="owls">
    ${body}
  </body>
</html>
`;

/** A navigation of two links. */
export const nav = '<nav><a href="/">Home</a> <a href="/about/">About</a></nav>';
/** The same with the link to the digest. */
export const linkedNav = '<nav><a href="/">Home</a> <a href="/about/">About</a> <DigestNav /></nav>';
