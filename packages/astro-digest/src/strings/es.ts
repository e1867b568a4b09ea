import type { Strings } from './en.ts';

/** The strings of the interface in Spanish. */
export const es: Strings = {
  // The frame of every page
  skip: 'Saltar al contenido',
  digest: 'Selección',
  latest: 'Último número',
  home: 'Inicio',
  archive: 'Archivo',
  topics: 'Temas',
  authors: 'Autores',
  organizations: 'Organizaciones',
  categories: 'Categorías',
  search: 'Buscar',
  subscribe: 'Suscribirse',
  about: 'Acerca de esta selección',
  starred: 'Artículos con estrella',
  allIssues: 'Todos los números',
  appearance: 'Aspecto',
  appearanceSystem: 'Según el sistema',
  appearanceLight: 'Claro',
  appearanceDark: 'Oscuro',

  // Issues
  issue: 'Número',
  issues: { one: '{count} número', many: '{count} números', other: '{count} números' },
  papers: { one: '{count} artículo', many: '{count} artículos', other: '{count} artículos' },
  chosenBy: 'selección de {people}',
  readingTime: {
    one: '{count} minuto de lectura',
    many: '{count} minutos de lectura',
    other: '{count} minutos de lectura',
  },
  contents: 'En este número',
  earlierIssue: 'Anterior',
  laterIssue: 'Siguiente',
  noIssue: 'Todavía no hay ningún número.',
  orderedAsInDigest: 'en el orden de la selección',
  orderedByVotes: 'por votos',
  order: 'Orden',
  more: 'Seguir leyendo',

  // Papers
  place: 'artículo {position} de {count}',
  alsoIn: 'También en:',
  votes: { one: '{count} voto', many: '{count} votos', other: '{count} votos' },
  submittedBy: 'propuesto por {person}',
  updatedOn: 'actualizado el {date}',
  crossListed: 'también clasificado aquí',
  replacement: 'nueva versión',
  replaces: 'sustituye a {paper}',
  withdrawn: 'retirado',
  comments: { one: '{count} comentario', many: '{count} comentarios', other: '{count} comentarios' },
  starsOfCode: {
    one: '{count} estrella para el código',
    many: '{count} estrellas para el código',
    other: '{count} estrellas para el código',
  },
  previousPaper: 'Anterior',
  nextPaper: 'Siguiente',
  papersOfIssue: 'Artículos de este número',
  code: 'Código',
  model: 'Modelo',
  dataset: 'Datos',
  paper: 'Artículo',
  video: 'Vídeo',
  project: 'Proyecto',
  related: 'Artículos relacionados',
  relatedBy: 'en común: {terms}',
  cite: 'Citar',
  plainCitation: 'Texto sin formato',
  copy: 'Copiar',
  copied: 'Copiado',
  source: 'Fuente',
  sourceLine: '{file}, línea {line}',
  sourceLines: '{file}, líneas {first} a {last}',
  asItStood: 'El texto original',
  asItStoodNote: 'Lo que aquí aparece marcado se ha corregido en el texto de arriba.',
  aboutPaper: 'Cita, artículos relacionados, fuente',
  noAbstract: 'La selección no incluye ningún resumen de este artículo.',

  // Archive
  undated: 'Sin fecha',
  week: 'Semana {week} de {year}',
  weeks: 'Semanas',
  months: 'Meses',
  years: 'Años',
  earlierPeriod: 'Anterior',
  laterPeriod: 'Siguiente',
  periods: 'Periodo',

  // Topics and people
  topicsNamed: 'Elegidos',
  topicsFound: 'Hallados en los textos',
  topicsNote: 'Un tema hallado en los textos es un término que varios artículos emplean más que los demás.',
  nobody: 'La selección no nombra a nadie.',
  noTopic: 'Todavía no hay ningún tema.',
  noCategory: 'Ningún resumen clasifica sus artículos.',

  // Watched queries
  watched: 'Búsquedas en seguimiento',
  watchedNote:
    'Cada una de estas búsquedas tiene una página y canales con los artículos que contienen todo lo que pide.',
  watchedQuery: 'Se busca:',
  watchedNothing: 'Ningún artículo lo contiene todo todavía.',

  // Search
  searchMore: 'Mostrar más',
  searchWithoutScript:
    'La búsqueda necesita JavaScript. El archivo muestra todos los números sin necesidad de él.',
  searching: 'Buscando…',
  searchNothing: 'Ningún artículo contiene estas palabras.',
  searchBroken: 'La búsqueda no funciona aquí: {reason}',
  searchLabel: 'Palabras, nombres de autores o un identificador',
  searchAll: 'todos',
  searchYear: 'Año',
  searchTopic: 'Tema',
  searchCategory: 'Categoría',
  searchWithCode: 'con código',
  sortByRelevance: 'por relevancia',
  sortByDate: 'los más recientes primero',
  sortByVotes: 'los más votados primero',
  searchCorrected: 'Nada contiene lo que se escribió; esto es lo encontrado para: {words}.',
  searchSuggestions: 'Quizá también se quiso decir',
  searchSome: 'Ningún artículo contiene todas las palabras. Los más cercanos: {papers}.',
  searchSomeMore: 'Algunas de las palabras: {papers} más.',
  searchLacking: 'Ningún artículo contiene: {words}.',
  searchCut: 'Solo se buscaron las {count} primeras palabras.',
  searchWithoutQuotes: 'Ningún artículo contiene las palabras seguidas; estos las contienen separadas.',
  searchUnknownOperators: 'Nada corresponde a {operators}; no se ha tenido en cuenta.',
  searchOperators: 'Acote con {operators}',
  searchWithoutWebAssembly:
    'necesita WebAssembly, que este navegador o la política de este sitio no permite.',
  searchAllResults: 'Todos los resultados y filtros',
  searchRecent: 'Búsquedas recientes',
  searchForgetAll: 'Olvidar todas',
  searchDialogKeys:
    '↑ ↓ para elegir, {enter} para abrir, {control} {enter} en otra pestaña, {escape} para cerrar',
  searchRecentKeys: '↑ ↓ para elegir, {enter} para buscar, {remove} para olvidar, {escape} para cerrar',
  foundInTitle: 'en el título: {words}',
  foundInText: 'en el resumen: {words}',
  foundInAuthors: 'entre los autores: {words}',
  foundInId: 'el identificador: {words}',
  foundInOtherWords: 'con otras palabras: {words}',
  foundWithout: 'sin: {words}',

  // Subscribe
  subscribeByMail: 'Por correo electrónico',
  subscribeByFeed: 'Por canal de noticias',
  mailAddress: 'Su dirección de correo electrónico',
  feedsNote:
    'Un lector de canales muestra los artículos nuevos a medida que aparecen, sin necesidad de una cuenta y sin que nadie lo sepa. Copie en él una de estas direcciones.',
  feedsOfTopics: 'Cada tema y cada autor tienen también sus canales, que se indican en su página.',
  sendByMail: 'Enviar el último número a alguien',
  forPrograms: 'Para programas',
  forProgramsNote:
    'Toda la selección en forma de bibliografías y datos; cada número y cada tema ofrecen lo mismo.',
  mailEdition: 'Este número en forma de correo',

  // About
  aboutCounts: 'Qué se ha leído',
  aboutDialect: 'Dialecto',
  aboutMessages: 'Mensajes',
  aboutNoMessages: 'Todo se ha podido leer tal como está.',
  aboutMessagesNote: 'Qué era erróneo o se ha omitido, y dónde.',
  aboutFile: 'Fichero',
  papersHead: 'Artículos',
  aboutMade:
    'Hecho con {name} a partir del texto de la selección; durante la lectura no se descarga nada de otros sitios.',
  statistics: '{papers} en {issues}',

  // Not found
  notFound: 'Esta página no existe',
  notFoundNote: 'Puede que la dirección esté mal escrita o que el artículo haya cambiado de lugar.',
  notFoundSearch: 'Probar con la búsqueda',
  searchNeedsScript: 'La búsqueda necesita JavaScript.',

  // Marks that the reader's browser keeps
  new: 'Nuevo',
  star: 'Estrella',
  unstar: 'Quitar la estrella',
  read: 'Leído',
  starredNone: 'Ningún artículo tiene estrella todavía: se la da la estrella que hay junto al título.',
  starredNote: 'Las estrellas y las marcas de lectura se guardan solo en este navegador.',
  starredWithoutScript:
    'Las estrellas necesitan JavaScript. Todo lo demás de esta selección funciona sin él.',
  exportMarks: 'Guardar en un fichero',
  importMarks: 'Añadir desde un fichero',
  importFailed: 'Este fichero no contiene marcas: elija uno que se haya guardado aquí.',
  clearMarks: 'Borrar todas las marcas',
  clearMarksSure: '¿Borrar todas las estrellas y las marcas de lectura?',
  imported: 'Estrellas añadidas: {count}',

  // Offline
  offline: 'Sin conexión',
  offlineIntro: 'Puede leer este digesto y buscar en él sin conexión una vez guardado en este navegador.',
  offlineWithoutScript: 'Para guardar se necesita JavaScript.',
  offlineMissing: 'No hay conexión y la página que ha pedido no está guardada.',
  offlineNowhere:
    'Aquí no se puede guardar nada: la dirección de este sitio no tiene https o este navegador no conserva nada. En línea funciona todo.',
  offlineShell:
    'Están guardadas las páginas por las que se empieza y las que ha leído. Los artículos y el índice de la búsqueda, no.',
  offlineWhole: 'Todo está guardado ({size}).',
  offlineOlder: 'Todo está guardado ({size}), pero hay una versión más reciente.',
  offlineSave: 'Guardar para leer sin conexión ({size})',
  offlinePause: 'Pausar',
  offlineResume: 'Continuar',
  offlineUpdate: 'Actualizar',
  offlineRemove: 'Quitar lo guardado',
  offlineRemoveSure: '¿Quitar lo guardado ({size})?',
  offlinePaused: 'En pausa: faltan {size}.',
  offlineProgress: '{done} de {total}',
  offlineRoom: 'Este navegador tiene sitio para {size} más.',
  offlineKept: 'Conserva lo guardado hasta que usted lo quite.',
  offlineNotKept: 'Puede quitar lo guardado si se queda sin sitio o si usted no vuelve durante un tiempo.',
  offlineNoNetwork:
    'No se puede acceder al sitio: lo que ya ha llegado se conserva y podrá continuar cuando haya conexión.',
  offlineChanged:
    'El sitio entrega archivos distintos de los de su lista, porque se está publicando una versión nueva o falta un archivo: inténtelo de nuevo en un minuto.',
  offlineNoSpace:
    'A este navegador no le queda sitio: quite otra cosa que hayan guardado los sitios. En línea funciona todo.',
  offlineForbidden:
    'Este navegador no deja guardar nada, como en una ventana privada. En línea funciona todo.',
  offlineRead: 'Páginas que ha leído',
  offlineNow: 'No hay conexión: esto es lo guardado.',
  offlineUpdated: 'Lo guardado vuelve a estar al día.',

  // Keys
  keys: 'Teclas',
  keysNext: 'artículo siguiente',
  keysPrevious: 'artículo anterior',
  keysSearch: 'buscar',
  keysStar: 'dar una estrella al artículo',
  keysHelp: 'esta lista',
  keysUse: 'Usar estas teclas',
  close: 'Cerrar',

  // Mail edition
  mailSubject: '{title}: {issue}',
  mailPreheader: '{papers}, empezando por «{first}»',
  mailMorePapers: {
    one: '{count} artículo más',
    many: '{count} artículos más',
    other: '{count} artículos más',
  },
  mailRest: 'Leer el resto en el sitio web',
  mailReadOnSite: 'Leer en el sitio web',
};
