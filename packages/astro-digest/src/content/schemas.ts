import { z } from 'astro/zod';
import { factNames, isVisible, paperFacts, type FactKind, type FactName } from 'remark-digest/light';
import { collectionNames, type CollectionNames } from '../model/digest-name.ts';

const day = z.iso.date('write a day of the calendar as YYYY-MM-DD');

const text = z.string();

/** What the value of a fact is, by the form that the table of facts gives it. */
const schemaOfKind = {
  text,
  texts: z.array(text),
  date: text.refine(
    isPartOfCalendar,
    'write a day of the calendar as YYYY-MM-DD, or less of it: YYYY-MM or YYYY',
  ),
  'arxiv-id': text,
  doi: text.regex(/^10\.\d{4,}\/\S+$/, 'write a DOI such as 10.1109/5.771073'),
  count: z.int().min(0),
  language: text,
  announcement: z.enum(['new', 'cross-list', 'replacement']),
  flag: z.literal(true),
} satisfies Record<FactKind, z.ZodType>;

type FactShape = {
  [Name in FactName]: z.ZodOptional<(typeof schemaOfKind)[(typeof paperFacts)[Name]['kind']]>;
};

/** The fields of a paper that are facts: all of the table that `remark-digest` has of them. */
const facts = Object.fromEntries(
  factNames.map((name) => [name, schemaOfKind[paperFacts[name].kind].optional()]),
) as FactShape;

/** Whether a text is a day of the calendar, a month or a year. */
function isPartOfCalendar(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text) || day.safeParse(text).success;
}

const link = z.strictObject({
  /** The address, `http:` or `https:`. */
  url: z.url({ protocol: /^https?$/ }),
  /** What it leads to. */
  kind: z.enum(['code', 'model', 'dataset', 'paper', 'video', 'project']),
});

/** Reads the reference to an entry of another collection, as Astro's own `reference()` stores it. */
const referenceTo = (collection: string) => z.object({ collection: z.literal(collection), id: z.string() });

/** Schema of an entry of the collection of the papers: one paper of an issue. */
export const paperSchemaOf = ({ issues }: Pick<CollectionNames, 'issues'>) =>
  z.object({
    /** Title as plain text. */
    title: z.string().min(1),
    /** The issue it is in. */
    issue: referenceTo(issues),
    /** Day of that issue, `YYYY-MM-DD`; absent when no year is known. */
    issueDate: day.optional(),
    /** Its place in the issue, from 1. */
    position: z.int().min(1),
    ...facts,
    /** Authors, in the order of the digest; empty when it names none. */
    authors: z.array(z.string()),
    /** Where the authors work, each once; empty when nothing tells it. */
    organizations: z.array(z.string()),
    /** Addresses of it, each once: those that the digest gives, then those in its text. */
    links: z.array(link),
    /** Whether it is rendered by MDX, from a file that a person wrote. */
    live: z.boolean(),
    /** Where its text stands. */
    source: z.object({
      /** Path from the site's root. */
      file: z.string(),
      /** First and last line, from 1. */
      lines: z.tuple([z.int(), z.int()]),
    }),
    /** The text as it stood, stretch by stretch, where something of it was mended. */
    original: z
      .array(
        z.object({
          /** The stretch as it stood. */
          text: z.string(),
          /** Whether the page says something else there. */
          mended: z.boolean(),
        }),
      )
      .optional(),
  });

/** Schema of an entry of the collection of the issues: one digest. */
export const issueSchemaOf = ({ papers }: Pick<CollectionNames, 'papers'>) =>
  z.object({
    /** Title of the issue, where its front matter gives one. */
    title: z.string().optional(),
    /** One sentence about it, from the front matter. */
    description: z.string().optional(),
    /** Its day, `YYYY-MM-DD`; absent when no year is known. */
    date: day.optional(),
    /** Its date as the digest has it, such as `Mar 12`. */
    dateText: z.string().optional(),
    /** Badge above the digest, such as `new`. */
    badge: z.string().optional(),
    /** The digest's call to subscribe. */
    callToSubscribe: z.string().optional(),
    /** What the button under that call says. */
    subscribeLabel: z.string().optional(),
    /** Who chose the papers. */
    curator: z.string().optional(),
    /** Who helped, such as `the research community`. */
    community: z.string().optional(),
    /** Name of the dialect it was read with; absent for a folder of papers without a digest. */
    dialect: z.string().optional(),
    /** Its papers, in the order of the digest. */
    papers: z.array(referenceTo(papers)),
    /** Path of the digest from the site's root; absent for a folder of papers without a digest. */
    file: z.string().optional(),
    /** What was found wrong in its files. */
    messages: z.array(
      z.object({
        /** Path from the site's root. */
        file: z.string(),
        /** From 1. */
        line: z.int(),
        /** From 1. */
        column: z.int(),
        /** Such as `remark-digest:missing-abstract`. */
        ruleId: z.string(),
        /** What is wrong, and how to fix it. */
        reason: z.string(),
      }),
    ),
  });

/** Schema of an entry of the collection `papers`. */
export const paperSchema = paperSchemaOf(collectionNames());

/** Schema of an entry of the collection `issues`. */
export const issueSchema = issueSchemaOf(collectionNames());

/** What a `.mdx` file of a paper may say in its front matter. */
export const paperFrontMatterSchema = z.strictObject({
  /** Title as plain text. */
  title: z.string().refine(isVisible, 'write a title that can be seen').optional(),
  ...facts,
  /** Addresses that belong to it. */
  links: z.array(link).optional(),
  /** Its place in the digest it was converted from, from 1. */
  order: z.int().min(1).optional(),
});

/** Data of an entry of the collection `papers`. */
export type PaperData = z.infer<typeof paperSchema>;
/** Data of an entry of the collection `issues`. */
export type IssueData = z.infer<typeof issueSchema>;
/** One thing that was found wrong in a digest or a paper's file. */
export type IssueMessage = IssueData['messages'][number];
/** Front matter of a paper's `.mdx` file. */
export type PaperFrontMatter = z.infer<typeof paperFrontMatterSchema>;
