/** What the code of a site's own layout or component takes from outside of itself. */
export type OutsideSource = 'nothing' | 'year' | 'unknown';

/** What may give something else at the next build. */
const changing = new RegExp(
  [
    // Other machines.
    /\bfetch\s*\(/,
    // Chance.
    /\bMath\s*\.\s*random\b|\brandomUUID\b|\bgetRandomValues\b/,
    // The time.
    /\bDate\s*\.\s*now\b|\.\s*now\s*\(|\bTemporal\s*\.\s*Now\b|\b(?:dayjs|moment)\s*\(\s*\)/,
    /(?<!\bnew\s+)(?<![\w$.])Date\s*\(/,
    // Files, programs, and variables that are asked for while a page is rendered.
    /['"](?:node:)?(?:fs|fs\/promises|child_process|https?|net|dns|os|crypto|worker_threads)['"]/,
    /['"]astro:env\/server['"]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A moment that nobody gives: now. */
const now = /\bnew\s+Date\s*(?:\(\s*\)|(?![\w\s]*\())/g;

/** Takes the year of a moment, and nothing else. */
const takesYear = /^\s*\.\s*get(?:UTC)?FullYear\b/;

/**
 * Tells what code takes from outside. A page that shows the year, as footers do, is the same for a year; what reads a file, asks another
 * machine or takes the time may be another one at each build.
 */
export function outsideSourceOf(code: string): OutsideSource {
  if (changing.test(code)) return 'unknown';
  const places = [...code.matchAll(now)];
  if (places.length === 0) return 'nothing';
  return places.every((place) => isYear(code, place.index, place[0])) ? 'year' : 'unknown';
}

/** Whether only the year of a moment is taken: at once, or of the variable that it becomes. */
function isYear(code: string, start: number, text: string): boolean {
  if (takesYear.test(code.slice(start + text.length))) return true;
  const [, name] = /(?:const|let|var)\s+([$\w]+)\s*=\s*$/.exec(code.slice(0, start)) ?? [];
  if (name === undefined) return false;
  const own = new RegExp(`(?<![$\\w.])${name.replaceAll('$', '\\$')}(?![$\\w])`, 'g');
  const [, ...uses] = [...code.matchAll(own)];
  return (
    uses.length > 0 && uses.every(({ index, 0: used }) => takesYear.test(code.slice(index + used.length)))
  );
}
