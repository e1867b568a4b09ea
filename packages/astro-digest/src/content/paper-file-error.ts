/** Why a paper's file can't be used. */
export class PaperFileError extends Error {
  override name = 'PaperFileError';
  /** Place in the file, both from 1. */
  place: { line: number; column: number };
  ruleId: string;

  constructor(ruleId: string, reason: string, place: { line: number; column: number }) {
    super(reason);
    this.ruleId = ruleId;
    this.place = place;
  }
}

/** The first line of what a library says was wrong, fit to stand inside a sentence. */
export function oneLine(text: string): string {
  return text.split('\n')[0]?.replace(/[.:]\s*$/, '') ?? '';
}
