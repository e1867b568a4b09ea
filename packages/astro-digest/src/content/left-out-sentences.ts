import type { LeftOut } from './walk-folder.ts';

/** How many paths a sentence names. */
const mostNamed = 3;

/**
 * Says what of a folder of digests was left out: one sentence for each reason.
 *
 * @param base folder of the digests, from the site's root
 */
export function leftOutSentences(base: string, leftOut: readonly LeftOut[]): string[] {
  return [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, all]) => {
    const names = all.slice(0, mostNamed).map(({ path }) => `${base}/${path}`.replace(/\/+$/, ''));
    const more = all.length - names.length;
    const listed = [...names, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])];
    const list = listed.length > 1 ? `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}` : listed[0];
    return sentences[why](list as string, all.length > 1, base);
  });
}

const sentences: Record<LeftOut['why'], (list: string, many: boolean, base: string) => string> = {
  outside: (list, many, base) =>
    many
      ? `The links ${list} lead out of the folder ${base} and are left out: put the files themselves there.`
      : `The link ${list} leads out of the folder ${base} and is left out: put the files themselves there.`,
  again: (list, many) =>
    many
      ? `The links ${list} lead to what is read already and are left out: delete them.`
      : `The link ${list} leads to what is read already and is left out: delete it.`,
  nowhere: (list, many) =>
    many
      ? `The links ${list} lead to nothing and are left out: correct or delete them.`
      : `The link ${list} leads to nothing and is left out: correct or delete it.`,
  unreadable: (list, many) =>
    many
      ? `The folders ${list} can't be read and are left out: make them readable.`
      : `The folder ${list} can't be read and is left out: make it readable.`,
  unnamed: (list, many) =>
    many
      ? `The files ${list} have names that are no UTF-8 and are left out: give them other names.`
      : `The file ${list} has a name that is no UTF-8 and is left out: give it another name.`,
};
