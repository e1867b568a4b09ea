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

/**
 * Opens the recent searches of a digest.
 *
 * @param prefix how the names begin of what the browser keeps of it: `data-marks` of its page
 */
export function openRecentSearches(prefix: string): RecentSearches {
  // Saved searches are kept under `searches`.
  const key = `${prefix}recent`;
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
    const texts: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(texts)) return [];
    return texts.filter((text) => typeof text === 'string').slice(0, most);
  } catch {
    return [];
  }
}

function keepTexts(key: string, texts: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(texts));
  } catch {
    // Where storage is forbidden or full, nothing is recent.
  }
}
