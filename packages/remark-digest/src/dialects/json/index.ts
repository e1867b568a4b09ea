import { brokenText, refusedText, unusedKeys, type Report } from '../../messages.ts';
import { cutEnds } from '../../text/cut-ends.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { mostValues } from '../../text/keyed-values.ts';
import { scanJson, type ScannedJson } from '../../text/scan-json.ts';
import { addFurniture } from '../around-papers.ts';
import type { Detection, Dialect, DigestDraft, IssueDraft } from '../dialect.ts';
import { byDay } from './by-day.ts';
import { findPapers, type FoundPapers, type Section } from './find-papers.ts';
import { isBibliography, isFeed } from './neighbours.ts';
import { reasonOfRefusal } from './refuse.ts';
import { toPaper } from './to-paper.ts';

/**
 * JSON that holds papers: the answers of Hugging Face's, arXiv's, Semantic Scholar's, OpenAlex's and Crossref's services, and what people
 * keep of them, as a list, a map by identifier, day or topic, or a record a line.
 *
 * @see https://huggingface.co/api/daily_papers
 */
export const json: Dialect = { name: 'json', detect, read: readJson };

/** What a text holds, found once for asking and reading. */
interface JsonFound extends ScannedJson {
  papers: FoundPapers;
}

const found = new WeakMap<DigestText, JsonFound>();

function look(text: DigestText): JsonFound {
  const known = found.get(text);
  if (known) return known;
  const scanned = scanJson(text.value);
  const cut = new Set(scanned.breaks.flatMap(({ open }) => open));
  const result = { ...scanned, papers: findPapers(scanned.values.roots(), cut) };
  found.set(text, result);
  return result;
}

/** A line that begins with a record, at the top or as the first of a list. */
const record = /^[ \t]*(?:\[[ \t]*\r?\n?[ \t]*)?\{[ \t]*\r?\n?[ \t]*"[^"\r\n]{1,80}"[ \t]*:/m;

function detect(text: DigestText): Detection {
  const { value } = text;
  const start = value.search(/\S/);
  if (start < 0 || !/[[{]/.test(value[start] as string)) {
    const found = record.exec(value);
    // Its first key: a page may have brackets alone on their lines for furniture.
    const firstRecord = found ? found.index + found[0].indexOf('"') : undefined;
    return {
      score: 0,
      reason: 'it does not begin with a bracket of JSON',
      ...(start >= 0 && { failedAt: start }),
      ...(firstRecord !== undefined && { firstRecord }),
    };
  }
  const { values, breaks, end, papers } = look(text);
  const [first] = values.roots();
  const length = value.trimEnd().length - start;
  const [firstBreak] = breaks;
  const failedAt = firstBreak?.at ?? (end < value.trimEnd().length ? end : undefined);
  const where = failedAt === undefined ? {} : { failedAt };
  if (first && isBibliography(first)) return { score: 0, reason: 'it is CSL-JSON', failedAt: start };
  if (first && isFeed(first)) return { score: 0, reason: 'it is a JSON Feed', failedAt: start };
  const count = papers.sections.reduce((sum, section) => sum + section.papers.length, 0);
  const share = (Math.max(end, 0) - start) / length;
  if (count > 0) {
    return { score: share, reason: `${count} records are papers`, firstRecord: start, ...where };
  }
  const isJson = breaks.length === 0 ? end > 0 && share > 0.9 : record.test(value.slice(0, 2000));
  return {
    score: isJson ? 0.5 : 0,
    reason: isJson ? 'it is JSON, but no record is a paper' : 'it is no JSON',
    ...where,
  };
}

/** How sure it is that a text is a JSON Feed; nothing where it is none. */
export function detectJsonFeed(text: DigestText): Detection | undefined {
  if (!/^\s*\{/.test(text.value)) return undefined;
  const { values, breaks, end } = look(text);
  const [first] = values.roots();
  if (!first || !isFeed(first)) return undefined;
  const [start, last] = cutEnds(text.value);
  const failedAt = breaks[0]?.at;
  return {
    score: (Math.min(end, last) - start) / (last - start),
    reason: 'it is a JSON Feed',
    firstRecord: start,
    ...(failedAt !== undefined && { failedAt }),
  };
}

/** Reads the papers of a text of JSON. */
export function readJson(text: DigestText, report: Report): DigestDraft {
  const { values, breaks, end, papers } = look(text);
  const start = Math.max(text.value.search(/\S/), 0);
  const whole = text.place(start, Math.max(start, end));
  if (values.count > mostValues) {
    report(
      refusedText(
        `JSON of more than ${mostValues.toLocaleString('en')} values`,
        'keep the papers in several files',
      ),
      whole,
    );
    return { issues: [] };
  }
  const sections = papers.sections.flatMap(byDay);
  for (const { at, problem, open, to } of breaks) {
    const lost = open.find((index) => values.kind(index) === 'record' && !papers.tops.has(index));
    const from = lost === undefined ? at : values.start(lost);
    if (lost !== undefined) values.use(lost);
    const line = text.place(from, from).start.line;
    report(brokenText('JSON', problem, line), text.place(at, Math.max(at, to)));
  }
  if (sections.length === 0) {
    if (breaks.length === 0) report(reasonOfRefusal(values), text.place(...cutEnds(text.value)));
    return { issues: [] };
  }
  const issues = sections.map(toIssue);
  const unused = values.unused(papers.tops);
  if (unused.length > 0) report(unusedKeys(unused), text.place(start, start + 1));
  addFurniture(issues, text.value, { start, end });
  return { issues };
}

function toIssue({ date, title, description, papers }: Section): IssueDraft {
  return {
    header: {
      ...(title && { title: title.value }),
      ...(description && { description: description.value }),
    },
    ...(date && { date }),
    papers: papers.map(({ record, id, topic }) => toPaper(record, { id, topic })),
  };
}
