import type { Point, Position } from 'unist';

/** What is wrong and how to fix it, without its place. */
export interface Finding {
  /** Name of the rule, after `remark-digest:`. */
  ruleId: string;
  /** One sentence: what is wrong, and how to fix it. */
  reason: string;
}

/** Takes a finding and the place it is about. */
export type Report = (finding: Finding, place: Point | Position) => void;

/** The text holds no paper. */
export function noPapers(): Finding {
  return {
    ruleId: 'no-papers',
    reason:
      'This digest has no paper: write each title on a line of its own, then a blank line, then the abstract.',
  };
}

/** No dialect knows the text. */
export function unknownDialect(
  tried: readonly { name: string; score: number; reason: string; line?: number }[],
): Finding {
  const list = tried.map(({ name, score, reason, line }) => {
    const where = line === undefined ? '' : `, first at line ${line}`;
    return `${name} ${Math.round(score * 100)} % (${reason}${where})`;
  });
  return {
    ruleId: 'unknown-dialect',
    reason: `No dialect knows this text, so it gives no papers: write \`dialect: NAME\` into its front matter if it is written in one of ${list.join('; ')}.`,
  };
}

/** Two dialects are nearly as sure of one text. */
export function nearDialects(taken: string, other: string): Finding {
  return {
    ruleId: 'near-dialects',
    reason: `This text is read as ${taken} but could be ${other} as well: write \`dialect: ${taken}\` or \`dialect: ${other}\` into its front matter.`,
  };
}

/** A text holds records of another dialect than the one that it is read with. */
export function mixedDialects(taken: string, other: string): Finding {
  return {
    ruleId: 'mixed-dialects',
    reason: `This text gives no papers because it is written in ${taken} but in ${other} from here on: put each part into a file of its own.`,
  };
}

/** Lines that are understood by nothing. */
export function unreadLines(first: number, last: number): Finding {
  const what = first === last ? 'This line is' : `The lines from here to line ${last} are`;
  return {
    ruleId: 'unread-lines',
    reason: `${what} not understood and left out: delete what belongs to no paper, or write it as the papers around it are written.`,
  };
}

/** Keys, tags or columns that nothing of ours takes. */
export function unusedKeys(keys: readonly { name: string; count: number }[]): Finding {
  const shown = keys.slice(0, 12).map(({ name, count }) => `${quote(name)} (${count})`);
  const more = keys.length > shown.length ? ` and ${keys.length - shown.length} more` : '';
  return {
    ruleId: 'unused-keys',
    reason: `Nothing is made of ${shown.join(', ')}${more}: this is no mistake, and there is nothing to mend unless you miss it.`,
  };
}

/** Words of a digest that belong to none of its papers. */
export function leftOutProse(text: string, lines: number): Finding {
  const what =
    lines === 1 ? `${quote(text)} belongs` : `These ${lines} lines, from ${quote(text)} on, belong`;
  return {
    ruleId: 'left-out-prose',
    reason: `${what} to no paper and ${lines === 1 ? 'is' : 'are'} left out: write it as the papers around it are written if it is one of them.`,
  };
}

/** A paper that has no title. */
export function untitledPaper(): Finding {
  return {
    ruleId: 'untitled-paper',
    reason: 'This paper has no title and is left out: write one where its title belongs.',
  };
}

/** A paper that a list has twice. */
export function repeatedPaper(title: string, line: number): Finding {
  return {
    ruleId: 'repeated-paper',
    reason: `The paper ${quote(title)} stands already at line ${line}, with the same identifier, and is there once: delete one of the two if that is a mistake.`,
  };
}

/** A fact of a paper that is none. */
export function invalidFact(name: string, value: string, expected: string): Finding {
  return {
    ruleId: 'invalid-fact',
    reason: `${quote(value)} can't be read as \`${name}\` and is left out: write ${expected}.`,
  };
}

/** An address that is no web address. */
export function invalidAddress(url: string): Finding {
  return {
    ruleId: 'invalid-address',
    reason: `${quote(url)} is no web address and is left out: write one that begins with https://.`,
  };
}

/** A text that a dialect knows and does not read. */
export function refusedText(what: string, instead: string): Finding {
  return { ruleId: 'refused-text', reason: `This is ${what}, which gives no papers: ${instead}.` };
}

/** A record that has no end, or that breaks off. */
export function brokenRecord(name: string, problem: string, fix: string): Finding {
  return { ruleId: 'broken-record', reason: `The record ${quote(name)} ${problem}: ${fix}.` };
}

/** A text that is not whole. */
export function brokenText(notation: string, problem: string, line: number): Finding {
  return {
    ruleId: 'broken-text',
    reason: `The ${notation} breaks here because ${problem}, and what began at line ${line} is left out: save the file again whole, or mend this place.`,
  };
}

/** A text of which something is too large. */
export function tooLarge(what: string, limit: string, fix: string): Finding {
  return { ruleId: 'too-large', reason: `${what} is larger than ${limit} and is left out: ${fix}.` };
}

/** A title is followed by another title, or by nothing. */
export function missingAbstract(title: string): Finding {
  return {
    ruleId: 'missing-abstract',
    reason: `The paper ${quote(title)} has no abstract: write one under the title after a blank line, if there is one to write.`,
  };
}

/** What stands where a title belongs reads like an abstract. */
export function sentenceAsTitle(title: string): Finding {
  return {
    ruleId: 'sentence-as-title',
    reason: `${quote(title)} stands where a title belongs but reads like an abstract: write the paper's title above it, with a blank line between.`,
  };
}

/** A text without a full stop stands under a title, and may be the next title. */
export function unsureAbstract(title: string, text: string): Finding {
  return {
    ruleId: 'unsure-abstract',
    reason: `${quote(text)} is taken for the abstract of ${quote(title)} but may be a title as well: leave two blank lines more above it if it is one, or write it out in sentences if it is not.`,
  };
}

/** Two papers of one digest say the same. */
export function duplicatePaper(title: string, line: number): Finding {
  return {
    ruleId: 'duplicate-paper',
    reason: `The paper ${quote(title)} stands already at line ${line}, with the same abstract: delete one of the two.`,
  };
}

/** A line of the header says nothing that the dialect knows. */
export function unknownHeaderLine(text: string): Finding {
  return {
    ruleId: 'unknown-header-line',
    reason: `The header line ${quote(text)} is not understood and is left out: delete it, write who chose the papers as \`curator: NAME\` into the front matter, or move it below the header if it is a title.`,
  };
}

/** The digest has no year, or no date at all. */
export function undated(dateText: string | undefined): Finding {
  const what = dateText === undefined ? 'This digest has no date' : `${quote(dateText)} has no year`;
  return {
    ruleId: 'undated',
    reason: `${what}: name the file after its day (2025-03-12.txt), or write \`date: 2025-03-12\` in its front matter${dateText === undefined ? '' : ', or set the option `year`'}.`,
  };
}

/** A date that no calendar has. */
export function invalidDate(text: string): Finding {
  return {
    ruleId: 'invalid-date',
    reason: `${quote(text)} is not a day of the calendar: write it as YYYY-MM-DD, such as 2025-03-12.`,
  };
}

/** The text, or the front matter, tells another day than the file name. */
export function dateMismatch(text: string, date: string): Finding {
  return {
    ruleId: 'date-mismatch',
    reason: `${quote(text)} is another day than ${date}, which is used: rename the file or correct the date.`,
  };
}

/** Bytes that are not UTF-8, or, in a mail, none of its charset. */
export function invalidEncoding(done: 'replaced' | 'of-a-mail' | { readAs: string }): Finding {
  const reasons = {
    replaced: 'The file is not in UTF-8, so bytes that are no characters became U+FFFD: save it as UTF-8.',
    'of-a-mail':
      'Bytes of this mail that are no characters of its charset became U+FFFD: correct its `charset`, or save its text as UTF-8.',
  };
  const reason =
    typeof done === 'string'
      ? reasons[done]
      : `The file is not in UTF-8, so it was read as ${done.readAs}: save it as UTF-8.`;
  return { ruleId: 'invalid-encoding', reason };
}

/** Front matter without its second fence. */
export function unclosedFrontMatter(): Finding {
  return {
    ruleId: 'unclosed-front-matter',
    reason:
      'The front matter has no end and is taken to end at the first blank line: write `---` on a line of its own below it.',
  };
}

/** Front matter that YAML can't read, or that is not a mapping. */
export function invalidFrontMatter(problem: string): Finding {
  return {
    ruleId: 'invalid-front-matter',
    reason: `The front matter is left out because it can't be read (${problem}): write one \`key: value\` a line.`,
  };
}

/** A key of the front matter that means nothing here. */
export function unknownFrontMatterKey(key: string, known: readonly string[]): Finding {
  return {
    ruleId: 'unknown-front-matter-key',
    reason: `The front matter's ${quote(key)} is not known and is left out: use one of ${known.join(', ')}.`,
  };
}

/** A key of the front matter with a value of the wrong type. */
export function invalidFrontMatterValue(key: string, expected: string): Finding {
  return {
    ruleId: 'invalid-front-matter-value',
    reason: `The front matter's \`${key}\` is left out: write ${expected}.`,
  };
}

/** A text between quotation marks, on one line, and only the beginning of a long one. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short =
    line.length > 72
      ? `${line
          .slice(0, 70)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trimEnd()} …`
      : line;
  return `“${short}”`;
}
