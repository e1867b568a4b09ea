import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Citation } from '../../src/model/citation.ts';
import { toCitation, toCitations } from '../../src/model/keyed-citation.ts';
import { toBibtex } from '../../src/outputs/bibtex.ts';
import { toCslJson } from '../../src/outputs/csl-json.ts';
import { toRis } from '../../src/outputs/ris.ts';
import { adam, citedPaper, hostileTitles, residual } from './cited-paper.ts';
import { nameParts, read, write, type Format } from './citation-js.ts';

const formats = [
  ['BibTeX', toBibtex, '@biblatex/text'],
  ['RIS', toRis, '@ris/file'],
  ['CSL-JSON', toCslJson, '@else/json'],
] as const;

const journal = citedPaper({
  title: 'Gradient-Based Learning Applied to Document Recognition',
  authors: ['Yann LeCun', 'Léon Bottou', 'Jan van der Berg Jr.', 'García y Vega, José', 'Gemini Team'],
  date: '1998-11-01',
  doi: '10.1109/5.726791',
  venue: 'Proceedings of the IEEE',
});

/** What must be the same in a citation and in what was read of it. */
function essence({ title, author, issued, DOI, URL, id }: Partial<Citation> & { id: string }) {
  return {
    id,
    title,
    author: author?.map(nameParts),
    issued: issued?.['date-parts'][0].map(Number),
    DOI,
    URL,
  };
}

/** RIS has no way to write a comma inside of a name that is not to be split. */
function withoutCommas(citation: Citation): Citation {
  return {
    ...citation,
    ...(citation.author && {
      author: citation.author.map((name) =>
        name.literal === undefined
          ? name
          : {
              literal: name.literal
                .split(/[\s,]+/)
                .join(' ')
                .trim(),
            },
      ),
    }),
  };
}

/** What is read of a bibliography. */
function found(format: Format, text: string) {
  return (read(text, format) as Citation[]).map(essence);
}

/** What is to be read of it. */
function meant(format: Format, citations: readonly Citation[]) {
  return (format === '@ris/file' ? citations.map(withoutCommas) : citations).map(essence);
}

describe.each(formats)('in %s', (name, toText, format) => {
  test('citation-js reads what was meant', () => {
    const citations = toCitations([adam, residual, journal]);
    expect(found(format, toText(citations))).toEqual(meant(format, citations));
  });

  test('citation-js reads the abstract and the venue', () => {
    const [conference, article] = read(toText(toCitations([residual, journal])), format);
    expect([conference?.['container-title'], conference?.['event-title']]).toContain('CVPR 2016');
    expect(conference?.type).toBe('paper-conference');
    expect(conference?.abstract).toBe('It works.');
    expect(article?.['container-title']).toBe('Proceedings of the IEEE');
    expect(article?.type).toBe('article-journal');
  });

  test.each(hostileTitles)('a title does no harm: %j', (title) => {
    const paper = citedPaper({ title, authors: [title, 'Jimmy Ba'], venue: title }, { abstract: title });
    const citations = toCitations([paper, adam]);
    expect(found(format, toText(citations))).toEqual(meant(format, citations));
  });

  test('any title, author and abstract are read as they were meant', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc
        .array(
          fc.constantFrom(
            ...'\\ { } $ % & # _ ~ ^ " \' ` - , = @ ? ! < > ( ) [ ] / : ; . and others 1 A b é 李 🦉 \n'.split(
              ' ',
            ),
            ' ',
            '  - ',
            'ER  - ',
            '\\textbf{',
            '\\end',
            '\\begin{it}',
            'van',
            'Jr.',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (title, authors, abstract) => {
        const citations = toCitations([citedPaper({ title, authors }, { abstract }), adam]);
        const written = toText(citations);
        expect(found(format, written)).toEqual(meant(format, citations));
        expect(written.isWellFormed()).toBe(true);
        expect(written).not.toMatch(/(?![\r\n])\p{Cc}|[\u2028\u2029]/u);
      }),
      { seed: 20250312, numRuns: 400 },
    );
  });

  test('the same papers give the same text, and no papers an empty bibliography', () => {
    const citations = toCitations([adam, residual]);
    expect(toText(citations)).toBe(toText(toCitations([adam, residual])));
    expect(toText([]).trim()).toBe(name === 'CSL-JSON' ? '[]' : '');
  });
});

test('BibTeX is written as citation managers write it', () => {
  expect(toBibtex([toCitation(residual)])).toBe(`@inproceedings{he2016deep,
  title = {Deep Residual Learning for Image Recognition},
  author = {He, Kaiming and Zhang, Xiangyu and Ren, Shaoqing and Sun, Jian},
  booktitle = {CVPR 2016},
  year = {2016},
  month = jun,
  day = {27},
  eprint = {1512.03385},
  archivePrefix = {arXiv},
  doi = {10.1109/CVPR.2016.90},
  url = {https://arxiv.org/abs/1512.03385},
  abstract = {It works.},
}
`);
});

test('BibTeX names keep particles, suffixes and names that are whole', () => {
  expect(toBibtex([toCitation(journal)])).toContain(
    'author = {LeCun, Yann and Bottou, Léon and van der Berg, Jr., Jan and {García y Vega}, José and {Gemini Team}},',
  );
  const authors = ['Foo and Bar, Inc.', 'others', 'danah boyd', 'O’Neil, Ana'];
  expect(toBibtex([toCitation(citedPaper({ authors }))])).toContain(
    'author = {{Foo and Bar, Inc.} and {others} and {boyd}, danah and O’Neil, Ana},',
  );
});

test.each([
  ['Language Models are Few-Shot Learners', 'Language Models are Few-Shot Learners'],
  ['BERT: Pre-training of Deep Models', '{BERT}: Pre-training of Deep Models'],
  ['Is GPT-4 an iPhone in 3D?', 'Is {GPT}-4 an {iPhone} in {3D}?'],
  ['Vitamin D: A Survey', 'Vitamin {D}: A Survey'],
  ['On some works of Bayes and others', 'On some works of {Bayes} and others'],
  ['Élan Vital: ÉTÉ', 'Élan Vital: {ÉTÉ}'],
  [
    '100% of {x}_1^2 ~ \\alpha & #1 $',
    '100\\% of \\textbraceleft{}x\\textbraceright{}\\_1\\textasciicircum{}2 \\textasciitilde{} \\textbackslash{}alpha \\& \\#1 \\$',
  ],
])('the BibTeX title of %j keeps the capitals that matter', (title, tex) => {
  expect(toBibtex([toCitation(citedPaper({ title }))])).toContain(`  title = {${tex}},\n`);
});

test('every brace of BibTeX is closed, counted as BibTeX counts, and none is inside an address', () => {
  for (const title of hostileTitles) {
    const doi = '10.1000/{a}\\b';
    const text = toBibtex([toCitation(citedPaper({ title, authors: [title], doi }))]);
    let depth = 0;
    for (const [brace] of text.matchAll(/[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(text).toContain('doi = {10.1000/%7Ba%7D%5Cb}');
  }
});

test('RIS has one tag a line, and lines end with CR and LF', () => {
  const text = toRis(toCitations([adam, residual]));
  expect(text).toBe(
    [
      'TY  - UNPB',
      'ID  - kingma2014adam',
      'TI  - Adam: A Method for Stochastic Optimization',
      'AU  - Kingma, Diederik P.',
      'AU  - Ba, Jimmy',
      'PY  - 2014',
      'DA  - 2014/12/22/',
      'DB  - arXiv',
      'AN  - arXiv:1412.6980',
      'UR  - https://arxiv.org/abs/1412.6980',
      'AB  - It is fast. It needs little memory.',
      'ER  - ',
      'TY  - CONF',
      'ID  - he2016deep',
      'TI  - Deep Residual Learning for Image Recognition',
      'AU  - He, Kaiming',
      'AU  - Zhang, Xiangyu',
      'AU  - Ren, Shaoqing',
      'AU  - Sun, Jian',
      'T2  - CVPR 2016',
      'PY  - 2016',
      'DA  - 2016/06/27/',
      'DB  - arXiv',
      'AN  - arXiv:1512.03385',
      'DO  - 10.1109/CVPR.2016.90',
      'UR  - https://arxiv.org/abs/1512.03385',
      'AB  - It works.',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

test('RIS has no comma in a name that is not to be split', () => {
  const text = toRis([toCitation(citedPaper({ authors: ['Foo, Inc.', '\\,,\\'] }))]);
  expect(text).toContain('AU  - Foo Inc.\r\nAU  - \\ \\\r\n');
});

test('a month alone is no day', () => {
  const citation = toCitation(citedPaper({ arxivId: '2503.01234' }));
  expect(toRis([citation])).toContain('DA  - 2025/03//\r\n');
  expect(toBibtex([citation])).toContain('  year = {2025},\n  month = mar,\n  eprint');
});

test('CSL-JSON has only what its schema knows', () => {
  // Of the properties of csl-data.json those that a paper of a digest can have.
  const known =
    'id type title author issued container-title archive archive_location number DOI URL abstract'.split(' ');
  const knownOfNames = 'family given non-dropping-particle suffix literal'.split(' ');
  const citations = JSON.parse(toCslJson(toCitations([adam, residual, journal]))) as Citation[];
  for (const citation of citations) {
    expect(known).toEqual(expect.arrayContaining(Object.keys(citation)));
    for (const name of citation.author ?? [])
      expect(knownOfNames).toEqual(expect.arrayContaining(Object.keys(name)));
  }
});

test('a CSL processor prints the citations as its styles have it', () => {
  const citations = JSON.parse(toCslJson(toCitations([adam, residual, journal]))) as Citation[];
  expect(write(citations, 'bibliography', { template: 'apa' }).trim().split('\n')).toEqual([
    'He, K., Zhang, X., Ren, S., & Sun, J. (2016, June 27). Deep Residual Learning for Image Recognition. CVPR 2016. arXiv (1512.03385). https://doi.org/10.1109/CVPR.2016.90',
    'Kingma, D. P., & Ba, J. (2014). Adam: A Method for Stochastic Optimization (arXiv:1412.6980). arXiv. https://arxiv.org/abs/1412.6980',
    'LeCun, Y., Bottou, L., van der Berg, J., Jr., García y Vega, J., & Gemini Team. (1998). Gradient-Based Learning Applied to Document Recognition. Proceedings of the IEEE. https://doi.org/10.1109/5.726791',
  ]);
});

describe('citation-js writes the same content from the same citations', () => {
  const citations = toCitations([adam, residual, journal]);

  test('in BibTeX', () => {
    const theirs = read(write(citations, 'bibtex'), '@biblatex/text') as Citation[];
    const ours = read(toBibtex(citations), '@biblatex/text') as Citation[];
    // Its keys are made in another way.
    const content = (citation: Citation) => essence({ ...citation, id: '' });
    expect(ours.map(content)).toEqual(theirs.map(content));
  });

  test('in RIS', () => {
    const theirs = read(write(citations, 'ris'), '@ris/file') as Citation[];
    const ours = read(toRis(citations), '@ris/file') as Citation[];
    // It leaves out the particle of a name.
    const content = (citation: Citation) => JSON.stringify(essence(citation)).replace('van der ', '');
    expect(ours.map(content)).toEqual(theirs.map(content));
  });
});
