import PostalMime, { decodeWords as theirWords } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { toDigestText, toFileText } from '../src/text/digest-text.ts';
import { locate, placeInText, type LocatedText } from '../src/text/located-text.ts';
import { mail } from '../src/wrappings/mail/index.ts';
import { unflow } from '../src/wrappings/mail/flowed.ts';
import { decodeWords } from '../src/wrappings/mail/words.ts';
import { lostLines } from './accounting.ts';
import { randomFrom, type Random } from './hostile/random.ts';

/** The texts of a mail, as they are given to the dialects. */
function textsOf(source: string) {
  const text = toDigestText(locate(source, 0, source.length), toFileText(source));
  return mail.unwrap(text, () => {})?.texts.map(({ text }) => text) ?? [];
}

const words = ['owls', 'a=b', 'Zoë', '鸟 – 数', 'été', '🦉', '=41', '-- ', 'From here', '.', 'x '.repeat(40)];
const head = 'From: a@example.org\nSubject: Owls\nMIME-Version: 1.0\n';

function randomText(random: Random): string {
  const line = (): string => Array.from({ length: random.below(12) }, () => random.pick(words)).join(' ');
  return `Owls\n${Array.from({ length: random.below(8) }, line).join('\n')}\n`;
}

function escapeBytes(bytes: Uint8Array, random: Random): string {
  const escaped = Array.from(bytes, (byte) => {
    const isPlain =
      byte === 10 || (byte > 32 && byte < 127 && byte !== 61) || (byte === 32 && random.below(3) > 0);
    return isPlain ? String.fromCodePoint(byte) : `=${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  // A soft line end may stand between any two of them, within a character too.
  const broken = escaped
    .map((part) => (part !== '\n' && random.below(20) === 0 ? `${part}=\n` : part))
    .join('');
  return broken.replace(/ $/gm, '=20');
}

function encode(text: string, random: Random): string {
  const [charset, bytes] = random.pick([
    ['utf-8', new TextEncoder().encode(text)],
    ['iso-8859-1', Uint8Array.from(text.replace(/[^\n -~é]/gu, 'é'), (sign) => sign.charCodeAt(0))],
  ] as const);
  const type = `Content-Type: text/plain; charset=${random.pick([charset, `"${charset.toUpperCase()}"`])}\n`;
  return random.below(2) === 0
    ? `${type}Content-Transfer-Encoding: quoted-printable\n\n${escapeBytes(bytes, random)}\n`
    : `${type}Content-Transfer-Encoding: base64\n\n${Buffer.from(bytes)
        .toString('base64')
        .replace(new RegExp(`.{${random.pick([76, 64, 57])}}`, 'g'), '$&\n')}\n`;
}

function nest(part: string, random: Random, depth: number): string {
  if (depth === 0) return part;
  const boundary = `b${depth}`;
  const other = '\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nT3ds\n';
  const inner = nest(part, random, depth - 1);
  const type = random.pick(['mixed', 'related', 'alternative']);
  return `Content-Type: multipart/${type}; boundary="${boundary}"\n\nA mail in parts.\n--${boundary}\n${inner}\n--${boundary}${other}--${boundary}--\n`;
}

describe('a mail', () => {
  it('has the text that postal-mime finds in it', async () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const source = head + nest(encode(randomText(random), random), random, random.below(4));
      const { text } = await new PostalMime().parse(source);
      const [ours] = textsOf(source);
      expect(withoutWhite(ours?.value ?? ''), `seed ${seed}\n${source}`).toBe(withoutWhite(text ?? ''));
    }
  });

  it('has each character on the bytes that encode it', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const encoded = escapeBytes(new TextEncoder().encode(randomText(random)), random);
      const source = `${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${encoded}\n`;
      const [text] = textsOf(source);
      const misplaced = [...(text?.value ?? '').matchAll(/[^]/gu)].filter(({ index, 0: character }) => {
        const { start, end } = placeInText(text as LocatedText, index, index + character.length);
        const bytes = source
          .slice(start, end)
          .replaceAll('=\n', '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
        // The end of a character that began above a soft line end is enough.
        const shown = Buffer.from(bytes, 'latin1');
        return !shown.includes(Buffer.from(character).subarray(-1));
      });
      expect(misplaced, `seed ${seed}\n${source}`).toEqual([]);
    }
  });

  it('has the words of its header that postal-mime finds', () => {
    const headers = [
      '=?utf-8?Q?Z=C3=A4hlen=2C_jetzt?=',
      'Owls =?utf-8?B?w6k=?= and =?iso-8859-1?q?=E9?=',
      '=?UTF-8?Q?t=C3?= =?UTF-8?Q?=A9?= x',
      '=?utf-8*de?Q?a?=  =?utf-8?Q?b?=',
      '=?iso-2022-jp?B?GyRCJVUlLyVtJSYbKEI=?=',
      'no =?word here',
      '=?utf-8?X?a?=',
    ];
    for (const header of headers) expect(decodeWords(header), header).toBe(theirWords(header));
  });
});

describe('of alternatives', () => {
  const html =
    '<p><a href="https://owls.example.org/1">Owls</a>, <a href="https://owls.example.org/2">Bats</a></p>';
  const alternatives = (plain: string): string =>
    `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n${plain}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`;

  it('the HTML is given on where only that has the addresses', () => {
    expect(textsOf(alternatives('Owls, Bats')).map(({ value }) => value.trim())).toEqual([html]);
    expect(textsOf(alternatives('')).map(({ value }) => value.trim())).toEqual([html]);
  });

  it('the plain text is given on where it has them too, or is a mailing of arXiv', () => {
    const plain = 'Owls <https://owls.example.org/1>\nBats <https://owls.example.org/2>';
    expect(textsOf(alternatives(plain)).map(({ value }) => value.trim())).toEqual([plain]);
    const mailing = '\\\\\narXiv:2501.00001\nTitle: Owls';
    expect(textsOf(alternatives(mailing)).map(({ value }) => value.trim())).toEqual([mailing]);
  });
});

it('a mail without papers gives one error, whatever parts it has', () => {
  const source = `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nYes, at noon!\n\nOn Wed, 12 Mar 2025, Zoe Auk wrote:\n> Shall we have lunch?\n--b\nContent-Type: text/plain\n\nBuy bread, and\nmend the roof\n--b--\n`;
  const tree = fromDigest(source, { path: '2025-03-12.eml' });
  const messages = tree.data?.digest?.messages ?? [];
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['unknown-dialect']);
  expect(lostLines(source, tree)).toEqual([]);
});

describe('flowed text', () => {
  const flow = (text: string, deleteSpace = false): string =>
    unflow(locate(text, 0, text.length), deleteSpace).value;

  it('has its lines put together', () => {
    expect(flow('Owls \ncall.\nBats')).toBe('Owls call.\nBats');
    expect(flow('Owls \r\ncall.', true)).toBe('Owlscall.');
  });

  it('loses the space that stuffs a line, and keeps others', () => {
    expect(flow(' From here\n  a\n b')).toBe('From here\n a\nb');
  });

  it('does not flow over a signature, a blank line or another depth of quotation', () => {
    expect(flow('-- \nMia')).toBe('-- \nMia');
    expect(flow('Owls \n\nBats')).toBe('Owls \n\nBats');
    expect(flow('> Owls \n> call\n>> at \nnight')).toBe('> Owls call\n>> at \nnight');
  });
});

function withoutWhite(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
