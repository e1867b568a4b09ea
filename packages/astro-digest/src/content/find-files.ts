import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { isDigestFile, slugify } from 'remark-digest/light';
import type { IssueFiles, SourceFile } from './read-issue.ts';
import { siteError } from './site-error.ts';
import { walkFolder, type LeftOut } from './walk-folder.ts';

/** What is in a folder of digests. */
export interface FoundFiles {
  /** Whether the folder is there at all. */
  exists: boolean;
  /** The issues, by id. */
  issues: IssueFiles[];
  /** Digests that would have had the id of another one. */
  clashes: { path: string; other: string; id: string }[];
  /** Links and files that are left out, where there are any. */
  leftOut?: LeftOut[] | undefined;
}

/**
 * Finds all files of a folder of digests: `<issue>.txt` is a digest (or `.md`, `.json`, `.xml` …, see `digestExtensions` of
 * `remark-digest`), `<issue>/<paper>.mdx` one paper of it.
 *
 * The id of an issue is the path of its digest in the folder, without the extension, made fit for an address:
 * `2025/03-12.txt` is `2025-03-12`.
 *
 * Each is read when its bytes are first asked for, and then waited for: they are small, and for thousands of them the turns of
 * Node's threads that each would wait for otherwise take ten times longer.
 *
 * @param root folder of the site
 * @param base folder of the digests, from the site's root
 * @throws AstroError when that is a file
 */
export function findFiles(root: string, base: string): FoundFiles {
  const folder = join(root, base);
  if (!existsSync(folder)) return { exists: false, issues: [], clashes: [] };
  if (!statSync(folder).isDirectory()) {
    throw siteError(
      `digestCollections() in src/content.config.ts: \`base\` is not valid: ${base} is a file: write the folder that it is in, such as \`${dirname(base)}\`.`,
    );
  }

  const { files, leftOut } = walkFolder(
    folder,
    (path) => path.endsWith('.mdx') || isDigestFile(basename(path)),
  );
  const issues = new Map<string, IssueFiles>();
  const clashes: FoundFiles['clashes'] = [];
  const issueOf = (id: string): IssueFiles => {
    const issue = issues.get(id) ?? { id, papers: [] };
    issues.set(id, issue);
    return issue;
  };
  const fileAt = (path: string): SourceFile => lazyFile(root, `${base}/${path}`.replaceAll('//', '/'));

  for (const path of files) {
    if (isDigestFile(basename(path))) {
      const issue = issueOf(issueId(path.slice(0, -extname(path).length)));
      if (issue.digest) clashes.push({ path: `${base}/${path}`, other: issue.digest.path, id: issue.id });
      else issue.digest = fileAt(path);
    } else if (path.endsWith('.mdx') && path.includes('/')) {
      const slash = path.lastIndexOf('/');
      const slug = slugify(path.slice(slash + 1, -'.mdx'.length), 'paper');
      issueOf(issueId(path.slice(0, slash))).papers.push(Object.assign(fileAt(path), { slug }));
    }
  }
  return {
    exists: true,
    issues: [...issues.values()],
    clashes,
    leftOut: leftOut.length > 0 ? leftOut : undefined,
  };
}

/** A file that is read when its bytes are first asked for. */
function lazyFile(root: string, path: string): SourceFile {
  let bytes: Uint8Array | undefined;
  return {
    path,
    get bytes() {
      return (bytes ??= readFileSync(join(root, path)));
    },
  };
}

function issueId(path: string): string {
  return slugify(path.replaceAll('/', '-'), 'issue');
}
