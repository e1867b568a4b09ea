import { factKeyOf } from '../../facts/fact-keys.ts';
import { isLabel, keyAtStart } from './evidence.ts';

/** Whether the items of a list are facts and addresses of one paper. */
export function areFacts(texts: readonly string[]): boolean {
  const keys = texts.map((text) => (hasTitleLink(text) ? undefined : keyAtStart(text)));
  const plain = new Set(keys.map((key) => (key === undefined ? undefined : factKeyOf(key)?.role)));
  if (plain.has('authors') || plain.has('abstract')) return true;
  // One paper has each fact once.
  const named = keys.filter((key) => key !== undefined);
  if (named.length > 2 && new Set(named).size * 2 < named.length) return false;
  const facts = texts.filter((text, index) => keys[index] !== undefined || isLinksOnly(text));
  return texts.length > 0 && facts.length * 2 >= texts.length;
}

/** Whether a text is links that say what they lead to, and nothing else. */
export function isLinksOnly(text: string): boolean {
  const links = [...text.matchAll(aLink)];
  if (links.length === 0 || !links.every(([, label]) => label === undefined || isLabel(label))) return false;
  const rest = text.replace(aLink, '');
  return rest.replace(/[^\p{L}\p{N}]+/gu, '').length < 3 || isLabel(rest);
}

/** Whether a paper is named behind a word: `Paper: [Counting Owls](…)`. */
export function hasTitleLink(text: string): boolean {
  const label = /^[^:：]*[:：]\W{0,4}\[(?<label>[^\][]{8,400})\]\(https?:/.exec(text.slice(0, 500))?.groups?.[
    'label'
  ];
  return factKeyOf(keyAtStart(text) ?? '')?.role === 'title' && label !== undefined && !isLabel(label);
}

/** Whether an item of a list begins with a title, as a link or in bold. */
export function isTitled(text: string): boolean {
  const { link, bold } =
    /^\S{1,4}\s+(?:\[[ xX]\]\s)?(?:(?:\*\*|__)?\[(?<link>[^\][]{8,400})\]\(https?:|(?:\*\*|__)(?<bold>[^*_[\]]{6,300})(?:\*\*|__))/.exec(
      text,
    )?.groups ?? {};
  const title = link ?? bold;
  return title !== undefined && !isLabel(title) && !/[:：]$/.test(title);
}

/** Whether an item of a list leads nowhere but into its own page or folder. */
export function isInPage(text: string): boolean {
  const links = [...text.matchAll(/\]\(([^)\s]+)/g)];
  return links.length > 0 && links.every(([, url = '']) => !/^https?:/.test(url));
}

/** A link, of words or of a picture. */
const aLink =
  /\[(?:!\[[^\][]{0,300}\]\([^()]{0,1000}\)|([^\][]{0,400}))\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s"[^"]{0,300}")?\)/g;
