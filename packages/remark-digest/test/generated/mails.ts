import type { Random } from '../hostile/random.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed, 12 Mar 2025` of `2025-03-12`. */
export function longDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${days[day.getUTCDay()]}, ${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** Breaks a text at spaces into lines of at most `width` characters; all but the first begin with `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : indent + word);
  }
  return lines.join('\n');
}

const header = (date: string) =>
  `From: =?utf-8?Q?Mia_T=C3=ABrn?= <mia@example.org>\nTo: owls@example.org\nSubject: Owls\n of the day\nDate: ${longDay(date)} 00:31:14 +0000\nMIME-Version: 1.0\n`;

/** A text as a mail, in one of the ways that mails are written. */
export function toMail(random: Random, text: string, date: string): string {
  const head = header(date);
  switch (random.below(8)) {
    case 0:
      return `${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(text)}`;
    case 1:
      return `${head}Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: base64\n\n${base64(text)}`;
    case 2:
      return `${head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}`.replaceAll(
        '\n',
        '\r\n',
      );
    case 3:
      return `${head}Content-Type: multipart/mixed;\n boundary="=_owls"\n\nA mail in parts.\n--=_owls\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(text)}\n--=_owls\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${base64('no picture')}\n--=_owls--\n`;
    case 4:
      return `${head}Content-Type: text/plain; charset=utf-8\n\n---------- Forwarded message ---------\nFrom: no-reply@example.org\nDate: ${longDay(date)}\nSubject: Owls\nTo: mia@example.org\n\n${text}`;
    case 5:
      return `${head}Content-Type: text/plain; charset=utf-8\n\nOn ${longDay(date)} at 04:01, Mia Tern wrote:\n${text.replace(/^/gm, '> ')}`;
    case 6:
      return `${head}Content-Type: multipart/digest; boundary=b\n\n--b\n\n${header(date)}Content-Type: text/plain; charset=utf-8\n\n${text}\n--b--\n`;
    default:
      return text;
  }
}

function base64(text: string): string {
  return `${Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')}\n`;
}

function quotedPrintable(text: string): string {
  const escaped = [...Buffer.from(text)]
    .map((byte) =>
      byte === 10 || (byte >= 32 && byte < 127 && byte !== 61)
        ? String.fromCodePoint(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replace(/ $/gm, '=20');
  return escaped.replace(/(?:=[0-9A-F]{2}|[^=\n]){70}(?=.)/g, '$&=\n');
}
