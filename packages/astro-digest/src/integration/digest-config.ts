import { subscribeForm, type SubscribeOption } from '../outputs/subscribe-form.ts';
import { stringsOf, type Strings } from '../strings/index.ts';
import type { ResolvedOptions } from './options.ts';
import type { DigestConfig } from './virtual-modules.ts';

/** What the pages need to know of the options. */
export function toDigestConfig(
  options: ResolvedOptions,
  place: Pick<DigestConfig, 'siteBase' | 'trailingSlash' | 'format' | 'site' | 'routes' | 'hasPolicy'>,
): DigestConfig {
  const {
    title,
    description,
    base,
    lang,
    textLang = lang,
    strings,
    topics,
    related,
    subscribe,
    pages,
  } = options;
  const { found = true, ...named } = topics === false ? { found: false } : topics;
  return {
    title,
    description,
    base,
    lang,
    textLang,
    strings: { ...stringsOf(lang), ...strings } as Strings,
    namedTopics: named as Record<string, string[]>,
    findTopics: found === true,
    related: related === true ? 5 : Number(related),
    pages,
    ...place,
    ...(subscribe ? { subscribeForm: subscribeForm(subscribe as SubscribeOption) } : {}),
  };
}
