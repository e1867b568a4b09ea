import { toMarkdown } from 'mdast-util-to-markdown';
import type { Root } from 'mdast';
import { canonicalLine, canonicalText, sourceText } from '../../src/canonical.ts';
import { digestToMarkdown, fromDigest, toMdx, type DigestEntry } from '../../src/index.ts';
import { frontMatterOf } from '../../src/to-mdx.ts';
import { isVisible } from '../../src/visible.ts';
import { expectedTexts, wrongIn } from './check.ts';
import { runMdx, runSatteri, type Shown } from './execute.ts';
import { hostileEntry } from './entry.ts';
import { remarkModes, satteriFeatures, satteriMode, type Mode } from './modes.ts';
import { randomFrom, type Random } from './random.ts';
import { hostileText } from './text.ts';

/** What a run of the fuzzer found. */
export interface FuzzReport {
  /** Generated inputs. */
  inputs: number;
  /** Documents that were made of them. */
  documents: number;
  /** Inputs whose documents were compiled by both compilers and run. */
  executed: number;
  failures: Failure[];
}

/** An input that came out wrong, as small as it could be made. */
export interface Failure {
  /** Number of the input under its seed. */
  number: number;
  /** The text, or the tree as JSON. */
  input: string;
  problem: string;
}

/** What one generated input gives. */
interface Case {
  number: number;
  /** The text it comes from, or nothing when it is a tree that no text gives. */
  text?: string;
  inline: boolean;
  entries: DigestEntry[];
  /** What is wrong already, before any compiler has seen it. */
  problem?: string | undefined;
}

const batchSize = 32;

/**
 * Generates inputs, writes them as documents, and reads and runs those in the compilers of MDX.
 *
 * Several papers are read at once; where that shows a fault, each is read by itself.
 *
 * @param first number of the first input
 * @param last number after the last input
 */
export async function fuzz(seed: number, first: number, last: number): Promise<FuzzReport> {
  const report: FuzzReport = { inputs: last - first, documents: 0, executed: 0, failures: [] };
  for (let start = first; start < last; start += batchSize) {
    const cases: Case[] = [];
    for (let number = start; number < Math.min(last, start + batchSize); number++) {
      cases.push(makeCase(seed, number));
    }
    const random = randomFrom(seed ^ start);
    const modes = chooseModes(random);
    const entries = cases.flatMap((one) => one.entries);
    report.documents += entries.length;
    const executes = random.below(8) === 0;
    if (executes) report.executed += cases.length;
    const problem =
      (await problemOf(entries, modes)) ?? (executes ? await problemWhenRun(entries, random) : undefined);
    for (const one of cases) {
      const own =
        one.problem ??
        (problem && ((await problemOf(one.entries, modes)) ?? (await problemWhenRun(one.entries, random))));
      if (own) report.failures.push(await minimise(one, own, modes));
    }
    if (problem && report.failures.length === 0) {
      report.failures.push({ number: start, input: `${cases.length} inputs together`, problem });
    }
  }
  return report;
}

/** What is wrong with a text under any of many sets of options, with and without inline changes, or nothing. */
export async function checkText(text: string): Promise<string | undefined> {
  const bits = satteriFeatures.map((_, index) => 1 << index);
  const all = 2 ** satteriFeatures.length - 1;
  const modes = [...remarkModes, ...[all, 0, ...bits, ...bits.map((bit) => all ^ bit)].map(satteriMode)];
  for (const inline of [true, false]) {
    const { problem, entries } = caseOf(0, text, inline);
    const wrong =
      problem ??
      (await problemOf(entries, modes)) ??
      (await problemWhenRun(entries, randomFrom(text.length)));
    if (wrong) return wrong;
  }
  return undefined;
}

/** Both of `remark-mdx`, and Sätteri with everything, as Astro has it, with nothing, and with any features. */
function chooseModes(random: Random): Mode[] {
  const astro = 1 | (1 << satteriFeatures.indexOf('smartPunctuation'));
  return [
    ...remarkModes,
    ...[2 ** satteriFeatures.length - 1, astro, 0, random.below(2 ** satteriFeatures.length)].map(
      satteriMode,
    ),
  ];
}

function makeCase(seed: number, number: number): Case {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ number);
  if (number % 4 === 3) return { number, inline: false, entries: [hostileEntry(random)] };
  const inline = random.below(2) === 0;
  return caseOf(number, hostileText(random), inline);
}

/** A text as the abstract of one paper and the title of another. */
function caseOf(number: number, text: string, inline: boolean): Case {
  const entries: DigestEntry[] = [];
  let problem: string | undefined;
  for (const digest of [`Mar 12\n\nBirds\n\n${text}`, `Mar 12\n\n${text}\n\nThey sing. All day.`]) {
    let tree: Root;
    try {
      tree = fromDigest(digest, { dialect: 'hugging-face', year: 2025, inline });
    } catch (error) {
      problem ??= `fromDigest throws: ${String(error)}`;
      continue;
    }
    entries.push(...tree.children.filter((node) => node.type === 'digestEntry'));
    if (number % 4 === 0) problem ??= problemOfDigest(tree);
    if (!inline) problem ??= lostText(digest, tree);
  }
  for (const entry of entries) problem ??= problemOfFrontMatter(entry);
  return { number, text, inline, entries, problem };
}

/** Whether a text has come into its tree whole, where nothing of it is mended; a paper without a title is named and left out. */
function lostText(digest: string, tree: Root): string | undefined {
  if (tree.data?.digest?.messages.some(({ ruleId }) => ruleId === 'untitled-paper')) return undefined;
  return withoutBlanks(sourceText(tree)) === withoutBlanks(digest) ? undefined : 'fromDigest loses text';
}

function withoutBlanks(text: string): string {
  return [...canonicalText(text)].filter(isVisible).join('');
}

/** What is wrong with a digest that is written whole. */
function problemOfDigest(tree: Root): string | undefined {
  const document = toMarkdown(tree, { extensions: [digestToMarkdown] });
  const expected = tree.children.flatMap((node): string[] => {
    if (node.type === 'digestHeader') {
      return node.children.map((field) => canonicalText(sourceText(field))).filter((text) => text !== '');
    }
    if (node.type !== 'digestEntry') return [];
    return [canonicalLine(sourceText(node.children[0])), ...expectedTexts(node)];
  });
  for (const mode of [remarkModes[0] as Mode, satteriMode(2 ** satteriFeatures.length - 1)]) {
    const problem = wrongIn(mode, document, expected, true);
    if (problem) return `${problem}, in a digest that is written whole`;
  }
  return undefined;
}

/** The front matter of a document must be one line a key, each of them JSON, and say what the paper says. */
function problemOfFrontMatter(entry: DigestEntry): string | undefined {
  const document = toMdx(entry);
  const lines = document.slice(4, document.indexOf('\n---\n')).split('\n');
  const told = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(': ')), JSON.parse(line.slice(line.indexOf(': ') + 2))]),
  );
  if (JSON.stringify(told) !== JSON.stringify(frontMatterOf(entry)))
    return `front matter: ${lines.join('; ')}`;
  return told.title === canonicalLine(entry.title) ? undefined : `title: ${JSON.stringify(told.title)}`;
}

/** The papers as one document: one front matter, then the bodies with a line between them. */
function together(entries: readonly DigestEntry[]): { document: string; expected: string[] } {
  const bodies: string[] = [];
  const expected: string[] = [];
  for (const entry of entries) {
    const document = toMdx(entry);
    bodies.push(document.slice(document.indexOf('\n---\n') + 5));
    expected.push(...expectedTexts(entry), 'Next.');
  }
  return {
    document: `---\ntitle: "All"\n---\n${bodies.map((body) => `${body}\nNext.\n`).join('\n')}`,
    expected,
  };
}

async function problemOf(
  entries: readonly DigestEntry[],
  modes: readonly Mode[],
): Promise<string | undefined> {
  const { document, expected } = together(entries);
  for (const mode of modes) {
    const problem = wrongIn(mode, document, expected);
    if (problem) return problem;
  }
  return undefined;
}

const canary = '__canary';

/** What is wrong with papers that are compiled and run. */
async function problemWhenRun(entries: readonly DigestEntry[], random: Random): Promise<string | undefined> {
  const { document, expected } = together(entries);
  Reflect.deleteProperty(globalThis, canary);
  const on = () => random.below(2) === 0;
  const features = Object.fromEntries(satteriFeatures.map((name) => [name, on()]));
  for (const [name, run] of [
    ['@mdx-js/mdx', () => runMdx(document, on())],
    ['Sätteri', () => runSatteri(document, features)],
  ] as const) {
    let shown: Shown;
    try {
      shown = await run();
    } catch (error) {
      return `${name} throws when run: ${String(error)}`;
    }
    if (canary in globalThis) return `${name} runs the canary`;
    if (shown.foreign[0]) return `${name} renders ${shown.foreign[0]}`;
    const at = expected.findIndex((text, index) => text !== shown.texts[index]);
    if (at >= 0)
      return `${name} renders ${JSON.stringify(shown.texts[at])} for ${JSON.stringify(expected[at])}`;
  }
  return undefined;
}

/** The smallest text that still comes out wrong, found by leaving out parts of it. */
async function minimise(one: Case, problem: string, modes: readonly Mode[]): Promise<Failure> {
  const { number, inline } = one;
  if (one.text === undefined) return { number, input: JSON.stringify(one.entries[0]?.children), problem };
  let { text } = one;
  let last = problem;
  for (let size = text.length >> 1; size >= 1; size = size > 1 ? size >> 1 : 0) {
    for (let at = 0; at + size <= text.length;) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      const made = caseOf(number, shorter, inline);
      const found = made.problem ?? (await problemOf(made.entries, modes));
      if (found) {
        text = shorter;
        last = found;
      } else at += size;
    }
  }
  return { number, input: JSON.stringify(text), problem: last };
}
