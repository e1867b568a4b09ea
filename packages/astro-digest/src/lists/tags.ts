/** The most tags that a paper can have, and the most characters of one. */
const mostTags = 30;
const longestTag = 60;

/** Reads tags as a reader types them: with commas between, with or without a `#` in front, each once. */
export function parseTags(text: string): string[] {
  const tags = text
    .split(/[,，、،]/)
    .map((tag) =>
      tag
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^#+\s*/, '')
        .slice(0, longestTag)
        .trim(),
    )
    .filter(Boolean);
  return [...new Set(tags)].slice(0, mostTags);
}
