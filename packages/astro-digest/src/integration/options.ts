import { z } from 'astro/zod';
import { configFile } from '../content/config-file.ts';
import { optionsError } from '../content/options-error.ts';
import { joinPaths } from '../model/addresses.ts';
import { digestName, digestNameAdvice } from '../model/digest-name.ts';
import { routeKinds, type RouteKind } from '../model/route-kinds.ts';
import type { KeyName } from '../model/key-names.ts';
import type { KnownPlace, LookupPlace } from '../model/lookup.ts';
import { mostShards, parseShard } from '../model/shard.ts';
import { en, type StringKey } from '../strings/en.ts';
import { languages, stringsOf, type Strings } from '../strings/index.ts';
import type { SubscribeOption } from '../outputs/subscribe-form.ts';
import { keyNames, keysSchema } from './keys-option.ts';
import { feedsOptionNames, feedsSchema } from './feeds-option.ts';
import { lookupPlaceNames, lookupSchema, usualLookup } from './lookup-option.ts';
import { subscribeOptionNames, subscribeSchema } from './subscribe-option.ts';
import { topicsSchema } from './topics-option.ts';
import { watchOptionNames, watchSchema } from './watch-option.ts';
import { componentNames, type ComponentName } from './virtual-modules.ts';

const howForms = 'write an object such as `{ one: "…", other: "…" }`';
const form = z.string(howForms);

const pluralSchema = z.strictObject(
  {
    zero: form.optional(),
    one: form.optional(),
    two: form.optional(),
    few: form.optional(),
    many: form.optional(),
    other: form,
  },
  howForms,
);

const routesSchema = z.preprocess(
  (routes) => (routes === false ? Object.fromEntries(routeKinds.map((kind) => [kind, false])) : routes),
  z.partialRecord(
    z.enum(routeKinds),
    z.boolean('write `true` or `false`'),
    'write `false`, or an object such as `{ topics: false }`',
  ),
);

const howMany = 'write `false`, or how many, from 1 to 20';

const layoutAdvice =
  'write the path of a component from the root of the site, such as `./src/layouts/Base.astro`';

const howHome = 'write `false`, or an address such as `/`';

const howManyFragments = 'write how many files may hold the texts of the results, such as 500';

const howSearch = 'write `true`, `false`, or an object such as `{ maxFragments: 500 }`';

const searchSchema = z.strictObject({
  maxFragments: z.int(howManyFragments).min(1, howManyFragments).optional(),
});

const howManyFiles = 'write how many files the host takes, such as 20000';

const howComponent =
  'write the path of a component from the root of the site, such as `./src/components/Card.astro`';

const optionsSchema = z.strictObject({
  title: z.string('write the name of the digest as a text').trim().min(1, 'write the name of the digest'),
  description: z.string('write one sentence as a text').trim().min(1, 'write one sentence').optional(),
  base: z
    .string('write a path such as `/papers`')
    .regex(/^[^?#\\[\]]*$/, 'write a path without `?`, `#`, `\\`, `[` and `]`, such as `/papers`')
    .refine((path) => !/^\w+:|(?:^|\/)\.\.?(?:\/|$)/.test(path), {
      error: 'write a path from the root of the site, such as `/papers`',
    })
    .transform((path) => joinPaths(path))
    .default('/papers'),
  name: z.string(digestNameAdvice).regex(digestName, digestNameAdvice).optional(),
  layout: z.string(layoutAdvice).min(1, layoutAdvice).optional(),
  look: z.enum(['site', 'digest'], "write 'site' or 'digest'").default('site'),
  masthead: z.boolean('write `true` or `false`').default(true),
  heading: z.boolean('write `true` or `false`').default(true),
  home: z.union([z.literal(false, howHome), z.string(howHome).min(1, howHome)], howHome).optional(),
  keys: keysSchema.default(true),
  lang: z
    .string('write a language tag such as `en`')
    .refine((lang) => stringsOf(lang) !== undefined, {
      error: `the interface has only ${Object.keys(languages).join(', ')}: use one of these, and put your own words in place with \`strings\``,
    })
    .default('en'),
  textLang: z
    .string('write a language tag such as `en`')
    .refine(isLanguageTag, { error: 'write a language tag such as `en` or `pt-BR`' })
    .optional(),
  strings: z
    .partialRecord(
      z.enum(Object.keys(en) as [StringKey, ...StringKey[]]),
      z.union(
        [z.string(), pluralSchema],
        `write a text, or ${howForms.slice('write '.length)} where English has forms`,
      ),
      'write an object such as `{ latest: "Today" }`',
    )
    .superRefine((strings, { addIssue }) => {
      for (const [key, value] of Object.entries(strings)) {
        const expected = typeof en[key as StringKey];
        if (typeof value === expected) continue;
        const message =
          expected === 'string' ? 'write a text, as English has one' : `${howForms}, as English has forms`;
        addIssue({ code: 'custom', path: [key], message });
      }
    })
    .default({}),
  topics: topicsSchema.default({}),
  related: z.union([z.boolean(), z.int().min(1, howMany).max(20, howMany)], howMany).default(true),
  subscribe: subscribeSchema.optional(),
  feeds: feedsSchema.prefault({}),
  watch: watchSchema.default([]),
  lookup: lookupSchema.default(usualLookup),
  pages: z.enum(['paper', 'issue'], "write 'paper' or 'issue'").default('paper'),
  search: z.union([z.boolean(howSearch), searchSchema], howSearch).default(true),
  offline: z.boolean('write `true` or `false`').default(false),
  portable: z.boolean('write `true` or `false`').default(false),
  maxFiles: z.int(howManyFiles).min(1, howManyFiles).optional(),
  routes: routesSchema.default({}),
  shard: z
    .string('write which shard of how many as a text, such as `2/8`')
    .refine((shard) => parseShard(shard) !== undefined, {
      error: `write which shard of how many, such as \`2/8\`; there may be ${mostShards}`,
    })
    .transform((shard) => parseShard(shard))
    .optional(),
  components: z
    .partialRecord(
      z.enum(componentNames),
      z.string(howComponent).min(1, howComponent),
      'write an object such as `{ PaperCard: "./src/components/Card.astro" }`',
    )
    .default({}),
});

const checkedSchema = optionsSchema.refine(({ heading, layout }) => heading || layout !== undefined, {
  path: ['heading'],
  error: 'the digest has no other place for the titles of its pages: leave it out, or set `layout`',
});

function isLanguageTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}

/** Options of the integration. */
export interface DigestOptions {
  /** Name of the digest: its masthead, and the title of its pages. */
  title: string;
  /** One sentence about it, for the masthead and for search engines. Default: none. */
  description?: string;
  /** Path of the digest's pages within the site; `'/'` makes them the whole site. Default: `'/papers'`. */
  base?: string;
  /**
   * Name of the digest where a site has several, in small letters, digits and hyphens, as `digestCollections({ name })` has it in
   * the content configuration. Default: none, which one digest of a site can have.
   */
  name?: string;
  /**
   * The site's own layout, which the pages are put into: the path of a component from the site's root, such as
   * `'./src/layouts/Base.astro'`. It gets what `LayoutProps` tells, and has a default slot and a slot `head`. Default: a
   * document of the theme's own.
   */
  layout?: string;
  /**
   * Whose fonts and colours the pages have in a layout of the site's own: `'site'` for the site's, `'digest'` for the theme's, on a
   * ground of its own that is dark where the site's text is light. Without `layout` they are the theme's. Default: `'site'`.
   */
  look?: 'site' | 'digest';
  /**
   * Whether pages begin with the name of the digest and the links to its parts. `false` where the site has them in its own
   * navigation, as the component `DigestNav` gives them. Default: `true`.
   */
  masthead?: boolean;
  /**
   * Whether pages show their own titles as `h1`. `false` where the site's layout does, as Starlight's pages do: it gets each title as
   * `shortTitle`. Default: `true`.
   */
  heading?: boolean;
  /**
   * Where the theme's own layout leads back to: an address, `false` for nowhere. Default: the site's own page at `/`, where it has one.
   */
  home?: string | false;
  /**
   * Which keys of the keyboard do what: `next` and `prev` paper, `star`, `search`, `help`, each one character, or `false` for none;
   * `false` for no keys at all. Where the site has a search of its own, its keys are left to it, and `Ctrl K` with them. Default:
   * `{ next: 'j', prev: 'k', star: 's', search: '/', help: '?' }`.
   */
  keys?: boolean | Partial<Record<KeyName, string | false>>;
  /** Language of the interface, as a BCP 47 tag: `en`, `de`, `es`, `fr`, `ja`, `zh`, `ar`. Default: `'en'`. */
  lang?: string;
  /** Language of the papers' texts, as a BCP 47 tag. Default: that of the interface. */
  textLang?: string;
  /** The site's own words in place of strings of the interface, by their keys. Default: none. */
  strings?: Partial<Strings>;
  /**
   * Topics by name, each with the terms that name it: a paper that has one of them in its title or its abstract belongs to
   * it. Further topics are found in the texts, unless `found` is `false`. `false` for no topics at all. Default: those
   * found in the texts.
   */
  topics?: false | Record<string, string[] | boolean>;
  /** How many related papers a paper names, 1 to 20; `false` for none. Default: `true`, which is 5. */
  related?: boolean | number;
  /** The service that takes readers' mail addresses. Default: none, and the page to subscribe names the feeds alone. */
  subscribe?: SubscribeOption;
  /**
   * What feeds are like. `maxBytes` is how large one may be: where there is more, the newest papers stay whole, the older ones have the
   * beginning of their abstracts, and what still is too much is left to the page. `identity` is the address that the digest had when its
   * feeds were first read, such as `'https://old.example.org/papers/'`: a digest that has moved names it, so that readers don't get all
   * papers again as new ones. Default: 512,000 bytes, which the strictest readers take, and the digest's own address.
   */
  feeds?: { maxBytes?: number; identity?: string };
  /**
   * Queries that the site watches, as readers type them into its search, each under a name of its own: it has a page, feeds and
   * bibliographies of the papers that have everything it asks for. Default: none.
   */
  watch?: { name: string; query: string }[];
  /**
   * Where the title of a paper is looked for that its digest tells no address of: `'arxiv'`, `'semantic-scholar'`, `'google-scholar'`,
   * `'hugging-face'`, or a search of your own, with `{title}` in its address; `false` for nowhere. Default: these four.
   */
  lookup?: false | (KnownPlace | LookupPlace)[];
  /**
   * `'paper'` for one page a paper; `'issue'` for none, so that a site has far fewer files: the papers stand on the pages of
   * their issues with all that their own pages would have, and links lead there. Default: `'paper'`.
   */
  pages?: 'paper' | 'issue';
  /**
   * Whether the digest is indexed and has a search page. `maxFragments` bounds the number of files that hold the texts of the
   * results, which is one a paper otherwise: each then holds several papers, and a result costs the reader a larger file; it
   * is handed on to Pagefind. Default: `true`.
   */
  search?: boolean | { maxFragments: number };
  /**
   * Whether the digest can be read and searched without a network once it was visited: a service worker keeps what was read, and readers can
   * save all of it. Without it, a worker that an earlier build brought takes itself and what it saved away. Default: `false`.
   */
  offline?: boolean;
  /**
   * Whether each build also makes a folder `dist-portable` beside `dist`, with the digest as pages that open from files by a
   * double-click, without a server or a network; `astro-digest portable` makes the same after a build. Default: `false`.
   */
  portable?: boolean;
  /**
   * How many files the host takes for a site, such as 20000. A build that comes near it says so, with the settings that help
   * most; one that goes beyond it fails. Default: none.
   */
  maxFiles?: number;
  /**
   * Kinds of pages and files that are turned off or on, by their names, such as `{ topics: false, epub: true }`; `false` for none at
   * all, so that only the collections are left. What is off is linked from nowhere and costs the build nothing. Default: all are on
   * but `epub`, those that need whole addresses (`feeds`, `mail`, `sitemap`, `llms`, `images`) where `site` is set in astro.config.
   */
  routes?: false | Partial<Record<RouteKind, boolean>>;
  /**
   * Which part of the site this build makes, such as `'2/8'` for the second of eight; `astro-digest merge` puts the parts
   * together. Default: all of it.
   */
  shard?: string | undefined;
  /** Components of the site in place of those of the theme: paths from the site's root, by name. Default: none. */
  components?: Partial<Record<ComponentName, string>>;
}

/** Options with their defaults filled in. */
export type ResolvedOptions = z.infer<typeof optionsSchema>;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws AstroError that names each option that is unknown or wrong and says how to fix it
 */
export function resolveOptions(options: DigestOptions): ResolvedOptions {
  const parsed = checkedSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw optionsError(`digest() in ${configFile('astro.config', 'astro.config')}`, parsed.error, {
    '': Object.keys(optionsSchema.shape),
    strings: Object.keys(en),
    subscribe: subscribeOptionNames((options as DigestOptions | undefined)?.subscribe),
    feeds: feedsOptionNames,
    search: Object.keys(searchSchema.shape),
    routes: routeKinds,
    keys: keyNames,
    components: componentNames,
    ...lookupPlaceNames((options as DigestOptions | undefined)?.lookup),
    ...watchOptionNames((options as DigestOptions | undefined)?.watch),
  });
}
