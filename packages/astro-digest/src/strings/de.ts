import type { Strings } from './en.ts';

/** The strings of the interface in German. */
export const de: Strings = {
  // The frame of every page
  skip: 'Zum Inhalt springen',
  digest: 'Auswahl',
  latest: 'Aktuelle Ausgabe',
  home: 'Startseite',
  archive: 'Archiv',
  topics: 'Themen',
  authors: 'Autoren',
  organizations: 'Organisationen',
  categories: 'Kategorien',
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
  updatedOn: 'aktualisiert {date}',
  crossListed: 'auch hier gelistet',
  replacement: 'neue Fassung',
  replaces: 'ersetzt {paper}',
  withdrawn: 'zurückgezogen',
  comments: { one: '{count} Kommentar', other: '{count} Kommentare' },
  starsOfCode: { one: '{count} Stern für den Code', other: '{count} Sterne für den Code' },
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
  sourceLine: '{file}, Zeile {line}',
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
  noCategory: 'Kein Digest ordnet seine Arbeiten ein.',

  // Watched queries
  watched: 'Beobachtete Suchen',
  watchedNote:
    'Zu jeder dieser Suchen gibt es eine Seite und Feeds mit den Arbeiten, die alles enthalten, wonach sie fragt.',
  watchedQuery: 'Gesucht wird:',
  watchedNothing: 'Noch enthält keine Arbeit alles davon.',

  // Search
  searchMore: 'Mehr anzeigen',
  searchWithoutScript: 'Die Suche braucht JavaScript. Das Archiv führt auch ohne alle Ausgaben auf.',
  searching: 'Suche läuft …',
  searchNothing: 'Keine Arbeit enthält diese Wörter.',
  searchBroken: 'Die Suche funktioniert hier nicht: {reason}',
  searchLabel: 'Wörter, Namen von Autoren oder eine Kennung',
  searchAll: 'alle',
  searchYear: 'Jahr',
  searchTopic: 'Thema',
  searchCategory: 'Kategorie',
  searchWithCode: 'mit Code',
  sortByRelevance: 'nach Relevanz',
  sortByDate: 'die neuesten zuerst',
  sortByVotes: 'die meisten Stimmen zuerst',
  searchCorrected: 'Nichts enthält, was eingegeben wurde; gefunden wurde dies für: {words}.',
  searchSuggestions: 'Gemeint war vielleicht auch',
  searchSome: 'Keine Arbeit enthält alle Wörter. Am nächsten kommen: {papers}.',
  searchSomeMore: 'Einige der Wörter: weitere {papers}.',
  searchLacking: 'Keine Arbeit enthält: {words}.',
  searchCut: 'Gesucht wurde nur nach den ersten {count} Wörtern.',
  searchWithoutQuotes: 'Keine Arbeit enthält die Wörter hintereinander; diese enthalten sie verstreut.',
  searchUnknownOperators: 'Nichts passt zu {operators}; das blieb unberücksichtigt.',
  searchOperators:
    'Eingrenzen mit topic:diffusion, in:2025-03, before:2025, after:2024-06 und has:code (model, data, video, project).',
  searchWithoutWebAssembly:
    'sie braucht WebAssembly, was dieser Browser oder die Richtlinie dieser Website nicht erlaubt.',
  foundInTitle: 'im Titel: {words}',
  foundInText: 'in der Zusammenfassung: {words}',
  foundInAuthors: 'unter den Autoren: {words}',
  foundInId: 'die Kennung: {words}',
  foundInOtherWords: 'in anderen Worten: {words}',
  foundWithout: 'ohne: {words}',

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

  // Offline
  offline: 'Offline',
  offlineIntro:
    'Sie können diese Auswahl ohne Netz lesen und durchsuchen, sobald sie in diesem Browser gespeichert ist.',
  offlineWithoutScript: 'Das Speichern braucht JavaScript.',
  offlineMissing: 'Es gibt keine Verbindung, und die gewünschte Seite ist nicht gespeichert.',
  offlineNowhere:
    'Hier lässt sich nichts speichern: Die Adresse dieser Website hat kein https, oder dieser Browser behält nichts. Online funktioniert alles.',
  offlineShell:
    'Gespeichert sind die Seiten, mit denen man beginnt, und die, die Sie gelesen haben. Die Arbeiten und das Verzeichnis der Suche sind es nicht.',
  offlineWhole: 'Alles ist gespeichert ({size}).',
  offlineOlder: 'Alles ist gespeichert ({size}), aber es gibt einen neueren Stand.',
  offlineSave: 'Für offline speichern ({size})',
  offlinePause: 'Anhalten',
  offlineResume: 'Weiter',
  offlineUpdate: 'Aktualisieren',
  offlineRemove: 'Gespeichertes entfernen',
  offlineRemoveSure: 'Gespeichertes entfernen ({size})?',
  offlinePaused: 'Angehalten: {size} fehlen noch.',
  offlineProgress: '{done} von {total}',
  offlineRoom: 'Dieser Browser hat noch Platz für {size}.',
  offlineKept: 'Er behält das Gespeicherte, bis Sie es entfernen.',
  offlineNotKept:
    'Er kann das Gespeicherte entfernen, wenn ihm der Platz ausgeht oder Sie länger nicht hier waren.',
  offlineNoNetwork:
    'Die Website ist nicht erreichbar: Was schon da ist, bleibt, und Sie können weitermachen, wenn es wieder eine Verbindung gibt.',
  offlineChanged:
    'Die Website liefert andere Dateien, als ihre Liste nennt, weil gerade ein neuer Stand eingespielt wird oder eine Datei fehlt: Versuchen Sie es in einer Minute noch einmal.',
  offlineNoSpace:
    'Dieser Browser hat keinen Platz mehr: Entfernen Sie etwas anderes, das Websites gespeichert haben. Online funktioniert alles.',
  offlineForbidden:
    'Dieser Browser lässt nichts speichern, wie in einem privaten Fenster. Online funktioniert alles.',
  offlineRead: 'Seiten, die Sie gelesen haben',
  offlineNow: 'Keine Verbindung: Sie sehen, was gespeichert ist.',
  offlineUpdated: 'Das Gespeicherte ist wieder auf dem neuesten Stand.',

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
