import { describe, expect, it } from 'vitest';
import { fromDigest, splitIssues } from '../src/index.ts';
import type { Root } from 'mdast';

const rules = (tree: Root): string[] =>
  (tree.data?.digest?.messages ?? []).map(({ ruleId = '' }) => ruleId).filter((rule) => rule !== 'undated');

const titles = (tree: Root): string[] =>
  splitIssues(tree).flatMap(({ children }) =>
    children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : [])),
  );

const read = (...parts: string[]): Root => fromDigest(`${parts.join('\n\n')}\n`, { year: 2025 });

/** A page about one paper, whose abstract nothing ends. */
const onePaper = `arxiv:2503.00001

Sorting Birds by Song

Published on Mar 3
·
Submitted by
mia
on Mar 4

Authors:
Mia Tern
,
Zoë Auk

Abstract

We sort birds by what they sing. It takes one pass.`;

const records = `Titel: Fledermäuse im Regen
Autoren: Ana Zaun
Link: https://arxiv.org/abs/2503.00002
Zusammenfassung: Wir zählen Fledermäuse. Im Regen sind es wenige.

Titel: Eulen im Wind
Autoren: Ida Knot
Link: https://arxiv.org/abs/2503.00003
Zusammenfassung: Wir hören Eulen zu. Im Wind ist das schwer.`;

describe('a page about one paper', () => {
  const others: Record<string, string> = {
    records,
    'a table': `| Title | Abstract |
|---|---|
| [Bats in Rain](https://arxiv.org/abs/2503.00002) | We count bats. |
| [Owls in Wind](https://arxiv.org/abs/2503.00003) | We hear owls. |`,
    'a list': `## March

- [Bats in Rain](https://arxiv.org/abs/2503.00002): We count bats.
- [Owls in Wind](https://arxiv.org/abs/2503.00003): We hear owls.`,
    'a list of titles in bold': `- **Bats in Rain**, [paper](https://arxiv.org/abs/2503.00002)
- **Owls in Wind**, [paper](https://arxiv.org/abs/2503.00003)`,
    'details to open': `<details>
<summary><b>Bats in Rain</b> (<a href="https://arxiv.org/abs/2503.00002">arXiv</a>)</summary>

We count bats. They are few.

</details>

<details>
<summary><b>Owls in Wind</b> (<a href="https://arxiv.org/abs/2503.00003">arXiv</a>)</summary>

We hear owls. They are loud.

</details>`,
    headings: `## [Bats in Rain](https://arxiv.org/abs/2503.00002)

We count bats. They are few.`,
  };

  it.each(Object.entries(others))('is refused with %s below it', (_name, other) => {
    const tree = read(onePaper, other);
    expect(rules(tree)).toEqual(['mixed-dialects']);
    expect(titles(tree)).toEqual([]);
  });

  const own: Record<string, string> = {
    'a second paragraph': 'We count terns as well. They are awake.',
    'its own address': 'The paper is at https://arxiv.org/abs/2503.00001, with code.',
    points: '- Owls sing at night.\n- Terns do not (arXiv:2501.00001).\n- We count both.',
    'another paper by the way':
      '**Findings.** We see that [terns](https://arxiv.org/abs/2501.00002) are awake.',
  };

  it.each(Object.entries(own))('is read with %s in its abstract', (_name, more) => {
    const tree = read(onePaper, more);
    expect(rules(tree)).toEqual([]);
    expect(titles(tree)).toEqual(['Sorting Birds by Song']);
  });

  it('says which of the texts in its abstract may be titles', () => {
    const tree = read(
      onePaper,
      'Bats in the Autumn Rain\n\nWe count bats. They are few.\n\nOwls in the Winter Wind\n\nWe hear owls. They are loud.',
    );
    expect(titles(tree)).toEqual(['Sorting Birds by Song']);
    expect(rules(tree)).toEqual(['unsure-abstract', 'unsure-abstract']);
  });

  it('keeps the authors of records below it apart from its own', () => {
    const tree = read(
      onePaper,
      'View arXiv page\nView PDF\n\nCommunity\n\nmia\nA nice one\n\nReply',
      records,
    );
    expect(titles(tree)).toEqual(['Sorting Birds by Song']);
    expect(rules(tree)).toEqual(['unread-lines']);
  });
});

describe('papers of Markdown', () => {
  it.each(['Titel', 'Titre', 'Título', 'Название', 'タイトル', '제목'])(
    'are not mixed with records that begin with %s',
    (key) => {
      const tree = read(
        '# Birds\n\n## [Bats in Rain](https://arxiv.org/abs/2503.00002)\n\nWe count bats. They are few.',
        records.replaceAll('Titel', key),
      );
      expect(rules(tree)).not.toEqual([]);
      for (const title of titles(tree))
        expect(['Bats in Rain', 'Fledermäuse im Regen', 'Eulen im Wind']).toContain(title);
    },
  );
});

describe('a page of Hugging Face in a code fence', () => {
  const header = (day: string): string => `Daily Papers\n\nby Mia and the research community\n\n${day}`;
  const page = `${header('Mar 3')}\n\nSorting Birds by Song\n\nWe sort birds by what they sing. It takes one pass.`;
  const fenced = `\`\`\`text\n${header('Mar 4')}\n\nBats in Rain\n\nWe count bats. They are few.\n\`\`\``;
  const abstracts = (tree: Root): string[] =>
    splitIssues(tree).flatMap(({ children }) =>
      children.flatMap((node) => {
        const [text] =
          node.type === 'digestEntry' && node.children[1]?.type === 'paragraph'
            ? node.children[1].children
            : [];
        return text?.type === 'text' ? [text.value] : [];
      }),
    );

  it.each(['', 'Saved on 2025-03-05', '# Papers of the day'])(
    'is read below another one, with “%s” above the fence',
    (caption) => {
      const tree = read(page, ...(caption ? [caption] : []), fenced);
      expect(titles(tree)).toEqual(['Sorting Birds by Song', 'Bats in Rain']);
      expect(abstracts(tree)).toEqual([
        'We sort birds by what they sing. It takes one pass.',
        'We count bats. They are few.',
      ]);
      expect(rules(tree)).toEqual(caption ? ['unknown-header-line'] : []);
    },
  );

  it('leaves a title without an abstract to the page above', () => {
    const tree = read(page, 'Owls in Wind', fenced);
    expect(titles(tree)).toEqual(['Sorting Birds by Song', 'Owls in Wind', 'Bats in Rain']);
    expect(rules(tree)).toEqual(['missing-abstract']);
  });

  it('is read above another one', () => {
    expect(titles(read(fenced, page))).toEqual(['Bats in Rain', 'Sorting Birds by Song']);
  });

  it('leaves a fence inside an abstract where it is', () => {
    const tree = read(page, '```\nowls --sing\n```');
    expect(titles(tree)).toEqual(['Sorting Birds by Song']);
  });

  it('does not take records above it for what is told of the page', () => {
    const tree = read(records, fenced);
    expect(titles(tree)).toEqual(['Fledermäuse im Regen', 'Eulen im Wind']);
    expect(rules(tree)).toEqual(['unread-lines']);
  });

  it('is read with what a tool has written above it', () => {
    const tree = read('Title: Daily Papers\nDescription: What is new\nSaved: 2025-03-05', fenced);
    expect(titles(tree)).toEqual(['Bats in Rain']);
    expect(rules(tree)).toEqual([]);
  });
});

describe('a page of Hugging Face without its first lines', () => {
  it('says that half an abstract stands where a title belongs', () => {
    const link = (text: string): string => `[\n${text}\n][5]`;
    const tree = read(
      'We sort birds by song. It takes\none pass.\n][4]',
      '[\n3 authors\n][4]\n·\nMar 2, 2025',
      link('Bats in Rain'),
      link('We count bats. They are few.'),
      '[4]: https://huggingface.co/papers/2503.00001\n[5]: https://huggingface.co/papers/2503.00002',
    );
    expect(titles(tree)).toContain('Bats in Rain');
    expect(rules(tree)).toContain('sentence-as-title');
  });
});
