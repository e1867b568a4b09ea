import { cleanLine } from './clean-text.ts';
import { dayToMailDate } from './feed.ts';
import type { MailIssue, MailWords } from './mail.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';
import { encodeBody, encodeHeaderText } from './mime-encoding.ts';

/** Who sends a message. */
export interface MailSender {
  /** Such as `papers@example.org`. */
  address: string;
  /** Default: the name of the digest. */
  name?: string;
}

/** What a message says, twice. */
export interface MailBodies {
  text: string;
  html: string;
}

/** Can stand in no encoded body: `=_` is in neither of the two encodings (RFC 2045, section 6.7). */
const boundary = '=_astro-digest';

/** An address in ASCII, without quotes, comments and lists. */
const mailAddress = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/**
 * Writes the mail edition of an issue as a message to send, or to hand to a service: RFC 5322 and MIME, the text and the
 * HTML as alternatives. The receivers are the sender's business, so it has no `To`.
 *
 * An issue without a date has no `Date` either; a mail server puts in the day of sending (RFC 6409, section 8.2).
 *
 * @param sender default: `no-reply` at the site's host
 * @param bodies what it says, where that is written already
 * @throws RangeError when the sender's address is none
 */
export function mailEml(
  issue: MailIssue,
  words: MailWords,
  sender?: MailSender,
  bodies: MailBodies = { text: mailText(issue, words), html: mailHtml(issue, words) },
): string {
  const { hostname } = new URL(issue.home);
  const { address, name = words.digest } = sender ?? { address: `no-reply@${hostname}` };
  if (sender && !mailAddress.test(address))
    throw new RangeError(`\`${address}\` is no mail address: write one such as papers@example.org.`);
  return [
    field('From', name, address),
    `Subject: ${encodeHeaderText(cleanLine(words.subject))}`,
    ...(issue.date === undefined ? [] : [`Date: ${dayToMailDate(issue.date)}`]),
    `Message-ID: <${messageId(issue.id)}>`,
    field('List-Id', words.digest, listId(issue.home)),
    ...(issue.archive === undefined ? [] : [`List-Archive: <${new URL(issue.archive).href}>`]),
    ...(issue.unsubscribe === undefined ? [] : [`List-Unsubscribe: <${new URL(issue.unsubscribe).href}>`]),
    `Content-Language: ${cleanLine(issue.language)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', bodies.text),
    ...part('text/html', bodies.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function part(type: string, text: string): string[] {
  const { encoding, body } = encodeBody(text);
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
  ];
}

/** A field that has a name and, between angle brackets, an address or an identifier. */
function field(key: string, name: string, address: string): string {
  const text = encodeHeaderText(cleanLine(name));
  const phrase = text.startsWith('=?') ? text : `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
  const line = `${key}: ${phrase} <${address}>`;
  return line.length <= 76 ? line : `${key}: ${phrase}\r\n <${address}>`;
}

/**
 * An identifier that belongs to an issue's address: its path at its host. What may not stand there is escaped
 * (https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4).
 */
function messageId(url: string): string {
  const { pathname, search, hostname } = new URL(url);
  const path = `${pathname}${search}`.replace(/^\/+|\/+$/g, '');
  return `${path.replace(/[^\w/%-]/g, escapeCharacter) || 'issue'}@${hostname}`;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A name for the list under the host's name: https://www.rfc-editor.org/rfc/rfc2919#section-2. */
function listId(home: string): string {
  const { pathname, hostname } = new URL(home);
  const names = pathname
    .split('/')
    .map((name) => name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .toReversed();
  return [...(names.length > 0 ? names : ['digest']), hostname].join('.');
}
