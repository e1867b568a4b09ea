/** Letters of Windows-1252 beyond ASCII. */
const letter = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FFŒœŠšŽžŸ]/;
const lower = /[\u00DF-\u00F6\u00F8-\u00FFœšž]/;
/** Bytes that are no character. */
const noCharacter = /[\x80-\x9F]/;

/** Signs of typography, with what stands before and behind them. */
const typography: Record<string, [before: RegExp, behind: RegExp]> = {
  '‘': [/^$|[\s([“]/, /[\w“($€£À-ÿ]/],
  '’': [/\S/, /^/],
  '“': [/^$|[\s([‘—–]/, /[\w‘($€£À-ÿ…]/],
  '”': [/\S/, /^$|[\s)\].,;:!?’—–]/],
  '–': [/^$|[\s\w]/, /^$|[\s\w]/],
  '—': [/^$|[\s\w”]/, /^$|[\s\w“]/],
  '…': [/^$|[\s\w]/, /^$|[\s\w.,;!?)”]/],
  '¡': [/^$|[\s([“‘«]/, /[A-ZÀ-ÿ¿]/],
  '¿': [/^$|[\s([“‘«]/, /[A-ZÀ-ÿ¡]/],
  '«': [/^$|[\s([’]/, /[\s\wÀ-ÿ]/],
  '»': [/[\s\w.!?À-ÿ]/, /^$|[\s)\].,;:!?]/],
  '•': [/^$|\s/, /^$|\s/],
};

/**
 * Whether bytes look like a language with accents, or like English with its quotes and dashes, in Windows-1252: letters beyond ASCII
 * stand among those of ASCII, and signs stand where such signs do. In all other encodings they stand in runs, and anyhow.
 */
export function isWestern(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  const decoder = new TextDecoder('windows-1252');
  for (let start = 0; start < bytes.length; start++) {
    if ((bytes[start] as number) < 0x80) continue;
    let end = start;
    while (end < bytes.length && (bytes[end] as number) >= 0x80) end++;
    // Each run, with the characters around it.
    const from = Math.max(start - 1, 0);
    const around = decoder.decode(bytes.subarray(from, end + 1));
    for (let at = start - from; at < end - from; at++) {
      const judged = judge(around[at] as string, around[at - 1] ?? '', around[at + 1] ?? '');
      if (judged === 'good') good++;
      else if (judged === 'bad') bad++;
    }
    start = end;
  }
  return good > 0 && bad <= 0.1 * good;
}

function judge(character: string, before: string, behind: string): 'good' | 'bad' | undefined {
  if (noCharacter.test(character)) return 'bad';
  const sign = typography[character];
  if (sign) {
    if (!sign[0].test(before) || !sign[1].test(behind)) return 'bad';
    // These begin characters of other encodings as well.
    return /[¡¿«»]/.test(character) ? undefined : 'good';
  }
  const beside = [before, behind].filter((other) => other !== '');
  if (!letter.test(character)) return beside.some((other) => letter.test(other)) ? 'bad' : undefined;
  // `îO`, `aÎ`: no language has capitals behind small letters.
  if (lower.test(character) ? /[A-Z]/.test(behind) : /[a-z]/.test(before)) return 'bad';
  if (beside.some((other) => /[A-Za-z]/.test(other))) return 'good';
  // A letter that is a word, such as `à`.
  return beside.every((other) => /[\s.,;:!?()"'’”-]/.test(other)) ? undefined : 'bad';
}
