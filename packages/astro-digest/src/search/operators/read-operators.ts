/** What a text asks for beside words, such as `topic:diffusion` or `-survey`. */
export interface Operator {
  /** `word` for words that papers must not have. */
  name: OperatorName;
  /** Without quotes around it. */
  value: string;
  /** Whether it leaves out what answers to it, as `-topic:diffusion` does. */
  isNot: boolean;
  /** As typed. */
  typed: string;
}

const names = ['topic', 'author', 'in', 'before', 'after', 'has', 'is'] as const;

export type OperatorName = (typeof names)[number] | 'word';

const phrase = '["“„«]([^"“”„«»]+)["”“»]';

/**
 * A name is followed by its value at once: `Title: subtitle` is text, and so is a name of no operator. A word that is left out begins with a
 * letter after its sign, so that a dash between words and `-5` are text.
 */
const operator = new RegExp(
  `(?<!\\S)(?:(-?)(${names.join('|')}):(?:${phrase}|([^\\s"“”„«»]+))|-(?:${phrase}|(?=\\p{L})([^\\s"“”„«»]+)))`,
  'giu',
);

/** Parts the operators of a text from its words. */
export function readOperators(typed: string): { text: string; operators: Operator[] } {
  const operators: Operator[] = [];
  const text = typed.replace(operator, (all: string, ...found: (string | undefined)[]) => {
    const [sign, name, quoted, value, words, word] = found;
    operators.push({
      name: (name?.toLowerCase() ?? 'word') as OperatorName,
      value: (quoted ?? value ?? words ?? word ?? '').trim(),
      isNot: sign !== '',
      typed: all,
    });
    return ' ';
  });
  return { text, operators };
}
