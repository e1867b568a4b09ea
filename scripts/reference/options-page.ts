import { code, list, page, paragraphs, wrap } from './markdown.ts';
import { membersOf, parseSource, type Member } from './source.ts';

const integration = 'packages/astro-digest/src/integration/options.ts';
const layout = 'packages/astro-digest/src/model/layout-props.ts';
const subscribe = 'packages/astro-digest/src/outputs/subscribe-form.ts';

const services = {
  Buttondown: 'ButtondownOption',
  Mailchimp: 'MailchimpOption',
  listmonk: 'ListmonkOption',
  'Kit (once ConvertKit)': 'KitOption',
  'Any other service that takes a form': 'FormAddressOption',
};

/** Where more is told of an option. */
const more: Record<string, string> = {
  name: '[Several digests in one site](../how-to/several-digests.md)',
  layout: '[What a layout gets](#what-a-layout-gets), [how to write one](../how-to/own-layout.md)',
  strings: '[All strings](strings.md)',
  subscribe: '[What it takes](#what-subscribe-takes), [the digest as a mail](../how-to/mail.md)',
  watch: '[How to watch a query](../how-to/watch.md)',
  lookup: '[Where a paper is](../how-to/where-a-paper-is.md)',
  maxFiles: '[Fewer files](../scale.md#fewer-files)',
  shard: '[More than one machine](../scale.md#more-than-one-machine)',
  routes: '[All kinds of pages and files](routes.md)',
  components: '[All components](components.md), [how to write one](../how-to/own-component.md)',
  inline: '[What is mended](../inline.md)',
};

/** The options of `digest()`. */
export function optionsPage(): string {
  const forms = parseSource(subscribe);
  return page(
    '# Options of `digest()`',
    "In `astro.config.mjs`: `integrations: [digest({ title: 'Daily Papers' })]`. An option that is unknown or wrong ends the build\nwith one sentence that names it and says what to write.",
    ...membersOf(parseSource(integration), 'DigestOptions').map((option) => optionText(option, 2)),
    '## What `subscribe` takes',
    ...Object.entries(services).map(
      ([name, type]) => `### ${name}\n\n${list(membersOf(forms, type).map(memberItem))}`,
    ),
    '## What a layout gets',
    wrap(
      'The component that `layout` names gets these as `Astro.props`. Their type is `LayoutProps`, from `astro-digest`.',
    ),
    list(membersOf(parseSource(layout), 'LayoutProps').map(memberItem)),
    'Its slots: the default one for the page, and `head` for elements of the head that only the digest knows.',
  );
}

/** An option with a heading of its own, of that level. */
export function optionText({ name, type, isOptional, text }: Member, level: 2 | 3): string {
  return `${'#'.repeat(level)} ${code(name)}\n\n${code(type)}${isOptional ? '' : ', required'}\n\n${paragraphs(text)}${name in more ? `\n\n${more[name]}.` : ''}`;
}

/** A member in a list. */
export function memberItem({ name, type, isOptional, text }: Member): string {
  return `${code(name)}: ${code(type)}${isOptional ? ', may be absent' : ''}${text === '' ? '' : `. ${text}`}`;
}
