import { binaryKind, withControls } from './encoding/binary.ts';
import { declaredEncoding } from './encoding/declared.ts';
import { decodeAs, guessEncoding, mayBeOther } from './encoding/guess.ts';
import { isWestern } from './encoding/western.ts';
import { utf32, utf16 } from './encoding/unicode.ts';
import { invalidEncoding, refusedText, tooLarge, type Finding, type Report } from './messages.ts';
import { lineStarts, pointAt } from './text/line-starts.ts';

/** Larger files are not read, in bytes. */
const largestFile = 64 * 1024 * 1024;
/** Share of the characters of a text in UTF-8 that may be broken where no other encoding can be told. */
const mostBroken = 0.01;

/**
 * Turns the bytes of a file into text.
 *
 * UTF-8; UTF-16 and UTF-32 with a byte order mark, UTF-16 without one, too; ISO-2022-JP, which its escape sequences tell; what XML, HTML
 * or a mail declares. What is none of these is read as GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR or Windows-1252 if it is plainly written
 * in it, and reported. Line ends stay as they are, and all places are those in the text.
 *
 * @param value the bytes, or text that is decoded already
 * @param report is told when bytes had to be guessed or replaced, and why a file is not read
 * @returns nothing for a file that is too large, is no text, or is in no encoding that can be told
 */
export function decode(value: string | Uint8Array, report: Report): string | undefined {
  const refuse = (finding: Finding): undefined => {
    report(finding, { line: 1, column: 1, offset: 0 });
  };
  if (value.length > largestFile)
    return refuse(tooLarge('This file', '64 MB', 'split it into several files'));
  if (typeof value === 'string') return value;
  const full = utf32(value);
  if (full !== undefined) return full;
  const wide = utf16(value);
  const binary = wide?.marked ? undefined : binaryKind(value);
  if (binary) return refuse(refusedText(binary.what, binary.instead));
  if (wide) return whole(value, wide.label, report);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    return notUtf8(value, report, refuse);
  }
  const controls = withControls(value, true);
  if (controls) return refuse(refusedText(controls.what, controls.instead));
  return text.includes('\x1B') ? escaped(text, value, report, refuse) : text;
}

/** Decodes what is in one of Unicode's encodings, and reports what is broken in it. */
function whole(bytes: Uint8Array, label: string, report: Report): string {
  const text = new TextDecoder(label).decode(bytes);
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    report(invalidEncoding('replaced'), pointOf(text, text.indexOf('\uFFFD')));
  }
  return text;
}

/** ISO-2022 writes all in ASCII and says by escape sequences what it means. */
function escaped(
  text: string,
  bytes: Uint8Array,
  report: Report,
  refuse: (finding: Finding) => undefined,
): string | undefined {
  // oxlint-disable-next-line no-control-regex -- it is what begins a sequence
  const sequence = /\x1B(?:\$[@B]|\$\([DQ]|\([JI]|\$\)(?<other>[ACG]))/.exec(text);
  if (!sequence) return text;
  if (sequence.groups?.['other']) {
    const name = sequence.groups['other'] === 'C' ? 'ISO-2022-KR' : 'ISO-2022-CN';
    return refuse(refusedText(`text in ${name}`, 'save it as UTF-8'));
  }
  const japanese = decodeAs('iso-2022-jp', bytes);
  if (japanese === undefined) return refuse(refusedText('text in ISO-2022-JP', 'save it as UTF-8'));
  const broken = japanese.indexOf('\uFFFD');
  if (broken >= 0) report(invalidEncoding('replaced'), pointOf(japanese, broken));
  return japanese;
}

function notUtf8(
  bytes: Uint8Array,
  report: Report,
  refuse: (finding: Finding) => undefined,
): string | undefined {
  const controls = withControls(bytes, false);
  if (controls) return refuse(refusedText(controls.what, controls.instead));
  const text = new TextDecoder('utf-8').decode(bytes);
  // Each broken character is a place to look at, but one message for the file says all there is to say.
  const replaced = (): string => {
    report(invalidEncoding('replaced'), pointOf(text, text.indexOf('\uFFFD')));
    return text;
  };
  const { broken, good } = countCharacters(text);
  // Few are broken, or no more than others beyond ASCII are whole where the bytes can be nothing else.
  if (good >= 3 * broken || (good >= broken && !mayBeOther(bytes))) return replaced();
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && (declared !== 'windows-1252' || isWestern(bytes))) {
    const found = decodeAs(declared, bytes);
    if (found !== undefined && !found.includes('\uFFFD')) return found;
  }
  const guess = guessEncoding(bytes);
  if (!guess) {
    if (broken <= mostBroken * text.length) return replaced();
    return refuse(refusedText("text in an encoding that can't be told", 'save it as UTF-8'));
  }
  const guessed = new TextDecoder(guess.label).decode(bytes);
  report(invalidEncoding({ readAs: guess.name }), pointOf(guessed, guessed.search(/[^\0-\x7F]/)));
  return guessed;
}

/** How many characters of a text beyond ASCII are broken, and how many are whole. */
function countCharacters(text: string): { broken: number; good: number } {
  let broken = 0;
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) good++;
  }
  return { broken, good };
}

function pointOf(text: string, offset: number) {
  return pointAt(lineStarts(text.slice(0, offset)), offset);
}
