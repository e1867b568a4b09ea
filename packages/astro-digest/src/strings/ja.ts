import type { Strings } from './en.ts';

/** The strings of the interface in Japanese. */
export const ja: Strings = {
  // The frame of every page
  skip: '本文へ移動',
  digest: 'ダイジェスト',
  latest: '最新号',
  archive: 'バックナンバー',
  topics: 'トピック',
  authors: '著者',
  organizations: '組織',
  search: '検索',
  subscribe: '購読',
  about: 'このダイジェストについて',
  starred: 'スターを付けた論文',
  allIssues: 'すべての号',
  appearance: '外観',
  appearanceSystem: 'システムに合わせる',
  appearanceLight: 'ライト',
  appearanceDark: 'ダーク',

  // Issues
  issue: '号',
  issues: { other: '全{count}号' },
  papers: { other: '論文{count}件' },
  chosenBy: '選定：{people}',
  readingTime: { other: '読了目安{count}分' },
  contents: 'この号の目次',
  earlierIssue: '前の号',
  laterIssue: '次の号',
  noIssue: 'まだ発行された号はありません。',
  orderedAsInDigest: '掲載順',
  orderedByVotes: '得票順',
  order: '並び順',
  more: '続きを読む',

  // Papers
  place: '{count}件中{position}件目の論文',
  alsoIn: 'ほかの掲載号：',
  votes: { other: '{count}票' },
  submittedBy: '投稿：{person}',
  previousPaper: '前の論文',
  nextPaper: '次の論文',
  papersOfIssue: 'この号の論文',
  code: 'コード',
  model: 'モデル',
  dataset: 'データ',
  paper: '論文',
  video: '動画',
  project: 'プロジェクト',
  related: '関連論文',
  relatedBy: '共通する語：{terms}',
  cite: '引用',
  plainCitation: 'テキスト',
  copy: 'コピー',
  copied: 'コピーしました',
  source: '出典',
  sourceLines: '{file}、{first}行目から{last}行目まで',
  asItStood: '元のテキスト',
  asItStoodNote: '印を付けた箇所は、上の本文では修正してあります。',
  aboutPaper: '引用・関連論文・出典',
  noAbstract: 'このダイジェストには、この論文の要旨がありません。',

  // Archive
  undated: '日付なし',
  week: '{year}年第{week}週',
  weeks: '週',
  months: '月',
  years: '年',
  earlierPeriod: '前の期間',
  laterPeriod: '次の期間',
  periods: '期間',

  // Topics and people
  topicsNamed: '選定したトピック',
  topicsFound: '本文から抽出したトピック',
  topicsNote: '本文から抽出したトピックとは、複数の論文がほかの論文よりも多く使っている用語です。',
  nobody: 'このダイジェストには名前が記載されていません。',
  noTopic: 'トピックはまだありません。',

  // Search
  searchLabel: '題名または要旨に含まれる語',
  searchMore: 'さらに表示',
  searchWithoutScript:
    '検索にはJavaScriptが必要です。バックナンバーの一覧は、JavaScriptなしでご覧いただけます。',
  searching: '検索中…',
  searchNothing: 'これらの語を含む論文はありません。',
  searchBroken: 'ここでは検索を利用できません：{reason}',

  // Subscribe
  subscribeByMail: 'メールで読む',
  subscribeByFeed: 'フィードで読む',
  mailAddress: 'メールアドレス',
  feedsNote:
    'フィードリーダーを使うと、新しい論文が掲載されるたびに表示されます。アカウントは不要で、購読していることは誰にも知られません。次のアドレスのいずれかをコピーして登録してください。',
  feedsOfTopics: 'トピックと著者にもそれぞれフィードがあり、各ページに記載しています。',
  sendByMail: '最新号をほかの人に送る',
  forPrograms: 'プログラム向け',
  forProgramsNote: 'ダイジェスト全体の文献目録とデータです。各号と各トピックにも同じものがあります。',
  mailEdition: 'この号のメール版',

  // About
  aboutCounts: '読み込んだ内容',
  aboutDialect: '書式',
  aboutMessages: 'メッセージ',
  aboutNoMessages: 'すべてそのまま読み込めました。',
  aboutMessagesNote: '誤りのあった箇所や省いた箇所と、その場所です。',
  aboutFile: 'ファイル',
  papersHead: '論文',
  aboutMade:
    'ダイジェストのテキストから{name}で作成しました。閲覧中に、よそから何かを読み込むことはありません。',
  statistics: '{issues}、{papers}',

  // Not found
  notFound: 'ページが見つかりません',
  notFoundNote: 'アドレスが間違っているか、論文が移動した可能性があります。',
  notFoundSearch: '検索する',
  searchNeedsScript: '検索にはJavaScriptが必要です。',

  // Marks that the reader's browser keeps
  new: '新着',
  star: 'スター',
  unstar: 'スターを外す',
  read: '既読',
  starredNone: 'スターを付けた論文はまだありません。題名の横の星で付けられます。',
  starredNote: 'スターと既読の印は、このブラウザーにだけ保存されます。',
  starredWithoutScript: 'スターにはJavaScriptが必要です。それ以外の機能は、JavaScriptなしで利用できます。',
  exportMarks: 'ファイルに保存',
  importMarks: 'ファイルから追加',
  importFailed: 'このファイルには印がありません。ここで保存したファイルを選んでください。',
  clearMarks: 'すべての印を消去',
  clearMarksSure: 'すべてのスターと既読の印を消去しますか？',
  imported: '追加したスター：{count}件',

  // Keys
  keys: 'キー操作',
  keysNext: '次の論文',
  keysPrevious: '前の論文',
  keysSearch: '検索',
  keysStar: '論文にスターを付ける',
  keysHelp: 'この一覧',
  keysUse: 'キー操作を使う',
  close: '閉じる',

  // Mail edition
  mailSubject: '{title}：{issue}',
  mailPreheader: '{papers}、最初は「{first}」',
  mailMorePapers: { other: 'ほか論文{count}件' },
  mailRest: '続きをサイトで読む',
  mailReadOnSite: 'サイトで読む',
};
