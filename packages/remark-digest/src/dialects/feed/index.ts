import { brokenText, refusedText, unusedKeys, type Report } from '../../messages.ts';
import { cutEnds } from '../../text/cut-ends.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { mostValues } from '../../text/keyed-values.ts';
import { RecordFields } from '../../text/record-fields.ts';
import { scanXml, type ScannedXml } from '../../text/scan-xml.ts';
import { htmlLine } from '../../text/html-text.ts';
import { readDate } from '../../facts/read-date.ts';
import type { Detection, Dialect, DigestDraft, IssueDraft } from '../dialect.ts';
import { addFurniture } from '../around-papers.ts';
import { detectJsonFeed, readJson } from '../json/index.ts';
import { attributeText, textOfElement } from './elements.ts';
import { findFeeds, isContainer, isItem, type Feed } from './find-feeds.ts';
import { reasonOfRefusal } from './refuse.ts';
import { dayOf, toPaper } from './to-paper.ts';

/**
 * Feeds whose items are papers: RSS of any version, Atom, JSON Feed. arXiv's, with what they write into titles and descriptions, those of
 * journals and of other servers of preprints.
 *
 * @see https://info.arxiv.org/help/rss.html
 */
export const feed: Dialect = { name: 'feed', detect, read };

interface FeedsFound extends ScannedXml {
  feeds: Feed[];
}

const found = new WeakMap<DigestText, FeedsFound>();

function look(text: DigestText): FeedsFound {
  const known = found.get(text);
  if (known) return known;
  const scanned = scanXml(text.value, isItem, isContainer);
  const result = { ...scanned, feeds: findFeeds(scanned.values.roots()) };
  found.set(text, result);
  return result;
}

/** What stands before the first element, and its name. */
const start =
  /^\s*(?:<\?[^<>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\b[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?(?<name>[\w.-]+)/i;
/** How far the first element may be from the beginning. */
const beginning = 20_000;
/** A line that begins with what only feeds have. */
const record = /^[ \t]*<(?:\?xml\s|rss[\s>]|(?:[\w.-]+:)?feed\s|rdf:RDF[\s>]|item>|entry>)/m;

function detect(text: DigestText): Detection {
  const { value } = text;
  const jsonFeed = detectJsonFeed(text);
  if (jsonFeed) return jsonFeed;
  const name = start.exec(value.slice(0, beginning))?.groups?.['name']?.toLowerCase();
  const at = record.exec(value)?.index;
  const firstRecord = at === undefined ? {} : { firstRecord: at };
  if (name !== 'rss' && name !== 'feed' && name !== 'rdf') {
    const failedAt = Math.max(value.search(/\S/), 0);
    // XML that is no feed is told by its name, HTML is somebody else's.
    const isXml =
      name !== undefined && name !== 'html' && /^\s*<\?xml\s/.test(value) && value.trimEnd().endsWith('>');
    return {
      score: isXml ? 0.5 : 0,
      reason: 'it does not begin with an element of a feed',
      failedAt,
      ...firstRecord,
    };
  }
  const { feeds, breaks, end } = look(text);
  const count = feeds.reduce((sum, { items }) => sum + items.length, 0);
  const [first, last] = cutEnds(value);
  const [firstBreak] = breaks;
  const failedAt = firstBreak?.at ?? (end < last ? end : undefined);
  return {
    score: feeds.length === 0 ? 0 : (Math.min(end, last) - first) / (last - first),
    reason: `${count} items of a feed`,
    firstRecord: first,
    ...(failedAt !== undefined && { failedAt }),
  };
}

function read(text: DigestText, report: Report): DigestDraft {
  if (detectJsonFeed(text)) return readJson(text, report);
  const { values, breaks, end, feeds } = look(text);
  const [first] = cutEnds(text.value);
  const whole = text.place(...cutEnds(text.value));
  if (values.count > mostValues) {
    report(
      refusedText(
        `XML of more than ${mostValues.toLocaleString('en')} values`,
        'keep the papers in several files',
      ),
      whole,
    );
    return { issues: [] };
  }
  if (feeds.length === 0) {
    const name = [...values.roots()][0]?.name ?? '';
    report(
      refusedText(`XML of the kind “${name}” and no feed`, 'export it as RSS or Atom, or as BibTeX'),
      whole,
    );
    return { issues: [] };
  }
  const tops = new Set(
    feeds.flatMap(({ root, channel, items }) => [root, channel, ...items].map(({ index }) => index)),
  );
  const lost = new Set(breaks.flatMap(({ open }) => open));
  const issues: IssueDraft[] = [];
  for (const one of feeds) {
    const kept = { ...one, items: one.items.filter(({ index }) => !lost.has(index)) };
    const papers = kept.items.map(toPaper);
    const refusal = breaks.length > 0 && papers.length === 0 ? undefined : reasonOfRefusal(kept, papers);
    if (!refusal) issues.push({ ...headOf(one), papers });
    else report(refusal, feeds.length === 1 ? whole : text.place(one.root.extent.start, one.root.extent.end));
  }
  for (const { at, problem, open, to } of breaks) {
    const broken = open.find((index) => isItem(values.name(index)));
    if (broken !== undefined) values.use(broken);
    const from = broken === undefined ? at : values.start(broken);
    report(brokenText('XML', problem, text.place(from, from).start.line), text.place(at, Math.max(at, to)));
  }
  if (issues.every(({ papers }) => papers.length === 0)) return { issues: [] };
  // The version of a feed tells how it is written, and nothing of papers.
  for (const { root } of feeds) attributeText(root, '@version')?.use();
  const unused = values.unused(tops);
  if (unused.length > 0) report(unusedKeys(unused), text.place(first, first + 1));
  addFurniture(issues, text.value, { start: first, end });
  return { issues };
}

const headKeys = {
  title: ['title', 'dc:title'],
  description: ['subtitle', 'description', 'tagline', 'dc:description'],
  date: [
    'pubdate',
    'updated',
    'dc:date',
    'prism:publicationdate',
    'prism:coverdate',
    'published',
    'modified',
    'lastbuilddate',
    'dcterms:modified',
  ],
};

/** Title and day of a feed. */
function headOf({ channel }: Feed): Pick<IssueDraft, 'header' | 'date'> {
  const fields = new RecordFields(
    [...channel.children()].filter(({ name }) => !isItem(name)),
    textOfElement,
  );
  const title = fields.text(headKeys.title);
  const description = fields.text(headKeys.description);
  const date = fields.text(
    headKeys.date,
    (text) => readDate(text)?.length === 10,
    (text, taken) => readDate(text) === readDate(taken),
  );
  return {
    header: {
      ...(title && { title: htmlLine(title).value }),
      ...(description && { description: htmlLine(description).value }),
    },
    ...(date && { date: dayOf(date) }),
  };
}
