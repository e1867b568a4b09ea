import { collectionNames } from '../model/digest-name.ts';

/** Title of a digest whose options give none. */
export const defaultTitle = 'Papers';

/** What a site has of what a digest needs. */
export interface SiteParts {
  /** Name of the digest, where a site has several. */
  name: string | undefined;
  /** Whether its collections are defined. */
  hasCollections: boolean;
  /** Whether it has a title. */
  hasTitle: boolean;
  /** Path of the site's content config, or of the one to make. */
  contentConfig: string;
  hasContentConfig: boolean;
}

/** The lines that are still to write, in one sentence; undefined when there are none. */
export function unfinished(parts: SiteParts): string | undefined {
  const titleLine = "`digest({ title: 'Daily Papers' })` into astro.config";
  if (parts.hasCollections) {
    return parts.hasTitle
      ? undefined
      : `\`digest()\` has no title, so the digest is called “${defaultTitle}”: write ${titleLine}.`;
  }
  const { name, contentConfig } = parts;
  const { issues, papers } = collectionNames(name);
  const call =
    name === undefined
      ? 'digestCollections()'
      : `digestCollections({ name: '${name}', base: 'src/content/${name}' })`;
  const lines = parts.hasContentConfig
    ? `\`...${call}\` among the collections of ${contentConfig}`
    : `\`export const collections = { ...${call} };\` into ${contentConfig}`;
  // The command adds the first digest of a site, not one more.
  const command = name === undefined ? 'run `npx astro-digest init`, which writes the lines, or ' : '';
  return (
    `The collections \`${issues}\` and \`${papers}\` are not defined${parts.hasTitle ? '' : ' and `digest()` has no title'}: ` +
    `${command}write \`import { digestCollections } from 'astro-digest/content';\` and ${lines}` +
    `${parts.hasTitle ? '' : `, and ${titleLine}`}.`
  );
}
