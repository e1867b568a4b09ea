import { proseOf } from '../text-form.ts';
import { factKeyOf, plainKey } from '../../facts/fact-keys.ts';

const paperHost = new RegExp(
  String.raw`https?://(?:[\w-]+\.)*(?:arxiv\.org/(?:abs|pdf|html|format)|alphaxiv\.org/|doi\.org/10|openreview\.net/|aclanthology\.org/|biorxiv\.org/content|medrxiv\.org/content|huggingface\.co/papers/|hf\.co/papers/|semanticscholar\.org/|pubmed\.ncbi|ncbi\.nlm\.nih\.gov/pmc|ieeexplore\.ieee\.org/|dl\.acm\.org/doi|link\.springer\.com/|nature\.com/articles|sciencedirect\.com/science/article|science\.org/doi|pnas\.org/doi|openaccess\.thecvf\.com/|proceedings\.mlr\.press|proceedings\.neurips\.cc|papers\.nips\.cc|papers\.ssrn\.com|eprint\.iacr\.org/\d|usenix\.org/conference|ojs\.aaai\.org|aaai\.org/|jmlr\.org/|papers\.cool/|osf\.io/preprints|chemrxiv\.org/|cell\.com/|academic\.oup\.com/|onlinelibrary\.wiley\.com/|tandfonline\.com/doi|mdpi\.com/\d|frontiersin\.org/|journals\.plos\.org/|isca-archive\.org/|ijcai\.org/|ecva\.net/|drive\.google\.com/file)|https?://[^\s)>"]{1,300}\.pdf\b`,
  'i',
);
// The same, hidden in an address that leads there.
const hiddenHost =
  /aHR0cHM6Ly9(?:hcnhpdi|kb2kub3Jn)|(?::|%3A|%253A)(?:%2F%2F|%252F%252F)(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|openreview\.net|biorxiv\.org)/i;
const identifier = /\barXiv:\s?\d{4}\.\d{4,5}|\b10\.\d{4,9}\/[^\s)]/i;
const labelled = /(?<!!)\[{1,3}(?<label>[^\][]{1,30})\]{1,3}\(<?https?:\/\//g;

/** Whether a text has what only a paper has: its address, its identifier, or a link that is called so. */
export function isAboutPaper(text: string): boolean {
  if (paperHost.test(text) || identifier.test(text) || hiddenHost.test(text)) return true;
  for (const { groups } of text.matchAll(labelled)) if (isPaperLabel(groups?.['label'] ?? '')) return true;
  return false;
}

/** Whether the text of a link says that it leads to a paper, and not what the paper is called. */
function isPaperLabel(label: string): boolean {
  return /^\P{L}*(?:(?:read|view|full|the)\s)*(?:paper|papers|pdf|arxiv|abs|论文|论文链接|論文|논문|原文)\P{L}*$/iu.test(
    label,
  );
}

/** What links of papers are called, besides the words that stand before facts. */
const labels =
  /^(?:(?:view |read |full |the |original |official )?(?:paper|papers|pdf|abs|abstract|article|arxiv|link|links|url|website|web|site|homepage|project(?: page| website)?|page|code|codes|github|repo|repository|implementation|data|dataset|datasets|model|models|weights|checkpoints?|demo|video|youtube|slides|poster|blog|blog ?post|tweet|twitter|x|thread|hugging ?face|hf|openreview|doi|bibtex|cite|citation|supp|supplementary|appendix|html|notes?|summary|review|colab|notebook|documentation|docs|acl|neurips|iclr|icml|cvpr|ieee|acm|springer|sciencedirect|nature|reddit|linkedin|news|announcement|more|here|read more|source|sources|stars?|back|back to top|top|official|tensorflow|pytorch|jax|kimi|papers cool|alphaxiv|semantic scholar|google scholar|preprint|publisher|media|press|talk|podcast|audio|interview|report|technical report|paper list|(?:github )?(?:repo )?stars?|(?:阅读|查看|下载|打开)?(?:论文|原文|全文|代码|项目|链接|主页|详情|更多)(?:链接|地址|主页|页面)?|阅读|查看|下载))$/i;

/** Whether the text of a link says what it leads to, and is no title. */
export function isLabel(text: string): boolean {
  const plain = plainKey(text).replace(/ \d+$/, '');
  return (
    plain === '' ||
    labels.test(plain) ||
    factKeyOf(text) !== undefined ||
    /^(?:arxiv )?\d{4} \d{4,5}(?: ?v\d)?$|^https? /.test(plain)
  );
}

/** Names of the parts that the text about one paper has. */
const parts =
  /^(?:background|introduction|motivation|problem|method|methods|methodology|approach|results?|findings|key (?:findings?|points?|insights?|contributions?|takeaways?|ideas?)|highlights|contributions?|conclusions?|takeaways?|discussion|limitations?|analysis|evaluation|experiments?|why it matters|relevance|details|tl ?dr|what|why|how|summary.*|abstract.*|摘要.*|核心.*|背景|动机|研究背景.*|方法|方法详解|结果|实验.*|结论|要点|亮点|评价|一句话.*|\d 点简述|主要.*|关键.*|贡献|局限.*|概要|要約|手法|結果|議論|どんなもの.*|先行研究.*|技術.*|有効.*|次に.*)$/i;

/** Whether a heading names a part of what is said of one paper. */
export function isPartName(text: string): boolean {
  const plain = plainKey(text);
  const key = factKeyOf(text);
  return parts.test(plain) || (key !== undefined && key.role !== 'title');
}

/** Names of the parts of a file that hold no papers, or hold all of them. */
const sections =
  /^(?:table of )?contents?$|^(?:toc|index|目录|目次|papers?|paper list|list of papers|all papers|the papers|articles?|论文|论文列表|最新论文.*|论文精选|論文一覧|top papers|today ?s papers|daily papers|latest papers|recent papers|new papers|updates?|news|full archive|archive)$/i;

/** Whether a heading only says that papers follow, and so is no topic. */
export function isGenericSection(text: string): boolean {
  return sections.test(plainKey(text));
}

/** The known word before a colon at the start of a line of Markdown, as it stands. */
export function keyAtStart(line: string): string | undefined {
  const found =
    /^(?:[-*+•>]\s+|\d{1,4}[.)]\s+|#{1,6}\s+)*(?:\p{Extended_Pictographic}\uFE0F?\s?)*(?:\*\*|__|\*|_|`)?(?:\p{Extended_Pictographic}\uFE0F?\s?)*(?<key>[\p{L}][\p{L}\p{N}\p{M}/()’'. _&-]{0,38}?)\s?(?:\*\*|__|\*|_|`)?\s?[:：](?!\/\/)/u.exec(
      line.slice(0, 80),
    )?.groups?.['key'];
  return found !== undefined && factKeyOf(found) ? found : undefined;
}

/** Whether a line calls itself an advertisement. */
export function isSponsored(text: string): boolean {
  return /\((?:sponsor(?:ed)?|advertisement|promoted)\)|^.{0,20}\b(?:sponsored by|a message from our sponsor)\b|^\W*(?:our )?(?:sponsors?|sponsored|advertisement|广告|赞助)\b/iu.test(
    text,
  );
}

/** What Google Scholar writes: a mark before a title, or a line `M Tern - Journal of Owls, 2025` below it. */
const ofGoogleScholar =
  /^\[(?:PDF|HTML|BOOK|CITATION)\]\s|^\p{Lu}{1,3}\s(?:\p{Ll}{1,4}\s)?\p{Lu}[^\n]{1,200}\s-\s[^\n]{0,200}\b(?:19|20)\d{2}\b/mu;

/** Whether a text has what the records of other dialects have: BibTeX, RIS, EndNote, JSON, arXiv's mails, XML, mails, alerts, `Title: …`. */
export function isOfOtherDialect(text: string): boolean {
  return (
    ofGoogleScholar.test(text) ||
    /^(?:@\w+\s*[{(]|[A-Z][A-Z0-9]\s{1,2}-\s|[{[]\s*["{[\n]|\\\\|PMID- |%0\s\p{Lu}|(?:PT|FN)\s\p{Lu}|<\?xml|<(?:rss|feed|entry|item)\b|(?:From|Subject|Message-ID|arXiv):\s?\S)/mu.test(
      text,
    ) ||
    /\bDaily\s{1,4}Weekly\s{1,4}Monthly\b|\bAK\]?\S{0,60} and the research community|^\d{1,4} authors?$/m.test(
      text,
    ) ||
    titleKey.test(text)
  );
}

/** The key of a record's title, in the languages in which it can be nothing else. */
const titleKey =
  /^(?:#{1,6}\s)?(?:\*\*|__)?(?:title|标题|题目|標題|題目|タイトル|題名|제목|titel|titre|título|titulo|titolo|название|заголовок)(?:\*\*|__)?\s?[:：]/imu;

/** Whether a fence has somebody's text in it, and no program: no language is named, and some of it reads like sentences. */
export function isFencedText(text: string): boolean {
  return !/^[`~]{3,}[ \t]*(?!te?xt|md|markdown|plain)[a-z+#]/i.test(text) && proseOf(text) !== 'none';
}

/** A title in the brackets that Chinese has around titles, at the beginning. */
export const startsQuoted = /^[^\p{L}\p{N}《]{0,20}《/u;
