import type { Strings } from './en.ts';

/**
 * The strings of the interface in French.
 *
 * As French typography has it, the space before `;`, `!` and `?` is narrow (U+202F), that before `:` and inside of `« »`
 * is wide (U+00A0), and neither breaks.
 */
export const fr: Strings = {
  // The frame of every page
  skip: 'Aller au contenu',
  digest: 'Sélection',
  latest: 'Dernier numéro',
  home: 'Accueil',
  archive: 'Archives',
  topics: 'Thèmes',
  authors: 'Auteurs',
  organizations: 'Organisations',
  categories: 'Catégories',
  search: 'Rechercher',
  subscribe: 'S’abonner',
  about: 'À propos de cette sélection',
  starred: 'Articles étoilés',
  allIssues: 'Tous les numéros',
  appearance: 'Apparence',
  appearanceSystem: 'Selon le système',
  appearanceLight: 'Claire',
  appearanceDark: 'Sombre',

  // Issues
  issue: 'Numéro',
  issues: { one: '{count} numéro', many: '{count} numéros', other: '{count} numéros' },
  papers: { one: '{count} article', many: '{count} articles', other: '{count} articles' },
  chosenBy: 'sélection établie par {people}',
  readingTime: {
    one: '{count} minute de lecture',
    many: '{count} minutes de lecture',
    other: '{count} minutes de lecture',
  },
  contents: 'Au sommaire',
  earlierIssue: 'Précédent',
  laterIssue: 'Suivant',
  noIssue: 'Il n’y a pas encore de numéro.',
  orderedAsInDigest: 'dans l’ordre de la sélection',
  orderedByVotes: 'par nombre de votes',
  order: 'Ordre',
  more: 'Lire la suite',

  // Papers
  place: 'article {position} sur {count}',
  alsoIn: 'Aussi dans\u00a0:',
  votes: { one: '{count} vote', many: '{count} votes', other: '{count} votes' },
  submittedBy: 'proposé par {person}',
  updatedOn: 'mis à jour le {date}',
  crossListed: 'également classé ici',
  replacement: 'nouvelle version',
  replaces: 'remplace {paper}',
  withdrawn: 'retiré',
  comments: { one: '{count} commentaire', many: '{count} commentaires', other: '{count} commentaires' },
  starsOfCode: {
    one: '{count} étoile pour le code',
    many: '{count} étoiles pour le code',
    other: '{count} étoiles pour le code',
  },
  previousPaper: 'Précédent',
  nextPaper: 'Suivant',
  papersOfIssue: 'Articles de ce numéro',
  code: 'Code',
  model: 'Modèle',
  dataset: 'Données',
  paper: 'Article',
  video: 'Vidéo',
  project: 'Projet',
  related: 'Articles connexes',
  relatedBy: 'en commun\u00a0: {terms}',
  cite: 'Citer',
  plainCitation: 'Texte brut',
  copy: 'Copier',
  copied: 'Copié',
  source: 'Source',
  sourceLine: '{file}, ligne {line}',
  sourceLines: '{file}, lignes {first} à {last}',
  asItStood: 'Le texte d’origine',
  asItStoodNote: 'Les passages surlignés ont été corrigés dans le texte ci-dessus.',
  aboutPaper: 'Citation, articles connexes, source',
  noAbstract: 'La sélection ne contient pas de résumé de cet article.',

  // Archive
  undated: 'Sans date',
  week: 'Semaine {week} de {year}',
  weeks: 'Semaines',
  months: 'Mois',
  years: 'Années',
  earlierPeriod: 'Avant',
  laterPeriod: 'Après',
  periods: 'Période',

  // Topics and people
  topicsNamed: 'Choisis',
  topicsFound: 'Relevés dans les textes',
  topicsNote:
    'Un thème relevé dans les textes est un terme que plusieurs articles emploient plus que les autres.',
  nobody: 'La sélection ne nomme personne.',
  noTopic: 'Il n’y a pas encore de thème.',
  noCategory: 'Aucun digest ne classe ses articles.',

  // Watched queries
  watched: 'Recherches suivies',
  watchedNote:
    'Chacune de ces recherches a une page et des flux avec les articles qui contiennent tout ce qu’elle demande.',
  watchedQuery: 'Ce qui est recherché\u00a0:',
  watchedNothing: 'Aucun article ne contient encore tout cela.',

  // Search
  searchMore: 'Afficher la suite',
  searchWithoutScript: 'La recherche nécessite JavaScript. Les archives donnent tous les numéros sans lui.',
  searching: 'Recherche en cours…',
  searchNothing: 'Aucun article ne contient ces mots.',
  searchBroken: 'La recherche ne fonctionne pas ici\u00a0: {reason}',
  searchLabel: 'Mots, noms d’auteurs ou identifiant',
  searchAll: 'tous',
  searchFrom: 'De',
  searchTo: 'À',
  searchFilters: 'Filtres',
  searchClearField: 'Vider le champ',
  searchClearAll: 'Retirer tous les filtres',
  searchRemove: 'Retirer : {what}',
  searchNothingHelp:
    'Moins de mots, une autre orthographe ou moins de filtres donneront peut-être plus de résultats.',
  searchAgain: 'Réessayer',
  searchOffline: 'Il n’y a pas de réseau, et la recherche n’est pas enregistrée dans ce navigateur.',
  searchSave: 'Enregistrer cette recherche',
  searchSaved: 'Recherches enregistrées',
  searchNew: { one: '{count} nouveau', many: '{count} nouveaux', other: '{count} nouveaux' },
  searchTake: 'Emporter',
  searchTaken: 'Enregistré : {papers}',
  searchTakeFailed: 'Cela n’a pas fonctionné ; réessayez.',
  searchCopyLink: 'Copier le lien',
  searchTopic: 'Thème',
  searchCategory: 'Catégorie',
  searchWithCode: 'avec code',
  sortByRelevance: 'par pertinence',
  sortByDate: 'les plus récents d’abord',
  sortByVotes: 'les plus votés d’abord',
  searchCorrected:
    'Rien ne contient ce qui a été saisi\u202f; voici ce qui a été trouvé pour\u00a0: {words}.',
  searchSuggestions: 'Il pouvait aussi s’agir de',
  searchSome: 'Aucun article ne contient tous les mots. Les plus proches\u00a0: {papers}.',
  searchSomeMore: 'Certains des mots\u00a0: {papers} de plus.',
  searchLacking: 'Aucun article ne contient\u00a0: {words}.',
  searchCut: 'Seuls les {count} premiers mots ont été recherchés.',
  searchWithoutQuotes:
    'Aucun article ne contient les mots à la suite\u202f; ceux-ci les contiennent séparément.',
  searchUnknownOperators: 'Rien ne correspond à {operators}\u202f; il n’en a pas été tenu compte.',
  searchOperators: 'Précisez avec {operators}',
  searchWithoutWebAssembly:
    'elle nécessite WebAssembly, que ce navigateur ou la politique de ce site n’autorise pas.',
  searchAllResults: 'Tous les résultats et filtres',
  searchRecent: 'Recherches récentes',
  searchForgetAll: 'Tout oublier',
  searchDialogKeys:
    '↑ ↓ pour choisir, {enter} pour ouvrir, {control} {enter} dans un nouvel onglet, {escape} pour fermer',
  searchRecentKeys: '↑ ↓ pour choisir, {enter} pour chercher, {remove} pour oublier, {escape} pour fermer',
  foundInTitle: 'dans le titre\u00a0: {words}',
  foundInText: 'dans le résumé\u00a0: {words}',
  foundInAuthors: 'parmi les auteurs\u00a0: {words}',
  foundInId: 'l’identifiant\u00a0: {words}',
  foundInOtherWords: 'en d’autres mots\u00a0: {words}',
  foundWithout: 'sans\u00a0: {words}',

  // Subscribe
  subscribeByMail: 'Par courriel',
  subscribeByFeed: 'Par flux',
  mailAddress: 'Votre adresse électronique',
  feedsNote:
    'Un lecteur de flux affiche les nouveaux articles dès leur parution, sans compte et sans que personne le sache. Copiez-y l’une de ces adresses.',
  feedsOfTopics: 'Chaque thème et chaque auteur a aussi ses flux, indiqués sur sa page.',
  sendByMail: 'Envoyer le dernier numéro à quelqu’un',
  forPrograms: 'Pour les programmes',
  forProgramsNote:
    'Toute la sélection sous forme de bibliographies et de données\u202f; chaque numéro et chaque thème offre la même chose.',
  mailEdition: 'Ce numéro sous forme de courriel',

  // About
  aboutCounts: 'Ce qui a été lu',
  aboutDialect: 'Dialecte',
  aboutMessages: 'Messages',
  aboutNoMessages: 'Tout a pu être lu tel quel.',
  aboutMessagesNote: 'Ce qui était erroné ou a été omis, et où.',
  aboutFile: 'Fichier',
  papersHead: 'Articles',
  aboutMade:
    'Réalisé avec {name} à partir du texte de la sélection\u202f; rien n’est chargé d’ailleurs pendant la lecture.',
  statistics: '{papers} dans {issues}',

  // Not found
  notFound: 'Cette page n’existe pas',
  notFoundNote: 'L’adresse est peut-être mal saisie, ou l’article a changé de place.',
  notFoundSearch: 'Essayer la recherche',
  searchNeedsScript: 'La recherche nécessite JavaScript.',

  // Marks that the reader's browser keeps
  new: 'Nouveau',
  star: 'Étoile',
  unstar: 'Retirer l’étoile',
  read: 'Lu',
  starredNone: 'Aucun article n’a encore d’étoile\u00a0: celle qui se trouve à côté d’un titre la lui donne.',
  starredNote:
    'Les étoiles, les étiquettes, les notes et les marques de lecture sont conservées dans ce seul navigateur. Un fichier les porte dans un autre, avec vos recherches et vos réglages.',
  starredWithoutScript:
    'Les étoiles nécessitent JavaScript. Tout le reste de cette sélection fonctionne sans lui.',
  exportMarks: 'Enregistrer dans un fichier',
  importMarks: 'Ajouter depuis un fichier',
  importFailed: 'Ce fichier ne contient pas de marques\u00a0: choisissez-en un qui a été enregistré ici.',
  clearMarks: 'Effacer toutes les marques',
  clearMarksSure: 'Effacer toutes les étoiles et les marques de lecture\u202f?',
  imported: 'Étoiles ajoutées\u00a0: {count}',
  left: 'À lire\u00a0: {count} sur {all}',
  hideRead: 'Masquer ce qui est lu',
  markAllRead: 'Tout marquer comme lu',
  undo: 'Annuler l’opération',
  listSearch: 'Chercher dans les titres, les étiquettes et les notes',
  listTag: 'Étiquette',
  listByStar: 'la dernière étoile d’abord',
  listByDate: 'l’article le plus récent d’abord',
  listByTitle: 'par titre',
  listUnread: 'Seulement ce qui reste à lire',
  listEdit: 'Étiquettes et note',
  listTags: 'Étiquettes, séparées par des virgules',
  listNote: 'Ma note',
  listSave: 'Enregistrer',
  listLeave: 'Annuler',
  listNothing: 'Aucun article étoilé n’a tout cela.',
  listGiven: 'Ce lien apporte une liste\u00a0: {papers}.',
  listKeep: 'L’ajouter à mes étoiles',
  listOwn: 'Afficher les miens',
  listUnreadable: 'La liste de ce lien est illisible\u00a0: elle a peut-être été coupée.',
  listFull: 'Ce navigateur n’a plus de place\u00a0: {count} n’ont pas pu être conservés.',
  listCopyLink: 'Copier un lien avec cette liste',

  // Offline
  offline: 'Hors ligne',
  offlineIntro:
    'Vous pouvez lire cette sélection et y chercher sans réseau une fois qu’elle est enregistrée dans ce navigateur.',
  offlineWithoutScript: 'L’enregistrement demande JavaScript.',
  offlineMissing: 'Il n’y a pas de réseau, et la page demandée n’est pas enregistrée.',
  offlineNowhere:
    'Rien ne peut être enregistré ici : l’adresse de ce site n’a pas de https, ou ce navigateur ne garde rien. En ligne, tout fonctionne.',
  offlineShell:
    'Les pages par lesquelles on commence sont enregistrées, ainsi que celles que vous avez lues. Les articles et l’index de la recherche ne le sont pas.',
  offlineWhole: 'Tout est enregistré ({size}).',
  offlineOlder: 'Tout est enregistré ({size}), mais il existe une version plus récente.',
  offlineSave: 'Enregistrer pour lire hors ligne ({size})',
  offlinePause: 'Suspendre',
  offlineResume: 'Continuer',
  offlineUpdate: 'Mettre à jour',
  offlineRemove: 'Supprimer ce qui est enregistré',
  offlineRemoveSure: 'Supprimer ce qui est enregistré ({size}) ?',
  offlinePaused: 'Suspendu : il reste {size}.',
  offlineProgress: '{done} sur {total}',
  offlineRoom: 'Ce navigateur a encore de la place pour {size}.',
  offlineKept: 'Il garde ce qui est enregistré jusqu’à ce que vous le supprimiez.',
  offlineNotKept:
    'Il peut supprimer ce qui est enregistré s’il manque de place ou si vous ne revenez pas pendant un temps.',
  offlineNoNetwork:
    'Le site est injoignable : ce qui est arrivé reste, et vous pourrez continuer quand il y aura du réseau.',
  offlineChanged:
    'Le site donne d’autres fichiers que ceux de sa liste, parce qu’une nouvelle version est en cours de publication ou qu’un fichier manque : réessayez dans une minute.',
  offlineNoSpace:
    'Ce navigateur n’a plus de place : supprimez autre chose que des sites ont enregistré. En ligne, tout fonctionne.',
  offlineForbidden:
    'Ce navigateur ne laisse rien enregistrer, comme dans une fenêtre privée. En ligne, tout fonctionne.',
  offlineRead: 'Pages que vous avez lues',
  offlineNow: 'Il n’y a pas de réseau : voici ce qui est enregistré.',
  offlineUpdated: 'Ce qui est enregistré est de nouveau à jour.',

  // Keys
  keys: 'Touches',
  keysNext: 'article suivant',
  keysPrevious: 'article précédent',
  keysSearch: 'recherche',
  keysStar: 'donner une étoile à l’article',
  keysHelp: 'cette liste',
  keysUse: 'Utiliser ces touches',
  close: 'Fermer',

  // Mail edition
  mailSubject: '{title}\u00a0: {issue}',
  mailPreheader: '{papers}, à commencer par «\u00a0{first}\u00a0»',
  mailMorePapers: {
    one: '{count} article de plus',
    many: '{count} articles de plus',
    other: '{count} articles de plus',
  },
  mailRest: 'Lire la suite sur le site',
  mailReadOnSite: 'Lire sur le site',
};
