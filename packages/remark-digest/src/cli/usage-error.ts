/** The command line is wrong; the message names what is, and how to fix it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A word of the command line, as messages show it. */
export function quote(text: string): string {
  return `“${text}”`;
}
