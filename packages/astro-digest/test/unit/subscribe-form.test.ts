import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { optionsError } from '../../src/content/options-error.ts';
import { subscribeOptionNames, subscribeSchema } from '../../src/integration/subscribe-option.ts';
import { subscribeForm, type SubscribeOption } from '../../src/outputs/subscribe-form.ts';

const list = 'a132cb7d-6dc0-450c-8789-41d4fd880548';

const options: [SubscribeOption, object][] = [
  [
    { service: 'buttondown', user: 'me' },
    {
      action: 'https://buttondown.com/api/emails/embed-subscribe/me',
      method: 'post',
      emailField: 'email',
      hidden: [{ name: 'embed', value: '1' }],
    },
  ],
  [
    { service: 'mailchimp', action: 'https://me.us1.list-manage.com/subscribe/post?u=12ab&id=34cd&f_id=5' },
    {
      action: 'https://me.us1.list-manage.com/subscribe/post?u=12ab&id=34cd&f_id=5',
      method: 'post',
      emailField: 'EMAIL',
      hidden: [{ name: 'b_12ab_34cd', value: '' }],
    },
  ],
  [
    { service: 'listmonk', url: 'https://lists.example.org/', lists: [list] },
    {
      action: 'https://lists.example.org/subscription/form',
      method: 'post',
      emailField: 'email',
      hidden: [
        { name: 'nonce', value: '' },
        { name: 'l', value: list },
      ],
    },
  ],
  [
    { service: 'kit', form: 1234567 },
    {
      action: 'https://app.kit.com/forms/1234567/subscriptions',
      method: 'post',
      emailField: 'email_address',
      hidden: [],
    },
  ],
  [
    { service: 'url', action: 'https://example.org/join' },
    { action: 'https://example.org/join', method: 'post', emailField: 'email', hidden: [] },
  ],
  [
    {
      service: 'url',
      action: 'http://localhost:9000/join',
      method: 'get',
      field: 'address',
      hidden: { list: 'papers' },
    },
    {
      action: 'http://localhost:9000/join',
      method: 'get',
      emailField: 'address',
      hidden: [{ name: 'list', value: 'papers' }],
    },
  ],
];

test.each(options)('%j is taken, and becomes its form', (option, form) => {
  expect(subscribeSchema.parse(option)).toEqual(option);
  expect(subscribeForm(option)).toEqual(form);
});

describe('an option that is wrong is told in one sentence', () => {
  test.each<[unknown, string]>([
    [
      'buttondown',
      "`subscribe` is not valid: write `service`, one of 'buttondown', 'mailchimp', 'listmonk', 'kit', 'url', and what it needs, such as { service: 'buttondown', user: 'me' }.",
    ],
    [{ service: 'pigeon' }, "`subscribe.service` is not valid: write `service`, one of 'buttondown',"],
    [
      { service: 'buttondown' },
      '`subscribe.user` is not valid: write the name of the newsletter at Buttondown.',
    ],
    [
      { service: 'buttondown', user: 'a/../b' },
      '`subscribe.user` is not valid: write the name of the newsletter as it stands at the end of its address.',
    ],
    [
      { service: 'buttondown', user: 'me', list: 'x' },
      '`subscribe.list` is not an option: use service, user.',
    ],
    [
      { service: 'mailchimp', action: 'https://example.org/subscribe/post?u=1&id=2' },
      '`subscribe.action` is not valid: write the address of the form, such as',
    ],
    [
      { service: 'listmonk', url: 'http://lists.example.org', lists: [list] },
      '`subscribe.url` is not valid: write an address that begins with `https://`, such as `https://lists.example.org`.',
    ],
    [
      { service: 'listmonk', url: 'https://lists.example.org', lists: [] },
      '`subscribe.lists` is not valid: write the UUID of at least one list.',
    ],
    [
      { service: 'listmonk', url: 'https://lists.example.org', lists: ['1'] },
      '`subscribe.lists.0` is not valid: write the UUID of a list.',
    ],
    [
      { service: 'kit', form: 'abc' },
      '`subscribe.form` is not valid: write the number of the form, such as 1234567.',
    ],
    [
      { service: 'url', action: 'javascript:alert(1)' },
      '`subscribe.action` is not valid: write an address that begins with `https://`',
    ],
    [
      { service: 'url', action: 'http://localhost.example.org/' },
      '`subscribe.action` is not valid: write an address that begins with `https://`',
    ],
    [{ service: 'url', action: '/join' }, '`subscribe.action` is not valid: write an address'],
    [
      { service: 'url', action: 'https://example.org/', method: 'put' },
      "`subscribe.method` is not valid: write 'get' or 'post'.",
    ],
  ])('%j', (subscribe, sentence) => {
    const { error } = z.object({ subscribe: subscribeSchema }).safeParse({ subscribe });
    const told = optionsError('digest()', error!, { subscribe: subscribeOptionNames(subscribe) });
    expect(told.message).toContain(sentence);
  });
});
