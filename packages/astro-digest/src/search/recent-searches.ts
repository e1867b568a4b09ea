/** How many searches are kept. */
const most = 8;

/** What the reader searched for last, which this browser alone keeps. */
export interface RecentSearches {
  /** The texts, the last one first: at most eight. */
  list(): readonly string[];
  /** Keeps a text as the last one; an empty one is none. */
  add(text: string): void;
  forget(text: string): void;
  forgetAll(): void;
}

/** Where they are kept; saved searches are kept under `searches`. */
export const recentKey = (prefix: string): string => `${prefix}recent`;

/**
 * Opens the recent searches of a digest.
 *
 * @param prefix how the names begin of what the browser keeps of it: `data-marks` of its page
 */
export function openRecentSearches(prefix: string): RecentSearches {
  const key = recentKey(prefix);
  const list = (): readonly string[] => readTexts(key);
  const keep = (texts: readonly string[]): void => keepTexts(key, texts.slice(0, most));
  const without = (text: string): string[] => list().filter((other) => other !== text);
  return {
    list,
    add(typed) {
      const text = typed.trim();
      if (text !== '') keep([text, ...without(text)]);
    },
    forget: (text) => keep(without(text)),
    forgetAll: () => keep([]),
  };
}

/** Reads what was kept; what something else has put there counts as nothing, and so it is where storage is forbidden. */
function readTexts(key: string): readonly string[] {
  try {
    return parseRecent(localStorage.getItem(key));
  } catch {
    return [];
  }
}

/** Reads searches as they were kept, or as an export has them. */
export function parseRecent(text: string | null): readonly string[] {
  const texts: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string').slice(0, most) : [];
}

function keepTexts(key: string, texts: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(texts));
  } catch {
    // Where storage is forbidden or full, nothing is recent.
  }
}
