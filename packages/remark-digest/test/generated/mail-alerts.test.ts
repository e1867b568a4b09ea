import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { longDay, toMail, wrap } from './mails.ts';
import { makePapers, type MadePaper } from './papers.ts';

it('300 generated alerts of Google Scholar are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const isLinked = random.below(2) === 0;
    const layout = { isLinked, isApart: isLinked && random.below(2) === 0 };
    const made = makePapers(seed, 1 + random.below(6)).map((paper) => scholarItem(random, paper, layout));
    const foot = `This message was sent by Google Scholar because you're following new articles by Mia Tern.\n\nList alerts\nCancel alert\n`;
    const text = `${random.below(3) === 0 ? 'New articles by Mia Tern\n\n' : ''}${made.map(({ text }) => text).join('')}${foot}`;
    const expected = made.map(({ expected }) => expected);
    expectPapers(toMail(random, text, '2025-12-31'), 'google-scholar', expected, `seed ${seed}`);
  }
});

it('300 generated alerts of Semantic Scholar are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const layout = random.pick(['', '\n']);
    const made = makePapers(seed, 1 + random.below(6)).map((paper) => semanticItem(random, paper, layout));
    const text = `Semantic Scholar\nAlert: New papers matching owls\n\n${made.map(({ text }) => text).join('')}You are receiving this email because you created an alert.\nUnsubscribe\n`;
    const expected = made.map(({ expected }) => expected);
    expectPapers(toMail(random, text, '2025-12-31'), 'semantic-scholar', expected, `seed ${seed}`);
  }
});

interface Made {
  text: string;
  expected: Expected;
}

function scholarItem(
  random: Random,
  paper: MadePaper,
  { isLinked, isApart }: { isLinked: boolean; isApart: boolean },
): Made {
  const { title, abstract, venue, url, arxivId } = paper;
  const authors = paper.authors.map(initials);
  const isOnArxiv = random.below(3) === 0;
  const place = isOnArxiv ? `arXiv preprint arXiv:${arxivId}` : venue;
  const site = random.below(2) === 0 ? ' - owls.example.org' : '';
  const more = random.below(4) === 0 ? '…' : '';
  const mark = random.pick(['', '[PDF] ', '[HTML] ', '[BOOK] ']);
  const target = isOnArxiv ? `https://arxiv.org/pdf/${arxivId}` : url;
  const address = `https://scholar.google.com/scholar_url?url=${random.below(2) === 0 ? target : encodeURIComponent(target)}&hl=en&sa=X`;
  const head = isLinked ? random.pick([`[${title}](${address})`, `${title}\n<${address}>`]) : title;
  const snippet = `${abstract} …`;
  const gap = isApart ? '\n' : '';
  const tools = isApart
    ? ''
    : random.pick(['Save\tTwitter\tLinkedIn\tFacebook\n', '• Cites: ‪Counting Owls‬\n', '']);
  return {
    text: `${mark}${head}\n${gap}${authors.join(', ')}${more}\u00A0- ${place}, 2025${site}\n${gap}${isApart ? snippet : wrap(snippet, 70)}\n${tools}\n`,
    expected: {
      title,
      abstract: snippet,
      authors,
      venue: place,
      date: '2025',
      ...(isOnArxiv && { arxivId }),
      ...(isLinked && { links: [{ url: target, kind: 'paper' }] }),
    },
  };
}

function initials(name: string): string {
  const words = name.replaceAll('.', '').split(' ');
  const first = words.findIndex((word, at) => at > 0 && word.length > 1);
  return `${words
    .slice(0, first)
    .map((word) => word[0])
    .join('')} ${words.slice(first).join(' ')}`;
}

function semanticItem(random: Random, paper: MadePaper, gap: string): Made {
  const { title, abstract, authors, venue, date } = paper;
  const more = random.pick(['', ', +2 authors', ' et al.']);
  const day = longDay(date).slice(5);
  const place = random.pick([`${venue} · ${day}`, `${day}, ${venue}`, `${venue}, ${date}`]);
  const hasTldr = random.below(4) > 0;
  const address = `https://www.semanticscholar.org/paper/${paper.arxivId}`;
  const isLinked = random.below(2) === 0;
  const head = isLinked ? `[${title}](${address}?utm_source=alert_email)` : title;
  const tldr = `${random.pick(['TLDR: ', 'TL;DR ', `TLDR\n${gap}`])}${abstract}\n`;
  return {
    text: `${head}\n${gap}${authors.join(', ')}${more}\n${gap}${place}\n${gap}${hasTldr ? tldr : ''}${random.pick(['Save to Library | Cite\n', 'View Paper\n'])}\n`,
    expected: {
      title,
      abstract: hasTldr ? abstract : '',
      authors,
      venue,
      date,
      ...(isLinked && { links: [{ url: address, kind: 'paper' }] }),
    },
  };
}
