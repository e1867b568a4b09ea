import { describe, expect, it } from 'vitest';
import {
  foldName,
  planPath,
  rememberAfter,
  rememberDuring,
  type OnDisk,
  type PathFacts,
  type Remembered,
  type Step,
} from '../../src/cli/plan.ts';

const nothing: OnDisk = { kind: 'nothing' };
const file = (hash: string): OnDisk => ({ kind: 'file', hash });

/** What is remembered, what is there, what is wanted; what is done, and what is done with `--force`. */
const cases: [string, Remembered, OnDisk, string | undefined, string, string][] = [
  ['a new paper', {}, nothing, 'a', 'write a', 'write a'],
  ['a file as it should be', { written: 'a' }, file('a'), 'a', 'as-wanted', 'as-wanted'],
  ['a changed paper', { written: 'a' }, file('a'), 'b', 'write b over a', 'write b over a'],
  ['an edited file', { written: 'a' }, file('x'), 'a', 'edited', 'write a over x, backup'],
  [
    'an edited file of a changed paper',
    { written: 'a' },
    file('x'),
    'b',
    'outdated-edit',
    'write b over x, backup',
  ],
  ['an edit that the digest has taken over', { written: 'a' }, file('b'), 'b', 'as-wanted', 'remember b'],
  ['a deleted file', { written: 'a' }, nothing, 'a', 'deleted', 'write a'],
  ['a deleted file of a changed paper', { written: 'a' }, nothing, 'b', 'deleted', 'write b'],
  ["a person's file", {}, file('x'), 'a', 'unknown', 'write a over x, backup'],
  ["a person's file that says the same", {}, file('a'), 'a', 'as-wanted', 'remember a'],
  ['a symbolic link', { written: 'a' }, { kind: 'link' }, 'b', 'link', 'link'],
  ['a folder', {}, { kind: 'other' }, 'b', 'other', 'other'],
  ['a namesake', {}, { kind: 'namesake', name: 'B' }, 'b', 'namesake', 'namesake'],
  ['a paper that is gone', { written: 'a' }, file('a'), undefined, 'remove a', 'remove a'],
  ['a paper that is gone, edited', { written: 'a' }, file('x'), undefined, 'vanished', 'vanished'],
  ['a paper that is gone, deleted', { written: 'a' }, nothing, undefined, 'gone', 'gone'],
  ['a paper that is gone, a link', { written: 'a' }, { kind: 'link' }, undefined, 'gone', 'gone'],
  ["a person's file of no paper", {}, file('x'), undefined, 'gone', 'gone'],
  // After a run that was cut off.
  ['a write that was not done', { unfinished: 'a' }, nothing, 'a', 'write a', 'write a'],
  ['a write that was done', { unfinished: 'a' }, file('a'), 'a', 'as-wanted', 'as-wanted'],
  [
    'a write that was done, then edited',
    { unfinished: 'a' },
    file('x'),
    'a',
    'unknown',
    'write a over x, backup',
  ],
  [
    'a write that was done, then changed',
    { unfinished: 'a' },
    file('a'),
    'b',
    'write b over a',
    'write b over a',
  ],
  [
    'a rewrite that was not done',
    { written: 'a', unfinished: 'b' },
    file('a'),
    'b',
    'write b over a',
    'write b over a',
  ],
  ['a rewrite that was done', { written: 'a', unfinished: 'b' }, file('b'), 'b', 'as-wanted', 'as-wanted'],
  [
    'a rewrite that was done, then edited',
    { written: 'a', unfinished: 'b' },
    file('x'),
    'b',
    'outdated-edit',
    'write b over x, backup',
  ],
  ['a rewrite, then deleted', { written: 'a', unfinished: 'b' }, nothing, 'b', 'deleted', 'write b'],
  [
    'a removal that was not done',
    { written: 'a', unfinished: null },
    file('a'),
    undefined,
    'remove a',
    'remove a',
  ],
  ['a removal that was done', { written: 'a', unfinished: null }, nothing, undefined, 'gone', 'gone'],
  [
    'a removal that was done, of a paper that is back',
    { written: 'a', unfinished: null },
    nothing,
    'a',
    'write a',
    'write a',
  ],
];

describe.each(cases)('%s', (_, remembered, disk, wanted, expected, forced) => {
  const facts: PathFacts = { remembered, disk, ...(wanted === undefined ? {} : { wanted }) };

  it(`becomes: ${expected}`, () => expect(inWords(planPath(facts, false))).toBe(expected));
  it(`becomes with --force: ${forced}`, () => expect(inWords(planPath(facts, true))).toBe(forced));

  it('is not judged otherwise after a run that was cut off before it did anything', () => {
    for (const force of [false, true]) {
      const step = planPath(facts, force);
      const again = planPath({ ...facts, remembered: rememberDuring(step) }, force);
      expect({ ...again, before: '' }).toEqual({ ...step, before: '' });
    }
  });

  it('needs nothing more after a run, cut off before its end or not', () => {
    for (const force of [false, true]) {
      const step = planPath(facts, force);
      if (step.do === 'leave') continue;
      const after = { ...facts, disk: step.do === 'remove' ? nothing : file(step.hash) };
      const whole = planPath({ ...after, remembered: rememberAfter(step, true) }, force);
      const cut = planPath({ ...after, remembered: rememberDuring(step) }, false);
      expect(whole).toMatchObject({ do: 'leave', why: step.do === 'remove' ? 'gone' : 'as-wanted' });
      expect(cut).toEqual(step.do === 'remember' ? cut : whole);
    }
  });

  it('is remembered as before where it was not done', () => {
    const step = planPath(facts, true);
    expect(rememberAfter(step, false)).toEqual(step.before === undefined ? {} : { written: step.before });
  });
});

describe('foldName', () => {
  it.each([
    ['Birds.mdx', 'birds.mdx'],
    ['bi\u0301rds', 'bírds'],
    ['STRASSE', 'straße'],
    ['ﬁsh', 'fish'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ])('takes %s for %s', (one, other) => expect(foldName(one)).toBe(foldName(other)));

  it('tells other names apart', () => expect(foldName('birds')).not.toBe(foldName('bird')));
});

function inWords(step: Step): string {
  if (step.do === 'leave') return step.why;
  if (step.do === 'remember') return `remember ${step.hash}`;
  if (step.do === 'remove') return `remove ${step.over}`;
  return `write ${step.hash}${step.over === undefined ? '' : ` over ${step.over}`}${step.backup ? ', backup' : ''}`;
}
