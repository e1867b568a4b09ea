/**
 * How long a server wants to be left alone.
 *
 * @param value the field `Retry-After`: seconds, or a date of HTTP
 * @param now the moment at which it came
 * @returns milliseconds, at least 0; `undefined` when the field is missing or says neither
 */
export function retryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  // `Date.parse` alone would take a number such as -5 for a year.
  if (!/^[a-z]{3,9},? /i.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
}
