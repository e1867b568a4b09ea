/** Something that was found wrong in the files of the digests, as a line to print. */
export interface FoundMessage {
  level: 'warn' | 'error';
  /** The rule that found it, such as `remark-digest:missing-abstract`. */
  rule: string;
  /** Its place, what is wrong, how to fix it, and the rule. */
  line: string;
}

/** A line to print. */
export type PrintedLine = Pick<FoundMessage, 'level' | 'line'>;

/** How many messages of one rule are printed at most. */
const mostOfRule = 3;

/** How many lines are printed at most. */
const mostLines = 20;

/**
 * Chooses what is printed of the messages: the first few of each rule, and of the others of that rule how many there are. The
 * more rules there are, the fewer messages of each; in all there are never more than twenty lines.
 *
 * @param allIn where all messages can be read
 */
export function chooseMessages(messages: readonly FoundMessage[], allIn: string): PrintedLine[] {
  const rules = [...Map.groupBy(messages, ({ rule }) => rule)];
  for (let most = mostOfRule; most >= 0; most--) {
    const lines = rules.flatMap(([rule, found]) => [
      ...found.slice(0, most).map(({ level, line }) => ({ level, line })),
      ...restOf(rule, found.slice(most), most > 0, allIn),
    ]);
    if (lines.length <= mostLines) return lines;
  }
  const named = rules.slice(0, mostLines - 1);
  const others = rules.slice(mostLines - 1);
  return [
    ...named.flatMap(([rule, found]) => restOf(rule, found, false, allIn)),
    ...restOf(
      `${others.length} other rules`,
      others.flatMap(([, found]) => found),
      false,
      allIn,
    ),
  ];
}

/** Says how many messages of a rule are not printed; nothing where all are. */
function restOf(rule: string, rest: readonly FoundMessage[], isMore: boolean, allIn: string): PrintedLine[] {
  if (rest.length === 0) return [];
  const count = `${rest.length.toLocaleString('en')}${isMore ? ' more' : ''}`;
  const level = rest.some((message) => message.level === 'error') ? 'error' : 'warn';
  const what = rest.length === 1 ? 'message' : 'messages';
  return [
    {
      level,
      line: `There ${rest.length === 1 ? 'is' : 'are'} ${count} ${what} of ${rule}: read all in ${allIn}.`,
    },
  ];
}
