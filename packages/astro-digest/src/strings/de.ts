import type { Strings } from './en.ts';

/** The strings of the interface in German. */
export const de: Strings = {
  // The frame of every page
  skip: 'Zum Inhalt springen',
  digest: 'Auswahl',
  latest: 'Aktuelle Ausgabe',
  archive: 'Archiv',
  topics: 'Themen',
  authors: 'Autoren',
  organizations: 'Organisationen',
  search: 'Suche',
  subscribe: 'Abonnieren',
  about: 'Über diese Auswahl',
  starred: 'Arbeiten mit Stern',
  allIssues: 'Alle Ausgaben',
  appearance: 'Darstellung',
  appearanceSystem: 'Wie das System',
  appearanceLight: 'Hell',
  appearanceDark: 'Dunkel',

  // Issues
  issue: 'Ausgabe',
  issues: { one: '{count} Ausgabe', other: '{count} Ausgaben' },
  papers: { one: '{count} Arbeit', other: '{count} Arbeiten' },
  chosenBy: 'ausgewählt von {people}',
  readingTime: { one: '{count} Minute Lesezeit', other: '{count} Minuten Lesezeit' },
  contents: 'In dieser Ausgabe',
  earlierIssue: 'Früher',
  laterIssue: 'Später',
  noIssue: 'Es gibt noch keine Ausgabe.',
  orderedAsInDigest: 'in der Reihenfolge der Auswahl',
  orderedByVotes: 'nach Stimmen',
  order: 'Reihenfolge',
  more: 'Weiterlesen',

  // Papers
  place: 'Arbeit {position} von {count}',
  alsoIn: 'Auch in:',
  votes: { one: '{count} Stimme', other: '{count} Stimmen' },
  submittedBy: 'eingereicht von {person}',
  previousPaper: 'Vorige',
  nextPaper: 'Nächste',
  papersOfIssue: 'Arbeiten dieser Ausgabe',
  code: 'Code',
  model: 'Modell',
  dataset: 'Daten',
  paper: 'Arbeit',
  video: 'Video',
  project: 'Projekt',
  related: 'Verwandte Arbeiten',
  relatedBy: 'gemeinsam: {terms}',
  cite: 'Zitieren',
  plainCitation: 'Nur Text',
  copy: 'Kopieren',
  copied: 'Kopiert',
  source: 'Quelle',
  sourceLines: '{file}, Zeilen {first} bis {last}',
  asItStood: 'Der ursprüngliche Wortlaut',
  asItStoodNote: 'Was hier markiert ist, wurde oben im Text berichtigt.',
  aboutPaper: 'Zitat, verwandte Arbeiten, Quelle',
  noAbstract: 'Zu dieser Arbeit enthält die Auswahl keine Zusammenfassung.',

  // Archive
  undated: 'Ohne Datum',
  week: '{week}. Woche {year}',
  weeks: 'Wochen',
  months: 'Monate',
  years: 'Jahre',
  earlierPeriod: 'Früher',
  laterPeriod: 'Später',
  periods: 'Zeitraum',

  // Topics and people
  topicsNamed: 'Ausgewählt',
  topicsFound: 'In den Texten gefunden',
  topicsNote:
    'Ein in den Texten gefundenes Thema ist ein Begriff, den mehrere Arbeiten häufiger verwenden als die übrigen.',
  nobody: 'Die Auswahl nennt niemanden.',
  noTopic: 'Es gibt noch keine Themen.',

  // Search
  searchLabel: 'Wörter aus Titel oder Zusammenfassung',
  searchMore: 'Mehr anzeigen',
  searchWithoutScript: 'Die Suche braucht JavaScript. Das Archiv führt auch ohne alle Ausgaben auf.',
  searching: 'Suche läuft …',
  searchNothing: 'Keine Arbeit enthält diese Wörter.',
  searchBroken: 'Die Suche funktioniert hier nicht: {reason}',

  // Subscribe
  subscribeByMail: 'Per E-Mail',
  subscribeByFeed: 'Per Feed',
  mailAddress: 'Ihre E-Mail-Adresse',
  feedsNote:
    'Ein Feedreader zeigt neue Arbeiten an, sobald sie erscheinen – ohne Konto und ohne dass jemand davon erfährt. Kopieren Sie eine dieser Adressen hinein.',
  feedsOfTopics: 'Auch zu jedem Thema und zu jedem Autor gibt es Feeds; sie stehen auf der jeweiligen Seite.',
  sendByMail: 'Die aktuelle Ausgabe jemandem schicken',
  forPrograms: 'Für Programme',
  forProgramsNote:
    'Die gesamte Auswahl als Literaturverzeichnisse und Daten; für jede Ausgabe und jedes Thema gibt es dasselbe.',
  mailEdition: 'Diese Ausgabe als E-Mail',

  // About
  aboutCounts: 'Was eingelesen wurde',
  aboutDialect: 'Dialekt',
  aboutMessages: 'Meldungen',
  aboutNoMessages: 'Alles ließ sich so lesen, wie es dasteht.',
  aboutMessagesNote: 'Was fehlerhaft war oder ausgelassen wurde, und wo.',
  aboutFile: 'Datei',
  papersHead: 'Arbeiten',
  aboutMade: 'Erstellt mit {name} aus dem Text der Auswahl; beim Lesen wird nichts von anderswo nachgeladen.',
  statistics: '{papers} in {issues}',

  // Not found
  notFound: 'Diese Seite gibt es nicht',
  notFoundNote: 'Vielleicht ist die Adresse falsch geschrieben, oder die Arbeit ist umgezogen.',
  notFoundSearch: 'Danach suchen',
  searchNeedsScript: 'Die Suche braucht JavaScript.',

  // Marks that the reader's browser keeps
  new: 'Neu',
  star: 'Stern',
  unstar: 'Stern entfernen',
  read: 'Gelesen',
  starredNone: 'Noch hat keine Arbeit einen Stern: Der Stern neben einem Titel vergibt ihn.',
  starredNote: 'Sterne und Lesevermerke werden nur in diesem Browser gespeichert.',
  starredWithoutScript: 'Sterne brauchen JavaScript. Alles andere in dieser Auswahl funktioniert auch ohne.',
  exportMarks: 'Als Datei speichern',
  importMarks: 'Aus einer Datei hinzufügen',
  importFailed: 'Diese Datei enthält keine Vermerke: Wählen Sie eine, die hier gespeichert wurde.',
  clearMarks: 'Alle Vermerke löschen',
  clearMarksSure: 'Alle Sterne und Lesevermerke löschen?',
  imported: 'Hinzugefügte Sterne: {count}',

  // Keys
  keys: 'Tasten',
  keysNext: 'nächste Arbeit',
  keysPrevious: 'vorige Arbeit',
  keysSearch: 'Suche',
  keysStar: 'Arbeit mit Stern versehen',
  keysHelp: 'diese Liste',
  keysUse: 'Diese Tasten verwenden',
  close: 'Schließen',

  // Mail edition
  mailSubject: '{title}: {issue}',
  mailPreheader: '{papers}, beginnend mit „{first}“',
  mailMorePapers: { one: '{count} weitere Arbeit', other: '{count} weitere Arbeiten' },
  mailRest: 'Den Rest auf der Website lesen',
  mailReadOnSite: 'Auf der Website lesen',
};
