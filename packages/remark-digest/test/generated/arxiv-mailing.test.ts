import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { longDay, toMail, wrap } from './mails.ts';
import { makePapers, type MadePaper } from './papers.ts';

it('300 generated mailings of arXiv are read whole, whatever mail they are in', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const records = makePapers(seed, 1 + random.below(6)).map((paper) => makeRecord(random, paper));
    // A mailbox of two mails, where there are enough papers.
    const cut = random.below(4) === 0 && records.length > 1 ? 1 : records.length;
    const mails = [records.slice(0, cut), records.slice(cut)]
      .filter(({ length }) => length > 0)
      .map((records, day) => toMail(random, mailing(random, records), `2025-12-${30 + day}`));
    const text =
      mails.length === 1
        ? (mails[0] ?? '')
        : mails
            .map((mail) =>
              mail.startsWith('From:')
                ? mail
                : `From: owls@example.org\nSubject: owls\n\n${mail.trimStart()}`,
            )
            .map((mail) => `From owls@example.org Wed Dec 31 00:31:14 2025\n${mail}\n\n`)
            .join('');
    const expected = records.map(({ expected }) => expected);
    expectPapers(text, 'arxiv-mailing', expected, `seed ${seed}`);
  }
});

interface MadeRecord {
  text: string;
  expected: Expected;
}

function makeRecord(random: Random, paper: MadePaper): MadeRecord {
  const { title, authors, arxivId, categories, abstract, comment, venue, doi, date } = paper;
  const kind = random.pick(['new', 'new', 'cross-list', 'replacement'] as const);
  const is = (): boolean => random.below(2) === 0;
  const told = {
    ...(is() && { comment }),
    ...(is() && { doi }),
    ...(is() && { venue }),
    ...(is() && { organizations: ['Owl Lab, North', 'Bat Institute'] }),
  };
  const day = `${longDay(date)} 18:00:01 GMT`;
  const isWithdrawn = kind === 'replacement' && is();
  const size = isWithdrawn ? '(0kb,I)' : random.pick(['(75kb)', '(1204kb,D)']);
  const indent = random.pick(['  ', ' ', '\u00A0 ']);
  const head = [
    random.below(5) === 0 ? `arXiv: ${arxivId}`.replace(': ', ':') : `arXiv:${arxivId}`,
    kind === 'cross-list' ? ' (*cross-listing*)' : '',
    `\n${kind === 'replacement' ? 'replaced with revised version' : 'Date:'} ${day}   ${size}\n\n`,
    `${wrap(`Title: ${title}`, 30, indent)}\n`,
    `${wrap(`Authors: ${authorList(random, authors, told.organizations)}`, 40, indent)}\n`,
    `Categories: ${categories.join(' ')}\n`,
    told.comment ? `Comments: ${comment}\n` : '',
    told.doi ? `DOI: ${doi}\n` : '',
    told.venue ? `Journal-ref: ${venue}\n` : '',
    is() ? 'License: http://creativecommons.org/licenses/by/4.0/\n' : '',
  ].join('');
  const end = `\\\\ ( https://arxiv.org/abs/${arxivId} ,  75kb)\n`;
  const body = kind === 'replacement' ? '' : `\\\\\n  ${wrap(abstract, 79)}\n`;
  return {
    text: `\\\\\n${head}${body}${end}`,
    expected: {
      title,
      abstract: kind === 'replacement' ? '' : abstract,
      authors,
      arxivId,
      categories,
      announcement: kind,
      links: [{ url: `https://arxiv.org/abs/${arxivId}`, kind: 'paper' }],
      ...(kind === 'replacement' ? { updated: date } : { date }),
      ...(isWithdrawn && { withdrawn: true }),
      ...told,
    },
  };
}

const tex: Record<string, string> = { 'Zoë Auk': 'Zo{\\"e} Auk', 'Érik Øst': "\\'Erik {\\O}st" };

function authorList(
  random: Random,
  authors: readonly string[],
  places: readonly string[] | undefined,
): string {
  const names = authors.map((name) => (random.below(2) === 0 ? (tex[name] ?? name) : name));
  if (!places)
    return random.below(2) === 0 ? names.join(', ') : names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  const [first = '', ...others] = names;
  if (random.below(2) === 0) {
    return [`${first} (Owl Lab, North; Bat Institute)`, ...others].join(', ').replace('; ', ') (');
  }
  return `${[`${first} (1)`, ...others.map((name) => `${name} (1,2)`)].join(', ')} ((1) Owl Lab, North, (2) Bat Institute)`;
}

const rule = '-'.repeat(78);

function mailing(random: Random, records: readonly MadeRecord[]): string {
  const between = random.pick([rule, rule.slice(1)]);
  const preamble = `${rule}\n${rule}\nSend any comments regarding submissions directly to submitter.\n${rule}\nArchives at http://arxiv.org/\nTo unsubscribe, e-mail To: q-bio@arXiv.org, Subject: cancel\n${rule}\n Submissions to:\nPopulations and Evolution\n received from  Mon 29 Dec 25 18:00:00 GMT  to  Tue 30 Dec 25 18:00:00 GMT\n${rule}\n${rule}\n`;
  const end = `${'%%%---'.repeat(13)}\nFor subscribe options to combined biology archives,\ne-mail To: q-bio@arxiv.org, Subject: subscribe\n`;
  return [
    random.below(3) > 0 ? preamble : '',
    records.map(({ text }) => text).join(`${random.pick([between, '%%--'.repeat(19)])}\n`),
    random.below(3) > 0 ? end : '',
  ].join('');
}
