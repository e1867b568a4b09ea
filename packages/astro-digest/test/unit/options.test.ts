import { AstroError } from 'astro/errors';
import { expect, test } from 'vitest';
import digest from '../../src/integration/index.ts';
import { resolveOptions, type DigestOptions } from '../../src/integration/options.ts';
import { digestCollections, type DigestCollectionsOptions } from '../../src/content/index.ts';

test('the defaults are filled in', () => {
  expect(resolveOptions({ title: ' Daily Papers ' })).toEqual({
    title: 'Daily Papers',
    base: '/papers',
    look: 'site',
    masthead: true,
    heading: true,
    keys: true,
    lang: 'en',
    strings: {},
    topics: {},
    feeds: { maxBytes: 512_000 },
    watch: [],
    lookup: ['arxiv', 'semantic-scholar', 'google-scholar', 'hugging-face'],
    related: true,
    pages: 'paper',
    search: true,
    offline: false,
    portable: false,
    routes: {},
    components: {},
  });
});

test.each([
  ['/', '/'],
  ['', '/'],
  ['notes/', '/notes'],
  ['//a/b//', '/a/b'],
])('the base %j is taken as %j', (base, resolved) => {
  expect(resolveOptions({ title: 'T', base }).base).toBe(resolved);
});

test.each([
  [{}, '`title` is not valid: write the name of the digest as a text.'],
  [{ title: '  ' }, '`title` is not valid: write the name of the digest.'],
  [{ title: 7 }, '`title` is not valid: write the name of the digest as a text.'],
  [{ title: 'T', base: 7 }, '`base` is not valid: write a path such as `/papers`.'],
  [{ title: 'T', base: '/a?b' }, '`base` is not valid: write a path without'],
  [
    { title: 'T', base: '/../b' },
    '`base` is not valid: write a path from the root of the site, such as `/papers`.',
  ],
  [{ title: 'T', description: '' }, '`description` is not valid: write one sentence.'],
  [
    { title: 'T', serach: true },
    '`serach` is not an option: use title, description, base, name, layout, look, masthead, heading, home, keys, lang, textLang, strings, topics, related, subscribe, feeds, watch, lookup, pages, search, offline, portable, maxFiles, routes, shard, components.',
  ],
  [
    { title: 'T', lang: 'tlh' },
    '`lang` is not valid: the interface has only en, de, es, fr, ja, zh, ar: use one',
  ],
  [{ title: 'T', shard: 2 }, '`shard` is not valid: write which shard of how many as a text, such as `2/8`.'],
  [{ title: 'T', shard: '5/4' }, '`shard` is not valid: write which shard of how many, such as `2/8`;'],
  [{ title: 'T', shard: '0/4' }, '`shard` is not valid: write which shard of how many, such as `2/8`;'],
  [{ title: 'T', shard: '1/999' }, '`shard` is not valid: write which shard of how many, such as `2/8`;'],
  [{ title: 'T', textLang: 'x_y' }, '`textLang` is not valid: write a language tag such as `en` or `pt-BR`.'],
  [{ title: 'T', look: 'ours' }, "`look` is not valid: write 'site' or 'digest'."],
  [{ title: 'T', look: true }, "`look` is not valid: write 'site' or 'digest'."],
  [{ title: 'T', masthead: 'no' }, '`masthead` is not valid: write `true` or `false`.'],
  [
    { title: 'T', heading: false },
    '`heading` is not valid: the digest has no other place for the titles of its pages: leave it out, or set `layout`.',
  ],
  [{ title: 'T', keys: 'none' }, '`keys` is not valid: write `true`, `false`, or an object such as'],
  [{ title: 'T', keys: { find: 'f' } }, '`keys.find` is not an option: use next, prev, star, search, help.'],
  [{ title: 'T', keys: { next: 'down' } }, '`keys.next` is not valid: write one character such as `j`'],
  [{ title: 'T', keys: { next: ' ' } }, '`keys.next` is not valid: write one character such as `j`'],
  [{ title: 'T', keys: { star: 'j' } }, '`keys` is not valid: give each key one thing to do.'],
  [{ title: 'T', home: 7 }, '`home` is not valid: write `false`, or an address such as `/`.'],
  [{ title: 'T', strings: { lates: 'x' } }, '`strings.lates` is not an option: use skip, digest, latest,'],
  [
    { title: 'T', strings: { latest: { other: 'x' } } },
    '`strings.latest` is not valid: write a text, as English has one.',
  ],
  [{ title: 'T', topics: { 'A topic': [] } }, '`topics.A topic` is not valid: write'],
  [
    { title: 'T', topics: { 'A topic': true } },
    '`topics.A topic` is not valid: write a list of terms, such as `["few-shot"]`.',
  ],
  [{ title: 'T', topics: 'all' }, '`topics` is not valid: write `false`, or an object'],
  [{ title: 'T', related: 0 }, '`related` is not valid: write `false`, or how many, from 1 to 20.'],
  [
    { title: 'T', components: { Card: './a.astro' } },
    '`components.Card` is not an option: use About, Archive',
  ],
  [{ title: 'T', subscribe: { service: 'post' } }, '`subscribe'],
  [{ title: 'T', pages: 'one' }, "`pages` is not valid: write 'paper' or 'issue'."],
  [{ title: 'T', search: 'yes' }, '`search` is not valid: write `true`, `false`, or an object such as'],
  [
    { title: 'T', search: { maxFragments: 0 } },
    '`search.maxFragments` is not valid: write how many files may hold the texts of the results',
  ],
  [{ title: 'T', search: { fragments: 5 } }, '`search.fragments` is not an option: use maxFragments.'],
  [
    { title: 'T', maxFiles: 0 },
    '`maxFiles` is not valid: write how many files the host takes, such as 20000.',
  ],
  [{ title: 'T', feeds: false }, '`feeds` is not valid: write an object such as `{ maxBytes: 512000 }`.'],
  [
    { title: 'T', feeds: { maxBytes: 100 } },
    '`feeds.maxBytes` is not valid: write how many bytes a feed may have, at least 50000.',
  ],
  [{ title: 'T', feeds: { limit: 1 } }, '`feeds.limit` is not an option: use maxBytes, identity.'],
  [
    { title: 'T', feeds: { identity: '/papers/' } },
    '`feeds.identity` is not valid: write an address such as `https://example.org/papers/`.',
  ],
  [
    { title: 'T', lookup: true },
    '`lookup` is not valid: write `false`, or a list such as `["arxiv", "google-scholar"]`.',
  ],
  [{ title: 'T', lookup: ['bing'] }, '`lookup.0` is not valid: write one of `arxiv`, `semantic-scholar`,'],
  [
    { title: 'T', lookup: [{ name: 'Mine', url: 'https://example.org/?q=' }] },
    '`lookup.0.url` is not valid: write the address of a search with `{title}` in it, such as',
  ],
  [{ title: 'T', portable: 'zip' }, '`portable` is not valid: write `true` or `false`.'],
  [{ title: 'T', maxFiles: 1.5 }, '`maxFiles` is not valid: write how many files'],
  [{ title: 'T', name: 'a b' }, '`name` is not valid: write a name of small letters, digits and hyphens'],
  [{ title: 'T', layout: true }, '`layout` is not valid: write the path of a component'],
  [
    { title: 'T', routes: true },
    '`routes` is not valid: write `false`, or an object such as `{ topics: false }`.',
  ],
  [{ title: 'T', routes: { topics: 'no' } }, '`routes.topics` is not valid: write `true` or `false`.'],
  [
    { title: 'T', routes: { topcs: false } },
    '`routes.topcs` is not an option: use latest, issue, byVotes, paper,',
  ],
])('%j is refused when the config is read', (options, sentence) => {
  const read = () => digest(options as unknown as DigestOptions);
  expect(read).toThrow(AstroError);
  expect(read).toThrow(sentence);
});

test.each([
  [{ base: '/etc' }, '`base` is not valid: write a path inside the site'],
  [{ base: '../other' }, '`base` is not valid: write a path inside the site'],
  [{ year: 2025.5 }, '`year` is not valid'],
  [
    { inline: { math: false } },
    '`inline.math` is not an option: use links, typography, markup, code, lists, maths.',
  ],
  [{ name: 'Vision!' }, '`name` is not valid: write a name of small letters, digits and hyphens'],
  [{ inline: 'no' }, '`inline` is not valid: write `false`, or an object such as `{ maths: false }`.'],
  [{ folder: 'x' }, '`folder` is not an option: use base, inline, year, dialect, dialects, name.'],
])('the collections refuse %j', (options, sentence) => {
  const read = () => digestCollections(options as DigestCollectionsOptions);
  expect(read).toThrow(AstroError);
  expect(read).toThrow(sentence);
});
