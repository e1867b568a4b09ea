import type { Strings } from './en.ts';

/** The strings of the interface in Chinese, in simplified characters. */
export const zh: Strings = {
  // The frame of every page
  skip: '跳至正文',
  digest: '论文精选',
  latest: '最新一期',
  archive: '往期',
  topics: '主题',
  authors: '作者',
  organizations: '机构',
  search: '搜索',
  subscribe: '订阅',
  about: '关于本刊',
  starred: '星标论文',
  allIssues: '全部期次',
  appearance: '外观',
  appearanceSystem: '跟随系统',
  appearanceLight: '浅色',
  appearanceDark: '深色',

  // Issues
  issue: '期次',
  issues: { other: '共{count}期' },
  papers: { other: '{count}篇论文' },
  chosenBy: '由{people}选编',
  readingTime: { other: '阅读约需{count}分钟' },
  contents: '本期目录',
  earlierIssue: '上一期',
  laterIssue: '下一期',
  noIssue: '尚未发布任何一期。',
  orderedAsInDigest: '按刊登顺序',
  orderedByVotes: '按票数',
  order: '排序',
  more: '继续阅读',

  // Papers
  place: '第{position}篇，共{count}篇',
  alsoIn: '亦刊于：',
  votes: { other: '{count}票' },
  submittedBy: '由{person}提交',
  previousPaper: '上一篇',
  nextPaper: '下一篇',
  papersOfIssue: '本期论文',
  code: '代码',
  model: '模型',
  dataset: '数据',
  paper: '论文',
  video: '视频',
  project: '项目',
  related: '相关论文',
  relatedBy: '共同提及：{terms}',
  cite: '引用',
  plainCitation: '纯文本',
  copy: '复制',
  copied: '已复制',
  source: '来源',
  sourceLines: '{file}，第{first}至{last}行',
  asItStood: '原始文本',
  asItStoodNote: '此处标出的部分已在上文中修正。',
  noAbstract: '本刊未收录该论文的摘要。',

  // Archive
  undated: '无日期',
  week: '{year}年第{week}周',
  weeks: '周',
  months: '月',
  years: '年',
  earlierPeriod: '较早',
  laterPeriod: '较晚',
  periods: '时间',

  // Topics and people
  topicsNamed: '选定的主题',
  topicsFound: '从文中提取的主题',
  topicsNote: '从文中提取的主题，是若干论文比其他论文使用得更多的术语。',
  nobody: '本刊未列出任何姓名或机构。',
  noTopic: '尚无主题。',

  // Search
  searchLabel: '标题或摘要中的词语',
  searchMore: '显示更多',
  searchWithoutScript: '搜索需要JavaScript。没有JavaScript时，仍可在“往期”中查看全部期次。',
  searching: '正在搜索……',
  searchNothing: '没有论文包含这些词语。',
  searchBroken: '搜索在此无法使用：{reason}',

  // Subscribe
  subscribeByMail: '通过邮件',
  subscribeByFeed: '通过订阅源',
  mailAddress: '您的邮箱地址',
  feedsNote:
    '订阅源阅读器会在新论文刊出时显示它们，无需账号，也不会有人知道您在订阅。请将以下任一地址复制到阅读器中。',
  feedsOfTopics: '每个主题和每位作者也有各自的订阅源，列于相应页面。',
  sendByMail: '把最新一期发给他人',
  forPrograms: '供程序使用',
  forProgramsNote: '全部内容的书目和数据；每一期和每个主题也各有一份。',
  mailEdition: '本期的邮件版',

  // About
  aboutCounts: '读取的内容',
  aboutDialect: '格式',
  aboutMessages: '提示信息',
  aboutNoMessages: '所有内容均可按原样读取。',
  aboutMessagesNote: '有误或略去的内容及其位置。',
  aboutFile: '文件',
  papersHead: '论文',
  aboutMade: '由{name}根据本刊文本生成；阅读时不会从别处加载任何内容。',
  statistics: '{issues}，{papers}',

  // Not found
  notFound: '页面不存在',
  notFoundNote: '地址可能有误，或者论文已移至别处。',
  notFoundSearch: '搜索一下',
  searchNeedsScript: '搜索需要JavaScript。',

  // Marks that the reader's browser keeps
  new: '新',
  star: '星标',
  unstar: '取消星标',
  read: '已读',
  starredNone: '尚无星标论文：点按标题旁的星形即可添加。',
  starredNote: '星标和阅读记录仅保存在此浏览器中。',
  starredWithoutScript: '星标需要JavaScript。本刊的其他内容没有JavaScript也能使用。',
  exportMarks: '保存为文件',
  importMarks: '从文件添加',
  importFailed: '此文件中没有标记：请选择在这里保存的文件。',
  clearMarks: '清除所有标记',
  clearMarksSure: '要清除所有星标和阅读记录吗？',
  imported: '已添加的星标：{count}',

  // Keys
  keys: '快捷键',
  keysNext: '下一篇论文',
  keysPrevious: '上一篇论文',
  keysSearch: '搜索',
  keysStar: '为论文加星标',
  keysHelp: '本列表',
  keysUse: '使用这些快捷键',
  close: '关闭',

  // Mail edition
  mailSubject: '{title}：{issue}',
  mailPreheader: '{papers}，首篇为《{first}》',
  mailMorePapers: { other: '还有{count}篇论文' },
  mailRest: '在网站上阅读其余内容',
  mailReadOnSite: '在网站上阅读',
};
