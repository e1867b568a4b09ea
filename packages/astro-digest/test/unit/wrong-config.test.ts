import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import { expect, test } from 'vitest';
import { digestCollections, type DigestCollectionsOptions } from '../../src/content/index.ts';
import { findFiles } from '../../src/content/find-files.ts';
import { componentSpecifiers } from '../../src/integration/components.ts';
import digest from '../../src/integration/index.ts';
import { i18nProblem } from '../../src/integration/i18n-problem.ts';
import type { DigestOptions } from '../../src/integration/options.ts';
import { findRoutesProblem } from '../../src/integration/resolve-routes.ts';

/** Options, the option that is named, and what the sentence says to write. */
type WrongConfig = readonly [options: unknown, option: string, fix: string];

const subscribe = (option: object) => ({ title: 'T', subscribe: option });

const ofDigest: WrongConfig[] = [
  [null, 'options', 'write an object with some of title, description,'],
  ['Daily Papers', 'options', 'write an object with some of title, description,'],
  [[{ title: 'T' }], 'options', 'write an object with some of title, description,'],
  [{}, 'title', 'write the name of the digest as a text'],
  [{ title: ' ' }, 'title', 'write the name of the digest'],
  [{ title: 7 }, 'title', 'write the name of the digest as a text'],
  [{ title: 'T', serach: true }, 'serach', 'use title, description, base,'],
  [{ title: 'T', description: '' }, 'description', 'write one sentence'],
  [{ title: 'T', description: ['a'] }, 'description', 'write one sentence as a text'],
  [{ title: 'T', base: 7 }, 'base', 'write a path such as `/papers`'],
  [{ title: 'T', base: '/a?b' }, 'base', 'write a path without `?`'],
  [{ title: 'T', base: '/[lang]/papers' }, 'base', 'write a path without `?`, `#`, `\\`, `[` and `]`'],
  [{ title: 'T', base: '../papers' }, 'base', 'write a path from the root of the site'],
  [{ title: 'T', base: 'https://example.org/papers' }, 'base', 'write a path from the root of the site'],
  [{ title: 'T', lang: 'tlh' }, 'lang', 'use one of these, and put your own words in place with `strings`'],
  [{ title: 'T', lang: 5 }, 'lang', 'write a language tag such as `en`'],
  [{ title: 'T', textLang: 'x_y' }, 'textLang', 'write a language tag such as `en` or `pt-BR`'],
  [{ title: 'T', strings: 'de' }, 'strings', 'write an object such as `{ latest: "Today" }`'],
  [{ title: 'T', strings: { lates: 'x' } }, 'strings.lates', 'use skip, digest, latest,'],
  [{ title: 'T', strings: { latest: { other: 'x' } } }, 'strings.latest', 'write a text'],
  [
    { title: 'T', strings: { papers: 'x' } },
    'strings.papers',
    'write an object such as `{ one: "…", other: "…" }`',
  ],
  [
    { title: 'T', strings: { papers: { one: 'x' } } },
    'strings.papers.other',
    'write an object such as `{ one: "…", other: "…" }`',
  ],
  [
    { title: 'T', strings: { papers: 5 } },
    'strings.papers',
    'or an object such as `{ one: "…", other: "…" }`',
  ],
  [
    { title: 'T', topics: true },
    'topics',
    'write `false`, or an object such as `{ "Few-shot learning": ["few-shot"] }`',
  ],
  [{ title: 'T', watch: 'attention' }, 'watch', 'write a list such as `[{ name: "Sparse attention",'],
  [{ title: 'T', watch: ['attention'] }, 'watch.0', 'write a list such as `[{ name: "Sparse attention",'],
  [
    { title: 'T', watch: [{ query: 'attention' }] },
    'watch.0.name',
    'write what the page is called as a text',
  ],
  [
    { title: 'T', watch: [{ name: ' ', query: 'attention' }] },
    'watch.0.name',
    'write what the page is called as a text',
  ],
  [
    { title: 'T', watch: [{ name: 'Attention' }] },
    'watch.0.query',
    'write what is looked for as a text, such as `sparse attention`',
  ],
  [
    { title: 'T', watch: [{ name: 'Attention', query: '"…" – !' }] },
    'watch.0.query',
    'write what is looked for as a text, such as `sparse attention`',
  ],
  [
    { title: 'T', watch: [{ name: 'Long', query: 'attention '.repeat(49) }] },
    'watch.0.query',
    'write fewer words: the search looks for 48 in 1000 characters',
  ],
  [
    { title: 'T', watch: [{ name: 'Attention', query: 'attention', feeds: true }] },
    'watch.0.feeds',
    'use name, query',
  ],
  [
    {
      title: 'T',
      watch: [
        { name: 'Attention', query: 'attention' },
        { name: 'Owls', query: 'owls' },
        { name: 'Attention', query: 'self-attention' },
      ],
    },
    'watch.2.name',
    'two queries are called `Attention`: give one of them another name',
  ],
  [
    {
      title: 'T',
      watch: [
        { name: 'Self-attention', query: 'self-attention' },
        { name: 'Self attention!', query: 'self attention' },
      ],
    },
    'watch.1.name',
    '`Self attention!` and `Self-attention` would have the same address: give one of them another name',
  ],
  [{ title: 'T', topics: { 'Few-shot': [] } }, 'topics.Few-shot', 'write at least one term'],
  [{ title: 'T', topics: { 'Few-shot': 'few-shot' } }, 'topics.Few-shot', 'write a list of terms'],
  [{ title: 'T', topics: { 'Few-shot': ['a', 5] } }, 'topics.Few-shot.1', 'write each term as a text'],
  [{ title: 'T', topics: { 'Few-shot': [' '] } }, 'topics.Few-shot.0', 'write a term'],
  [{ title: 'T', topics: { 'Few-shot': true } }, 'topics.Few-shot', 'write a list of terms'],
  [{ title: 'T', topics: { ' ': ['a'] } }, 'topics. ', 'give each topic a name'],
  [{ title: 'T', related: 0 }, 'related', 'write `false`, or how many, from 1 to 20'],
  [{ title: 'T', related: '5' }, 'related', 'write `false`, or how many, from 1 to 20'],
  [subscribe({}), 'subscribe.service', "one of 'buttondown', 'mailchimp',"],
  [{ title: 'T', subscribe: 'buttondown' }, 'subscribe', "one of 'buttondown', 'mailchimp',"],
  [subscribe({ service: 'buttondown' }), 'subscribe.user', 'write the name of the newsletter'],
  [subscribe({ service: 'buttondown', user: 'me', list: 'x' }), 'subscribe.list', 'use service, user'],
  [
    subscribe({ service: 'mailchimp', action: 'https://example.org' }),
    'subscribe.action',
    'write the address of the form',
  ],
  [
    subscribe({ service: 'listmonk', url: 'https://lists.example.org', lists: [] }),
    'subscribe.lists',
    'write the UUID',
  ],
  [
    subscribe({ service: 'listmonk', url: 'ftp://lists', lists: ['x'] }),
    'subscribe.url',
    'write an address that begins with `https://`',
  ],
  [subscribe({ service: 'kit', form: 'x' }), 'subscribe.form', 'write the number of the form'],
  [
    subscribe({ service: 'url', action: 'http://example.org/s' }),
    'subscribe.action',
    'write an address that begins with `https://`',
  ],
  [
    subscribe({ service: 'url', action: 'https://example.org/s', method: 'put' }),
    'subscribe.method',
    "write 'get' or 'post'",
  ],
  [{ title: 'T', pages: 'papers' }, 'pages', "write 'paper' or 'issue'"],
  [
    { title: 'T', search: 'yes' },
    'search',
    'write `true`, `false`, or an object such as `{ maxFragments: 500 }`',
  ],
  [{ title: 'T', search: { maxFragments: 0 } }, 'search.maxFragments', 'write how many files may hold'],
  [{ title: 'T', search: { fragments: 5 } }, 'search.fragments', 'use maxFragments'],
  [{ title: 'T', maxFiles: 0 }, 'maxFiles', 'write how many files the host takes, such as 20000'],
  [{ title: 'T', maxFiles: '20000' }, 'maxFiles', 'write how many files the host takes, such as 20000'],
  [{ title: 'T', routes: true }, 'routes', 'write `false`, or an object such as `{ topics: false }`'],
  [{ title: 'T', routes: { topcs: false } }, 'routes.topcs', 'use latest, issue, byVotes, paper,'],
  [{ title: 'T', routes: { topics: 'no' } }, 'routes.topics', 'write `true` or `false`'],
  [{ title: 'T', shard: '5/4' }, 'shard', 'write which shard of how many, such as `2/8`'],
  [{ title: 'T', shard: 2 }, 'shard', 'write which shard of how many as a text, such as `2/8`'],
  [{ title: 'T', components: { Card: './src/Card.astro' } }, 'components.Card', 'use About, Archive,'],
  [{ title: 'T', components: { Page: '' } }, 'components.Page', 'write the path of a component'],
  [{ title: 'T', components: { Page: {} } }, 'components.Page', 'write the path of a component'],
  [
    { title: 'T', components: ['./src/Card.astro'] },
    'components',
    'write an object such as `{ PaperCard: "./src/components/Card.astro" }`',
  ],
];

const ofCollections: WrongConfig[] = [
  ['src/digests', 'options', 'write an object with some of base,'],
  [{ folder: 'x' }, 'folder', 'use base, inline, year'],
  [{ base: '' }, 'base', 'write a folder, such as `src/content/digests`'],
  [{ base: '/etc' }, 'base', 'write a path inside the site'],
  [{ base: '../other' }, 'base', 'write a path inside the site'],
  [{ base: ['a', 'b'] }, 'base', 'write the folder as a text'],
  [{ year: '2025' }, 'year', 'write a year as a number, such as 2025'],
  [{ year: 2025.5 }, 'year', 'write a year as a number, such as 2025'],
  [{ year: 0 }, 'year', 'write a year as a number, such as 2025'],
  [{ inline: 'no' }, 'inline', 'write `false`, or an object such as `{ maths: false }`'],
  [{ inline: { math: false } }, 'inline.math', 'use links, typography, markup, code, lists, maths'],
  [{ inline: { maths: 'no' } }, 'inline.maths', 'write `true` or `false`'],
];

/** What a call of a site's configuration throws, which is all that it says. */
function thrownBy(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}

/** Sentences that come from the validator and not from us. */
const foreign = /\b(?:Invalid|expected|received|Too (?:small|big)|Unrecognized)\b/;

test('there are at least forty', () => {
  expect(ofDigest.length + ofCollections.length).toBeGreaterThanOrEqual(40);
});

test.each(ofDigest)('digest(%j) names `%s` and says: %s', (options, option, fix) => {
  const error = thrownBy(() => digest(options as DigestOptions));
  expect(error).toBeInstanceOf(AstroError);
  expect(error.message).toMatch(/^digest\(\) in astro\.config: `/);
  expect(error.message.match(/`[^`]*` is not (?:valid|an option): /g)?.[0]).toContain(`\`${option}\``);
  expect(error.message).toContain(fix);
  expect(error.message).not.toMatch(foreign);
  expect(error.stack).toBe('');
});

test.each(ofCollections)('digestCollections(%j) names `%s` and says: %s', (options, option, fix) => {
  const error = thrownBy(() => digestCollections(options as DigestCollectionsOptions));
  expect(error).toBeInstanceOf(AstroError);
  expect(error.message).toMatch(/^digestCollections\(\) in src\/content\.config\.ts: `/);
  expect(error.message.match(/`[^`]*` is not (?:valid|an option): /g)?.[0]).toContain(`\`${option}\``);
  expect(error.message).toContain(fix);
  expect(error.message).not.toMatch(foreign);
  expect(error.stack).toBe('');
});

const here = fileURLToPath(new URL('.', import.meta.url));

test('a component that is not there is named with its option', () => {
  const error = thrownBy(() => componentSpecifiers({ PaperCard: './Card.astro' }, here));
  expect(error.message).toBe(
    "digest() in astro.config: `components.PaperCard` is not valid: there is no file ./Card.astro: write the path of a component from the site's root, such as ./src/components/PaperCard.astro.",
  );
});

test('a file in place of the folder of the digests is named', () => {
  const error = thrownBy(() => findFiles(here, 'wrong-config.test.ts'));
  expect(error).toBeInstanceOf(AstroError);
  expect(error.message).toBe(
    'digestCollections() in src/content.config.ts: `base` is not valid: wrong-config.test.ts is a file: write the folder that it is in, such as `.`.',
  );
});

test('what needs the address of the site and is asked for by name is named without one', () => {
  expect(findRoutesProblem({ topics: true, feeds: true }, undefined)).toMatch(
    /^`routes\.feeds` is not valid: .* set `site` .*, or leave `feeds` out\.$/,
  );
  expect(findRoutesProblem({ feeds: true }, 'https://example.org')).toBeUndefined();
  expect(findRoutesProblem({ topics: true, feeds: false }, undefined)).toBeUndefined();
});

const i18n = (prefixDefaultLocale: boolean) => ({
  locales: ['en', { path: 'brasil', codes: ['pt-BR'] as [string] }],
  defaultLocale: 'en',
  routing: { prefixDefaultLocale, redirectToDefaultLocale: false, fallbackType: 'redirect' as const },
});

test.each([
  [true, '/papers', 'write a path with one, such as `/en/papers`.'],
  [true, '/', 'write a path with one, such as `/en`.'],
  [false, '/en/papers', 'write `/papers`.'],
  [false, '/EN', 'write `/papers`.'],
])('with prefixDefaultLocale %j, the base %s is told: %s', (prefix, base, fix) => {
  expect(i18nProblem(i18n(prefix), base)).toMatch(/^`base` is not valid: /);
  expect(i18nProblem(i18n(prefix), base)).toContain(fix);
});

test.each([
  [true, '/en/papers'],
  [true, '/papers/brasil'],
  [false, '/papers'],
  [false, '/brasil/papers'],
])('with prefixDefaultLocale %j, the base %s is fine', (prefix, base) => {
  expect(i18nProblem(i18n(prefix), base)).toBeUndefined();
});

test('a site without locales, or with routes of its own making, takes any base', () => {
  expect(i18nProblem(undefined, '/papers')).toBeUndefined();
  expect(i18nProblem({ ...i18n(true), routing: 'manual' }, '/papers')).toBeUndefined();
});
