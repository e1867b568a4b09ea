import { expect, test, vi } from 'vitest';
import { startLiveDigest, type LoadedEntries } from '../../src/model/live-entries.ts';

const entry = (id: string, changes: object = {}) => ({ id, data: { title: id }, ...changes });
const loaded = (collection: string, state: string, ...entries: LoadedEntries['entries']): LoadedEntries => ({
  collection,
  state,
  entries,
  goesOn: true,
});

/** A digest with one issue and one paper, of which both loaders have told. */
function toldDigest() {
  const digest = startLiveDigest();
  const issue = entry('2025-03-12');
  const paper = entry('2025-03-12/one');
  digest.tell('issues', loaded('issues', 'first', issue));
  digest.tell('papers', loaded('papers', 'first', paper));
  const onChange = vi.fn<() => void>();
  digest.onChange = onChange;
  return { digest, issue, paper, onChange };
}

test('pages have no entries before both loaders have told of the same digests', () => {
  const digest = startLiveDigest();
  expect(digest.entries()).toBeUndefined();
  digest.tell('issues', loaded('issues', 'first', entry('2025-03-12')));
  expect(digest.entries()).toBeUndefined();
  digest.tell('papers', loaded('papers', 'another', entry('2025-03-11/one')));
  expect(digest.entries()).toBeUndefined();
  digest.tell('papers', loaded('papers', 'first', entry('2025-03-12/one')));
  expect(digest.entries()).toEqual({
    issues: [entry('2025-03-12', { collection: 'issues' })],
    papers: [entry('2025-03-12/one', { collection: 'papers' })],
  });
});

test('where one loader fails, pages keep what both had last', () => {
  const { digest, onChange } = toldDigest();
  const before = digest.entries();
  digest.tell('issues', loaded('issues', 'second', entry('2025-03-13')));
  expect(digest.entries()).toBe(before);
  expect(onChange).not.toHaveBeenCalled();
  digest.tell('papers', loaded('papers', 'second', entry('2025-03-13/one')));
  expect(digest.entries()?.issues[0]?.id).toBe('2025-03-13');
});

test('a change is told once to those who have asked, and only where something is another', () => {
  const { digest, issue, paper, onChange } = toldDigest();
  const tellPaper = (told: LoadedEntries['entries'][number]): void =>
    digest.tell('papers', loaded('papers', 'first', told));
  tellPaper(entry('2025-03-12/one'));
  expect(onChange).not.toHaveBeenCalled();
  const before = digest.entries();
  digest.tell('issues', loaded('issues', 'first', issue));
  expect(digest.entries()).toBe(before);
  expect(onChange).not.toHaveBeenCalled();
  tellPaper(paper);
  tellPaper(entry('2025-03-12/one', { digest: 'edited' }));
  expect(onChange).toHaveBeenCalledOnce();
});

test('entries that have not changed stay the same objects, and are none of the store', () => {
  const { digest, issue, paper } = toldDigest();
  const before = digest.entries();
  expect(before?.papers[0]?.data).not.toBe(paper.data);
  digest.tell('issues', loaded('issues', 'second', issue, entry('2025-03-13')));
  digest.tell('papers', loaded('papers', 'second', paper, entry('2025-03-13/one')));
  expect(digest.entries()?.papers).toHaveLength(2);
  expect(digest.entries()?.papers[0]).toBe(before?.papers[0]);
});

test('entries with pictures are left to Astro', () => {
  const { digest, issue } = toldDigest();
  digest.tell('issues', loaded('issues', 'second', issue));
  digest.tell('papers', loaded('papers', 'second', entry('2025-03-12/one', { assetImports: ['./one.png'] })));
  expect(digest.entries()).toBeUndefined();
});

test.each([
  ['in a server that goes on, what a page does to an entry stays away from the store', true],
  ['in a build, entries are in memory once', false],
])('%s', (_, goesOn) => {
  const digest = startLiveDigest();
  const paper = entry('2025-03-12/one');
  digest.tell('issues', { ...loaded('issues', 'first'), goesOn });
  digest.tell('papers', { ...loaded('papers', 'first', paper), goesOn });
  expect(digest.entries()?.papers[0]?.data === (paper.data as unknown)).toBe(!goesOn);
});
