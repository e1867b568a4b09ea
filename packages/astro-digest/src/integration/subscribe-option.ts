import { z } from 'astro/zod';
import type { SubscribeOption } from '../outputs/subscribe-form.ts';

const address = (example: string) =>
  z
    .string(`write an address such as \`${example}\``)
    .refine(isSafeAddress, `write an address that begins with \`https://\`, such as \`${example}\``);

const services = [
  z.strictObject({
    service: z.literal('buttondown'),
    user: z
      .string('write the name of the newsletter at Buttondown')
      .regex(/^[\w.-]+$/, 'write the name of the newsletter as it stands at the end of its address'),
  }),
  z.strictObject({
    service: z.literal('mailchimp'),
    action: z
      .string('write the address of the form at Mailchimp')
      .refine(
        isMailchimpForm,
        'write the address of the form, such as `https://example.us1.list-manage.com/subscribe/post?u=…&id=…`',
      ),
  }),
  z.strictObject({
    service: z.literal('listmonk'),
    url: address('https://lists.example.org').refine(
      (url) => !/[?#]/.test(url),
      'write the address of listmonk without `?` and `#`, such as `https://lists.example.org`',
    ),
    lists: z
      .array(z.uuid('write the UUID of a list'), 'write the UUIDs of the lists as a list of texts')
      .min(1, 'write the UUID of at least one list'),
  }),
  z.strictObject({
    service: z.literal('kit'),
    form: z
      .union([z.string(), z.number()], 'write the number of the form, such as 1234567')
      .refine((form) => /^[1-9]\d*$/.test(String(form)), 'write the number of the form, such as 1234567'),
  }),
  z.strictObject({
    service: z.literal('url'),
    action: address('https://example.org/subscribe'),
    method: z.enum(['get', 'post'], "write 'get' or 'post'").optional(),
    field: z
      .string('write the name of the field of the mail address as a text')
      .min(1, 'write the name of the field of the mail address')
      .optional(),
    hidden: z
      .record(
        z.string(),
        z.string('write the value as a text'),
        "write names and values, such as { list: 'papers' }",
      )
      .optional(),
  }),
] as const;

const names = services.map(({ shape }) => shape.service.value);

/** Checks the option `subscribe`; every message is part of a sentence and says how to mend it. */
export const subscribeSchema = z.discriminatedUnion('service', services, {
  error: `write \`service\`, one of ${names.map((name) => `'${name}'`).join(', ')}, and what it needs, such as { service: 'buttondown', user: 'me' }`,
}) satisfies z.ZodType<SubscribeOption>;

/** Names that the option `subscribe` may have for its service: for the message about one that it may not. */
export function subscribeOptionNames(subscribe: unknown): string[] {
  const service = services.find(
    ({ shape }) => shape.service.value === (subscribe as Partial<SubscribeOption> | undefined)?.service,
  );
  return Object.keys(service?.shape ?? {});
}

/** A reader's address is sent encrypted, or to this computer. */
function isSafeAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
}

function isThisComputer(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

function isMailchimpForm(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  return (
    protocol === 'https:' &&
    hostname.endsWith('.list-manage.com') &&
    pathname === '/subscribe/post' &&
    ['u', 'id'].every((name) => /^\w+$/.test(searchParams.get(name) ?? ''))
  );
}
