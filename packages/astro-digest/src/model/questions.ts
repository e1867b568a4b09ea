import type { PageReads } from './page-reads.ts';

/** How questions are answered, by their kinds; the subject is an id, a slug or a name, and empty where there is but one. */
export type Answers = Readonly<Record<string, (subject: string) => unknown>>;

/** Asks a question of a kind, and notes for the page that is being rendered that it was asked. */
export type Ask<Kinds extends Answers> = <Kind extends keyof Kinds & string>(
  kind: Kind,
  subject?: string,
) => ReturnType<Kinds[Kind]>;

/**
 * Lets questions be asked. Each is answered once.
 *
 * @param reads where it is noted who asked; answers them from then on
 */
export function askable<Kinds extends Answers>(answers: Kinds, reads: PageReads): Ask<Kinds> {
  const known = new Map<string, unknown>();
  const answer = (question: string): unknown => {
    if (known.has(question)) return known.get(question);
    const end = question.indexOf(' ');
    // What an answer rests on is none of the page's: the answer is.
    const { asked } = reads;
    reads.asked = undefined;
    const value = answers[question.slice(0, end)]?.(question.slice(end + 1));
    reads.asked = asked;
    known.set(question, value);
    return value;
  };
  reads.answer = (question) => JSON.stringify(answer(question)) ?? '';
  return (kind, subject = '') => {
    const question = `${kind} ${subject}`;
    reads.asked?.add(question);
    return answer(question) as ReturnType<Kinds[typeof kind]>;
  };
}
