import type { Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import { dateOfFileName } from './dates.ts';
import { decode } from './decode.ts';
import type { Dialect } from './dialects/dialect.ts';
import { dialects as allDialects } from './dialects/index.ts';
import { readFrontMatter, type FrontMatterResult } from './front-matter.ts';
import { resolveInline, type InlineOptions } from './inline/options.ts';
import { toLines } from './lines.ts';
import { invalidFrontMatterValue, noPapers, type Finding, type Report } from './messages.ts';
import { readText, type IssueFound } from './read-text.ts';
import { toDigestText, toFileText, type DigestText } from './text/digest-text.ts';
import { locate } from './text/located-text.ts';
import { dateOfIssue } from './tree/issue-date.ts';
import { byPlace, offsetOf, toIssue, type IssueContent } from './tree/to-issue.ts';
import type { DigestData, DigestIssue } from './types.ts';

/** Options of {@link fromDigest}. */
export interface FromDigestOptions {
  /** Name of the dialect; told from the text where it is not given. */
  dialect?: string | undefined;
  /** The dialects to choose from, yours beside ours: `[mine, ...dialects]`; all of ours by default. */
  dialects?: readonly Dialect[] | undefined;
  /** Year of a date that has none. The file name's year and the front matter's win over it. */
  year?: number | undefined;
  /**
   * What is mended inside titles and abstracts: all of it by default, nothing with `false`, or some with an object such as
   * `{ maths: false }`.
   */
  inline?: boolean | Partial<InlineOptions> | undefined;
  /** Path of the digest's file, for its date and for messages; that of the `VFile` where one is given. */
  path?: string | undefined;
}

/**
 * Reads the text of a digest into a syntax tree.
 *
 * The root holds the front matter (`yaml`), the header (`digestHeader`), the papers (`digestEntry`) and what is understood and says
 * nothing (`digestAside`), each with its position; `data.digest` of the root is what the digest says of itself. Where a text holds
 * several issues, each is a `digestIssue` with its own header, papers and `data.digest`; `splitIssues` makes a root of each.
 *
 * Every line that is not blank is inside one of these nodes, or named by a message. Problems become messages, in `data.digest.messages`
 * and on the `VFile` where one is given; they never stop the reading. A text that no dialect knows gives no papers and one error.
 *
 * @param value text, the bytes of a file (UTF-8, UTF-16 with or without a byte order mark), or a `VFile` of either
 * @throws TypeError when `options.dialect` names no dialect
 */
export function fromDigest(value: string | Uint8Array | VFile, options: FromDigestOptions = {}): Root {
  const file = value instanceof VFile ? value : new VFile({ value });
  const path = options.path ?? file.path;
  if (file.path === undefined && path !== undefined) file.path = path;
  const findings: { finding: Finding; place: Point | Position }[] = [];
  const report: Report = (finding, place) => findings.push({ finding, place });

  const decoded = decode(file.value ?? '', report);
  const text = decoded ?? '';
  const placed = toFileText(text);
  const frontMatter = frontMatterOf(text, report);
  const rest = toDigestText(locate(text, frontMatter.end, text.length), placed);
  const dialects = options.dialects ?? allDialects;
  const named = nameOfDialect(dialects, frontMatter.result, options, report);
  const found = readText(rest, { dialects, named }, report);
  if (decoded === undefined) found.failed = true;
  if (!found.failed && found.issues.every(({ draft }) => draft.papers.length === 0)) {
    report(noPapers(), placed.place(text.length, text.length).start);
  }
  const context = { path, options, frontMatter: frontMatter.result };
  // Of a text without papers its front matter and its path still tell something; what is wrong with it is told already.
  const issues =
    found.issues.length > 0
      ? found.issues.map((issue) => makeIssue(issue, found.issues.length > 1, context, report))
      : [makeIssue(noIssue(rest), false, context, found.failed ? () => {} : report)];
  const [first] = issues as [MadeIssue];
  const content: RootContent[] =
    issues.length === 1
      ? first.children
      : issues.filter(({ children }) => children.length > 0).map(toIssueNode);
  const digest: DigestData = {
    ...(issues.length === 1
      ? first.digest
      : {
          ...pick(frontMatter.result.fields, ['title', 'description', 'curator', 'community']),
          ...dialectOf(issues),
        }),
    messages: findings
      .sort((a, b) => offsetOf(a.place) - offsetOf(b.place))
      .map(({ finding: { reason, ruleId }, place }) =>
        file.message(reason, { place, ruleId, source: 'remark-digest' }),
      ),
  };
  const children = [...content, ...found.asides].sort(byPlace);
  return {
    type: 'root',
    children: frontMatter.result.node ? [frontMatter.result.node, ...children] : children,
    data: { digest },
    position: placed.place(0, text.length),
  };
}

/** The front matter of a text, and the index at which the rest begins. */
function frontMatterOf(text: string, report: Report): { result: FrontMatterResult; end: number } {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  // Most digests have none, and then their lines need not be told apart here.
  if (!/^\s*---/.test(text.slice(0, 100))) {
    return { result: { fields: {}, places: {}, rest: [] }, end: mark };
  }
  const result = readFrontMatter(text, toLines(text), report);
  return { result, end: result.rest[0]?.start ?? text.length };
}

function nameOfDialect(
  dialects: readonly Dialect[],
  { fields, places }: FrontMatterResult,
  { dialect }: FromDigestOptions,
  report: Report,
): string | undefined {
  const names = dialects.map(({ name }) => name);
  if (dialect !== undefined && !names.includes(dialect)) {
    throw new TypeError(`There is no dialect ${JSON.stringify(dialect)}: use one of ${names.join(', ')}.`);
  }
  if (fields.dialect === undefined) return dialect;
  if (names.includes(fields.dialect)) return fields.dialect;
  report(invalidFrontMatterValue('dialect', `one of ${names.join(', ')}`), places.dialect as Position);
  return dialect;
}

/** What a text without any issue is taken for. */
function noIssue(source: DigestText): IssueFound {
  return { draft: { papers: [] }, source, dialect: undefined, header: {} };
}

interface IssueContext {
  path: string | undefined;
  options: FromDigestOptions;
  frontMatter: FrontMatterResult;
}

interface MadeIssue {
  children: IssueContent[];
  digest: DigestData;
}

function makeIssue(
  { draft, source, dialect, header, date }: IssueFound,
  oneOfSeveral: boolean,
  { path, options, frontMatter }: IssueContext,
  report: Report,
): MadeIssue {
  const whole = oneOfSeveral ? undefined : frontMatter;
  const dates = dateOfIssue(
    {
      named: path === undefined || oneOfSeveral ? {} : dateOfFileName(path),
      frontMatter: whole ?? { fields: pick(frontMatter.fields, ['year']), places: {} },
      yearOption: options.year ?? (path === undefined ? undefined : dateOfFileName(path).year),
      told: date,
      start: startOfIssue(source),
    },
    report,
  );
  const inline = resolveInline(options.inline);
  const made = toIssue(draft, source, { inline, issueDate: dates.date }, report);
  const { fields } = frontMatter;
  return {
    children: made.children,
    digest: {
      ...(dialect === undefined ? {} : { dialect }),
      ...header,
      ...made.header,
      ...pick(
        fields,
        oneOfSeveral ? ['curator', 'community'] : ['title', 'description', 'curator', 'community'],
      ),
      ...dates,
      messages: [],
    },
  };
}

/** The first line of a text that is not blank. */
function startOfIssue(source: IssueFound['source']): Position {
  const start = source.value.search(/\S/);
  if (start < 0) return source.place(0, 0);
  const end = /[\r\n]|$/.exec(source.value.slice(start))?.index ?? 0;
  return source.place(start, start + end);
}

function toIssueNode({ children, digest }: MadeIssue): DigestIssue {
  const places = children.map(({ position }) => position as Position);
  const last = places.reduce(
    (a, b) => ((b.end.offset ?? 0) > (a.end.offset ?? 0) ? b : a),
    places[0] as Position,
  );
  return {
    type: 'digestIssue',
    children,
    data: { hName: 'section', digest },
    position: { start: (places[0] as Position).start, end: last.end },
  };
}

function dialectOf(issues: readonly MadeIssue[]): Pick<DigestData, 'dialect'> {
  const names = [...new Set(issues.map(({ digest }) => digest.dialect))];
  return names.length === 1 && names[0] !== undefined ? { dialect: names[0] } : {};
}

/** The properties of an object that are named and set. */
function pick<Value extends object, Key extends keyof Value>(
  value: Value,
  keys: readonly Key[],
): Pick<Value, Key> {
  return Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as Pick<Value, Key>;
}
