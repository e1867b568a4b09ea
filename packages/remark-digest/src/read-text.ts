import type { Position } from 'unist';
import { askDialects, mixedFinding, nearFinding, noDialect, threshold } from './dialects/choose-dialect.ts';
import type { Dialect, HeaderData, IssueDraft } from './dialects/dialect.ts';
import { unreadLines as unreadLinesFinding, type Report } from './messages.ts';
import { placeOfText, toDigestText, type DigestText } from './text/digest-text.ts';
import { cutEnds } from './text/cut-ends.ts';
import type { LocatedText } from './text/located-text.ts';
import { startOfDraft } from './tree/to-issue.ts';
import { unreadLines } from './tree/unread-lines.ts';
import { wrappings } from './wrappings/index.ts';
import { isVisible } from './visible.ts';
import type { Unwrapped, UnwrappedTexts } from './wrappings/wrapping.ts';

/** An issue as it was found. */
export interface IssueFound {
  draft: IssueDraft;
  /** The text that its places refer to. */
  source: DigestText;
  /** Name of the dialect; nothing where no dialect knows the text. */
  dialect: string | undefined;
  /** What stands around the text tells this of it; what the text itself tells counts more. */
  header: HeaderData;
  /** The date that is told, by the text or else by what stands around it. */
  date?: { text: string; place: Position; year?: number | undefined } | undefined;
}

/** What a text holds. */
export interface TextRead {
  issues: IssueFound[];
  /** Where something stands around the texts of the issues, and is none of them. */
  asides: Position[];
  /** Whether an error tells already why there is no paper. */
  failed: boolean;
}

/** Which dialects there are, and which one is asked for. */
export interface DialectChoice {
  dialects: readonly Dialect[];
  named: string | undefined;
}

/** Takes off what stands around a text, finds its dialect and reads it. */
export function readText(text: DigestText, choice: DialectChoice, report: Report): TextRead {
  return readWrapped(text, choice, report, { header: {}, depth: 0 });
}

/** How deep wrappings may stand in one another: a page in a mail in a mailbox is three. */
const deepest = 4;

/** What the wrappings tell. */
interface Around {
  header: HeaderData;
  date?: IssueFound['date'];
  depth: number;
}

function readWrapped(text: DigestText, choice: DialectChoice, report: Report, around: Around): TextRead {
  if (!isVisible(text.value)) return { issues: [], asides: [], failed: false };
  for (const wrapping of around.depth < deepest ? wrappings : []) {
    const unwrapped = wrapping.unwrap(text, report);
    if (unwrapped) return readUnwrapped(text, unwrapped, choice, report, around);
  }
  return readBare(text, choice, report, around);
}

function readUnwrapped(
  text: DigestText,
  { texts, furniture }: UnwrappedTexts,
  choice: DialectChoice,
  report: Report,
  around: Around,
): TextRead {
  const read = texts.map((inner) => {
    const findings: Parameters<Report>[] = [];
    const note: Report = (...finding) => findings.push(finding);
    const found = readWrapped(toDigestText(inner.text, text), choice, note, within(around, inner, text));
    return { ...found, findings };
  });
  const issues = read.flatMap(({ issues }) => issues);
  const failed = read.some(({ failed }) => failed);
  const refused = issues.length === 0 ? read.find(({ failed }) => failed)?.findings : undefined;
  const reason = refused?.pop();
  if (refused && reason) {
    // Where there is no paper in any of the texts, why there is none in the first says enough, and is about all of them.
    for (const finding of refused) report(...finding);
    report(reason[0], text.place(...cutEnds(text.value)));
  } else {
    const draft = { papers: [], furniture: [...furniture, ...texts.flatMap(({ text }) => text.pieces)] };
    reportUnread(text, { issues: [draft] }, report);
    for (const { findings } of read) for (const finding of findings) report(...finding);
  }
  return {
    issues,
    asides: [
      ...furniture.map(({ start, end }) => text.place(start, end)),
      ...read.flatMap(({ asides }) => asides),
    ],
    failed,
  };
}

function within(around: Around, { header, date }: Unwrapped, text: DigestText): Around {
  return {
    header: { ...around.header, ...header },
    date: located(date, text) ?? around.date,
    depth: around.depth + 1,
  };
}

function located(date: LocatedText | undefined, source: DigestText): IssueFound['date'] {
  return date && { text: date.value, place: placeOfText(date, source) };
}

/** Reads a text that nothing stands around. */
function readBare(
  text: DigestText,
  { dialects, named }: DialectChoice,
  report: Report,
  around: Around,
): TextRead {
  const asked = askDialects(dialects, text);
  const forced = dialects.find(({ name }) => name === named);
  const [best] = asked;
  const taken = forced ?? (best && best.score >= threshold ? best.dialect : undefined);
  const whole = text.place(...cutEnds(text.value));
  const nothing: TextRead = { issues: [], asides: [], failed: true };
  if (!taken) {
    report(noDialect(asked, text), whole);
    return nothing;
  }
  const findings: Parameters<Report>[] = [];
  const draft = taken.read(text, (...finding) => findings.push(finding));
  const mixed = mixedFinding(asked, taken, draft, text);
  if (mixed) {
    // What was found of papers that are none says nothing.
    report(mixed.finding, { start: mixed.place.start, end: whole.end });
    return { ...nothing, asides: [whole] };
  }
  for (const finding of findings) report(...finding);
  // A dialect that refuses a text has said why, and nobody needs to hear that its lines are not read.
  if (draft.issues.length === 0 && findings.length > 0) return { ...nothing, asides: [whole] };
  const near = forced ? undefined : nearFinding(asked);
  if (near) report(near, whole.start);
  reportUnread(text, draft, report);
  const sorted =
    draft.issues.length > 1
      ? draft.issues.toSorted((a, b) => startOfDraft(a) - startOfDraft(b))
      : draft.issues;
  return {
    issues: sorted.map((issue) => ({
      draft: issue,
      source: text,
      dialect: taken.name,
      header: around.header,
      date: issue.date
        ? { text: issue.date.value, place: placeOfText(issue.date, text), year: issue.year }
        : (around.date ?? located(issue.dateOtherwise, text)),
    })),
    asides: [],
    failed: draft.issues.length === 0,
  };
}

function reportUnread(text: DigestText, draft: Parameters<typeof unreadLines>[1], report: Report): void {
  for (const { start, end } of unreadLines(text, draft)) {
    const place = text.place(start, end);
    report(unreadLinesFinding(place.start.line, place.end.line), place);
  }
}
