import type { Line } from '../../lines.ts';
import { invalidEncoding, type Report } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { placeInText, type Extent, type LocatedText } from '../../text/located-text.ts';
import { readFields, structured, type MailFields } from './fields.ts';
import { unflow } from './flowed.ts';
import { decodeBody } from './transfer.ts';

/** What of a mail is for people to read. */
export interface MailContent {
  /** Its texts, in their order; a mail that is inside it stands whole. */
  texts: LocatedText[];
  /** Where these stand. */
  read: Extent[];
  /** What is behind the end of a part, and of no part. */
  left: Extent[];
}

interface Part {
  kind: 'plain' | 'html' | 'mail' | 'other';
  text: LocatedText;
  extent: Extent;
}

/** How deep parts may stand in one another; what is deeper is not read. */
const deepest = 8;

/**
 * Finds the texts of a mail: of alternatives the one that tells most, of other parts all that are text, in mails inside it too.
 *
 * @param first index of the first line of the body
 */
export function contentOf(
  source: DigestText,
  fields: MailFields,
  first: number,
  report: Report,
): MailContent {
  const left: Extent[] = [];
  const { lines, value } = source;
  const startOf = (line: number): number => lines[line]?.start ?? value.length;
  const parts = partsOf(fields, first, lines.length, 0);
  return { texts: parts.map(({ text }) => text), read: parts.map(({ extent }) => extent), left };

  function partsOf({ values }: MailFields, from: number, to: number, depth: number): Part[] {
    const { value: type, parameters } = structured(values.get('content-type'));
    const boundary = parameters.get('boundary');
    if (!type.startsWith('multipart/') || boundary === undefined || depth === deepest) {
      return readPart(values, type, parameters, startOf(from), startOf(to));
    }
    const inside = type === 'multipart/digest' ? 'message/rfc822' : '';
    const children = childrenOf(lines, `--${boundary}`, from, to).map(([start, end], index, all) => {
      if (index === all.length - 1 && end < to) left.push({ start: startOf(end + 1), end: startOf(to) });
      // A part without fields begins with the blank line that would end them.
      const own = readFields(source, start, end) ?? { values: new Map(), next: start };
      const type = own.values.get('content-type') ?? { value: inside, pieces: [] };
      const fields = { ...own, values: new Map([...own.values, ['content-type', type]]) };
      return partsOf(fields, own.next, end, depth + 1);
    });
    return type === 'multipart/alternative' ? best(children) : children.flat().filter(isContent);
  }

  function readPart(
    values: MailFields['values'],
    type: string,
    parameters: ReadonlyMap<string, string>,
    start: number,
    end: number,
  ): Part[] {
    const disposition = structured(values.get('content-disposition')).value;
    const kind = kindOf(type, disposition === 'attachment');
    if (kind === 'other') return [];
    const encoding = structured(values.get('content-transfer-encoding')).value;
    const body = decodeBody(value, start, end, encoding, parameters.get('charset'));
    const broken = body.text.value.indexOf('\uFFFD');
    if (broken >= 0 && !value.includes('\uFFFD')) {
      const { start } = placeInText(body.text, broken, broken + 1);
      report(invalidEncoding('of-a-mail'), source.place(start, start).start);
    }
    if (body.end < end) left.push({ start: body.end, end });
    const flowed = kind === 'plain' && parameters.get('format')?.toLowerCase() === 'flowed';
    const text = flowed ? unflow(body.text, parameters.get('delsp')?.toLowerCase() === 'yes') : body.text;
    return text.value.trim() === '' ? [] : [{ kind, text, extent: { start, end: body.end } }];
  }
}

function kindOf(type: string, attached: boolean): Part['kind'] {
  if (type === 'message/rfc822' || type === 'message/global') return 'mail';
  if (type === '' || type === 'text/plain' || !type.includes('/')) return 'plain';
  return type === 'text/html' && !attached ? 'html' : 'other';
}

/** The lines of each part, from the one behind its boundary to the one before the next. */
function childrenOf(
  lines: readonly Line[],
  boundary: string,
  from: number,
  to: number,
): [start: number, end: number][] {
  const children: [number, number][] = [];
  let open: number | undefined;
  for (let at = from; at < to; at++) {
    const { text } = lines[at] as Line;
    if (!text.startsWith(boundary)) continue;
    const ends = text === `${boundary}--`;
    if (!ends && text !== boundary) continue;
    if (open !== undefined) children.push([open, at]);
    open = ends ? undefined : at + 1;
    if (ends) break;
  }
  if (open !== undefined) children.push([open, to]);
  return children;
}

/** Whether a part is more than what a mailing list puts below every mail. */
function isContent({ kind, text }: Part): boolean {
  return kind !== 'plain' || !/^\s*(?:_{5,}|-- ?[\r\n])/.test(text.value);
}

/** The alternative to read: plain text, unless it has few of the addresses that the HTML has. */
function best(alternatives: readonly Part[][]): Part[] {
  const ofKind = (kind: Part['kind']): Part[] | undefined =>
    alternatives.find((parts) => parts.some((part) => part.kind === kind));
  const [plain, html] = [ofKind('plain'), ofKind('html')];
  if (!plain || !html) return plain ?? html ?? alternatives.find((parts) => parts.length > 0) ?? [];
  return isMailing(plain) || 2 * addressesIn(plain) >= addressesIn(html) ? plain : html;
}

/** Whether a text is a mailing of arXiv's, which is made for plain text. */
function isMailing(parts: readonly Part[]): boolean {
  return parts.some(({ text }) => /^\\\\\s+(?:arXiv:|Paper)/m.test(text.value));
}

function addressesIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + new Set(text.value.match(/https?:[^\s"'<>]+/g)).size, 0);
}
