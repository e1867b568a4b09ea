/** Names of the two collections of a digest. */
export interface CollectionNames {
  /** `issues`, or `vision-issues` of the digest `vision`. */
  issues: string;
  /** `papers`, or `vision-papers` of the digest `vision`. */
  papers: string;
}

/** What the name of a digest may be: it is in the names of collections and folders, and in specifiers of modules. */
export const digestName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What to write for such a name. */
export const digestNameAdvice = 'write a name of small letters, digits and hyphens, such as `vision`';

/**
 * Tells what the collections of a digest are called.
 *
 * @param name the name of the digest, where a site has several of them
 */
export function collectionNames(name?: string): CollectionNames {
  const prefix = name === undefined ? '' : `${name}-`;
  return { issues: `${prefix}issues`, papers: `${prefix}papers` };
}
