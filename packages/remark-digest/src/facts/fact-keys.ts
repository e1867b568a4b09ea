import type { LinkKind } from '../types.ts';
import type { FactName } from './table.ts';

/** What a word before a colon, or above a column, says of the text behind it. */
export interface FactKey {
  /** What the text is; `none` where it tells nothing of the paper, such as a number in a list. */
  role: 'title' | 'abstract' | 'links' | 'none' | FactName;
  /** What an address behind it leads to, where the word tells that. */
  kind?: LinkKind;
}

const words: readonly [FactKey, string][] = [
  [
    { role: 'title' },
    'title|paper title|paper|papers|paper name|article|name|标题|题目|论文标题|论文题目|论文名称|论文名|论文|英文标题|標題|題目|論文標題|論文|タイトル|論文タイトル|題名|제목|논문|논문 제목|titre|article|titel|paper titel|título|titulo|titolo|название|заголовок|статья',
  ],
  [
    { role: 'abstract' },
    'abstract|summary|tldr|tl dr|overview|description|blurb|abstract summary|short summary|paper summary|main idea|contribution|contributions|摘要|论文摘要|英文摘要|中文摘要|原文摘要|摘要 原文|abstract en|简介|概述|总结|摘要摘录|内容摘要|一句话要点|一句话总结|一句话概括|一句话摘要|一句话简介|概要|要約|要旨|アブストラクト|초록|요약|résumé|resume|zusammenfassung|kurzfassung|resumen|resumo|sommario|riassunto|аннотация|резюме',
  ],
  [
    { role: 'authors' },
    'author|authors|by|written by|paper authors|作者|论文作者|作者列表|著者|作者名|저자|auteur|auteurs|autor|autoren|autores|autore|autori|автор|авторы',
  ],
  [
    { role: 'organizations' },
    'institution|institutions|organization|organizations|organisation|organisations|affiliation|affiliations|institute|institutes|机构|单位|作者单位|研究机构|发表机构|所属|所属機関|소속|기관|institutions|organisationen|instituciones|организация',
  ],
  [
    { role: 'date' },
    'date|published|publish date|published date|publication date|published on|published at|publish time|release date|released|submitted|submission date|submitted on|submitted date|posted|announced|year|日期|发布日期|发表日期|发布时间|发表时间|提交日期|提交时间|时间|年份|日付|公開日|発表日|投稿日|날짜|발행일|게시일|date de publication|datum|veröffentlicht|erschienen|fecha|fecha de publicación|data|data de publicação|дата|дата публикации',
  ],
  [
    { role: 'updated' },
    'updated|last updated|update|update date|updated on|updated date|last revised|revised|更新|更新日期|更新时间|更新日|업데이트|mis à jour|aktualisiert|actualizado',
  ],
  [
    { role: 'arxivId' },
    'arxiv id|arxivid|arxiv identifier|arxiv number|arxiv 编号|arxiv编号|arxiv号|paper id',
  ],
  [{ role: 'doi' }, 'doi'],
  [
    { role: 'venue' },
    'venue|journal|conference|publication|published in|publication venue|journal ref|journal reference|accepted at|accepted by|proceedings|book|会议|期刊|发表于|发表会议|会议 期刊|期刊 会议|来源期刊|発表先|会議|学会|학회|저널|revue|conférence|zeitschrift|konferenz|revista|conferencia|журнал|конференция',
  ],
  [
    { role: 'categories' },
    'category|categories|subject|subjects|primary category|primary|arxiv category|arxiv categories|field|fields|area|areas|topic|topics|分类|类别|主分类|学科分类|学科|领域|研究领域|主题|カテゴリ|カテゴリー|分野|카테고리|분야|catégorie|catégories|kategorie|kategorien|categoría|categorías|категория|категории',
  ],
  [
    { role: 'keywords' },
    'keyword|keywords|key words|tag|tags|关键词|关键字|标签|キーワード|タグ|키워드|태그|mots clés|mots-clés|schlagworte|schlüsselwörter|stichworte|palabras clave|palavras-chave|ключевые слова|теги',
  ],
  [{ role: 'language' }, 'language|语言'],
  [
    { role: 'comment' },
    'comment|comments|note|notes|author comment|author comments|arxiv comment|备注|评论|注释|コメント|코멘트|commentaire|commentaires|kommentar|kommentare|anmerkung|comentario|comentarios|комментарий',
  ],
  [{ role: 'upvotes' }, 'votes|upvotes|upvote|likes|点赞|点赞数|票数'],
  [{ role: 'stars' }, 'stars|github stars|star'],
  [{ role: 'submittedBy' }, 'submitted by|submitter|提交者'],
  [
    { role: 'links' },
    'link|links|url|urls|address|source|source link|source url|read|read more|read more on|more|read on|web|website|resources|references|reference|链接|原文链接|链接地址|地址|来源|网址|リンク|링크|lien|liens|quelle|adresse|enlace|enlaces|link|ссылка|ссылки',
  ],
  [
    { role: 'links', kind: 'paper' },
    'pdf|pdf link|pdf url|pdf links|paper link|paper url|paper links|paper pdf|arxiv|arxiv link|arxiv url|abs|abs link|abstract link|abstract url|html|full text|fulltext|openreview|hugging face|huggingface|alphaxiv|论文链接|论文地址|原文|pdf链接|pdf 链接|arxiv链接|arxiv 链接|論文リンク|논문 링크',
  ],
  [
    { role: 'links', kind: 'code' },
    'code|codes|code link|code url|github|github link|github url|repo|repository|implementation|source code|official code|代码|代码链接|代码地址|开源代码|源码|项目代码|コード|코드|quellcode|código|код',
  ],
  [
    { role: 'links', kind: 'dataset' },
    'data|dataset|datasets|data link|数据|数据集|データ|データセット|데이터셋',
  ],
  [{ role: 'links', kind: 'model' }, 'model|models|weights|checkpoint|checkpoints|模型|权重|モデル|모델'],
  [{ role: 'links', kind: 'video' }, 'video|videos|youtube|talk|视频|動画|영상|видео'],
  [
    { role: 'links', kind: 'project' },
    'project|project page|project link|homepage|home page|page|project website|demo|blog|blog post|tweet|slides|poster|项目|项目主页|主页|项目页面|项目地址|演示|博客|プロジェクト|プロジェクトページ|프로젝트|projekt|projektseite|proyecto',
  ],
  [
    { role: 'none' },
    '#|no|nr|number|rank|index|id|序号|编号|排名|番号|번호|score|relevance|relevance score|评分|分数|相关度|得分',
  ],
];

const keys: ReadonlyMap<string, FactKey> = new Map(
  words.flatMap(([key, list]) => list.split('|').map((word): [string, FactKey] => [word, key])).toReversed(),
);

/** A word as it is looked up: small letters, without marks, pictures and emphasis. */
export function plainKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/[^\p{L}\p{N}\p{M}#]+/gu, ' ')
    .trim();
}

/** What a word before a colon, or above a column, says; nothing where it is not known. */
export function factKeyOf(text: string): FactKey | undefined {
  return text.length > 40 ? undefined : keys.get(plainKey(text));
}
