import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { slugify } from './identity.ts';
import type { DigestData, DigestIssue } from './types.ts';

/**
 * Makes a root of each issue of a digest, as `fromDigest` would give one for a text that holds nothing else.
 *
 * A tree with one issue is that issue. Messages go to the issue that they are about, and those about none to the first one.
 *
 * @param tree a tree from `fromDigest`
 * @returns at least one root
 */
export function splitIssues(tree: Root): Root[] {
  const issues = tree.children.filter((node) => node.type === 'digestIssue');
  if (issues.length === 0) return [tree];
  const messages = Map.groupBy(tree.data?.digest?.messages ?? [], (message) => issueOf(issues, message));
  return issues.map((issue, index) => ({
    type: 'root',
    children: issue.children,
    data: { digest: { ...issue.data.digest, messages: messages.get(index) ?? [] } },
    ...(issue.position ? { position: issue.position } : {}),
  }));
}

/** The last issue that begins above a message, else the first one. */
function issueOf(issues: readonly DigestIssue[], { line = 1 }: VFileMessage): number {
  return Math.max(
    issues.findLastIndex(({ position }) => (position?.start.line ?? 1) <= line),
    0,
  );
}

/**
 * Names the issues of one file, for addresses and folders.
 *
 * A file with one issue gives it its own name. Of several, each has the file's name with its date or else its title: `weekly.md` gives
 * `weekly-2025-03-10` and `weekly-2025-03-17`. A date that ends the file's name is not repeated, and `2025-03.json` gives `2025-03-12`.
 * Issues that would have the same name are told apart by their order.
 *
 * @param file name of the file, made fit for an address
 * @param digests what the issues say of themselves, in their order
 */
export function issueNames(
  file: string,
  digests: readonly Pick<DigestData, 'date' | 'title' | 'dateText'>[],
): string[] {
  if (digests.length === 1) return [file];
  const taken = new Map<string, number>();
  return digests.map(({ date, title, dateText }, index) => {
    const own = date === undefined ? undefined : file.replace(/(?:^|-)\d{4}(?:-\d{2}){0,2}$/, '');
    const name =
      own === undefined
        ? slugify(`${file} ${title ?? dateText ?? index + 1}`, 'issue')
        : [own, date].filter(Boolean).join('-');
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}
