import {
  cut,
  joinTexts,
  lineText,
  locate,
  splitText,
  type Dialect,
  type LocatedText,
  type PaperDraft,
} from '../src/index.ts';

/** A dialect such as a user would write: the line `OWLS`, then a paper a line, `title | abstract | votes | address`. */
export const owls: Dialect = {
  name: 'owls',
  detect({ lines }) {
    const found = lines.findIndex(({ text }) => text === 'OWLS');
    return found === 0
      ? { score: 1, reason: 'the first line is OWLS' }
      : {
          score: 0,
          reason: 'no first line OWLS',
          failedAt: 0,
          ...(found > 0 ? { firstRecord: lines[found]?.start } : {}),
        };
  },
  read({ value, lines }) {
    const papers: PaperDraft[] = [];
    for (const line of lines.slice(1)) {
      if (!line.text.includes('|')) continue;
      const [title, abstract, votes, address] = cells(
        value,
        line.textStart,
        line.textStart + line.text.length,
      );
      papers.push({
        title: title ?? locate(value, line.textStart, line.textStart),
        paragraphs: abstract ? [abstract] : [],
        facts: votes ? { upvotes: votes } : {},
        links: address ? [{ url: address }] : [],
      });
    }
    const [first] = lines;
    return {
      issues: [
        {
          header: { title: 'Owls' },
          fields: first ? [{ name: 'badge', text: lineText(first) }] : [],
          papers,
        },
      ],
    };
  },
};

function cells(value: string, start: number, end: number): (LocatedText | undefined)[] {
  const line = joinTexts([cut({ value }, start, end)], '');
  return [...`${line.value}|`.matchAll(/([^|]*)\|/g)].map((match) => {
    const [cell] = splitText(
      cut({ value }, start + match.index, start + match.index + match[1]!.length),
      /\|/g,
    );
    return cell;
  });
}
