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
    reason: `The header line ${quote(text)} is not understood and is left out: delete it, or move it below the header if it is a title.`,
  };
}

/** Another header follows after some papers. */
export function furtherHeader(): Finding {
  return {
    ruleId: 'further-header',
    reason:
      'The header of another digest begins here and is left out, its papers are counted with those above: put each digest into a file of its own.',
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

/** Bytes that are not UTF-8. */
export function invalidEncoding(done: 'replaced' | 'windows-1252'): Finding {
  const how =
    done === 'replaced' ? 'bytes that are no characters became U+FFFD' : 'it was read as Windows-1252';
  return {
    ruleId: 'invalid-encoding',
    reason: `The file is not in UTF-8, so ${how}: save it as UTF-8.`,
  };
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

function quote(text: string): string {
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
