/** What a text asks for beside words, such as `topic:diffusion`. */
export interface Operator {
  name: OperatorName;
  /** Without quotes around it. */
  value: string;
  /** As typed. */
  typed: string;
}

export type OperatorName = 'topic' | 'in' | 'before' | 'after' | 'has';

/** A name is followed by its value at once: `Title: subtitle` is text, and so is a name of no operator. */
const operator = /(?<!\S)(topic|in|before|after|has):(?:["“„«]([^"“”„«»]+)["”“»]|([^\s"“”„«»]+))/giu;

/** Parts the operators of a text from its words. */
export function readOperators(typed: string): { text: string; operators: Operator[] } {
  const operators: Operator[] = [];
  const text = typed.replace(operator, (all: string, name: string, phrase?: string, word?: string) => {
    const value = (phrase ?? word ?? '').trim();
    operators.push({ name: name.toLowerCase() as OperatorName, value, typed: all });
    return ' ';
  });
  return { text, operators };
}
