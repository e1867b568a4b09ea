import { z } from 'astro/zod';

const howTerms = 'write a list of terms, such as `["few-shot"]`';

const termsSchema = z
  .array(z.string('write each term as a text').trim().min(1, 'write a term'), howTerms)
  .min(1, 'write at least one term');

const howTopics = 'write `false`, or an object such as `{ "Few-shot learning": ["few-shot"] }`';

/** Checks the option `topics`; every message is part of a sentence and says how to mend it. */
export const topicsSchema = z
  .union(
    [
      z.literal(false, howTopics),
      z.record(z.string().trim().min(1), z.union([termsSchema, z.boolean()], howTerms), {
        error: (issue) => (issue.code === 'invalid_key' ? 'give each topic a name' : howTopics),
      }),
    ],
    howTopics,
  )
  .superRefine((topics, { addIssue }) => {
    for (const [name, terms] of Object.entries(topics === false ? {} : topics)) {
      if (typeof terms === 'boolean' && name !== 'found')
        addIssue({ code: 'custom', path: [name], message: howTerms });
    }
  });
