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
  const known = new Map<string, Map<string, Answered>>();
  const find = (kind: string, subject: string): Answered => {
    const ofKind = known.get(kind) ?? new Map<string, Answered>();
    known.set(kind, ofKind);
    const before = ofKind.get(subject);
    if (before) return before;
    // What an answer rests on is none of the page's: the answer is.
    const { asked } = reads;
    reads.asked = undefined;
    const answered = { question: `${kind} ${subject}`, value: answers[kind]?.(subject) };
    reads.asked = asked;
    ofKind.set(subject, answered);
    return answered;
  };
  reads.answer = (question) => {
    const end = question.indexOf(' ');
    return JSON.stringify(find(question.slice(0, end), question.slice(end + 1)).value) ?? '';
  };
  return (kind, subject = '') => {
    const { question, value } = find(kind, subject);
    reads.asked?.add(question);
    return value as ReturnType<Kinds[typeof kind]>;
  };
}

/** An answer, with the text of the question, which is made once, because pages ask the same ones again and again. */
interface Answered {
  question: string;
  value: unknown;
}
