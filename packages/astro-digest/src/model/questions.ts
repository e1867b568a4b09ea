import { noteAsked, type PageReads, type Question } from './page-reads.ts';

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
 * @param reads where it is noted who asked; finds them from then on
 */
export function askable<Kinds extends Answers>(answers: Kinds, reads: PageReads): Ask<Kinds> {
  const known = new Map<string, Map<string, Question>>();
  const find = (kind: string, subject: string): Question => {
    const ofKind = known.get(kind) ?? new Map<string, Question>();
    known.set(kind, ofKind);
    const before = ofKind.get(subject);
    if (before) return before;
    // What an answer rests on is none of the page's: the answer is.
    const { asked } = reads;
    reads.asked = undefined;
    const question: Question = {
      name: `${kind} ${subject}`,
      value: answers[kind]?.(subject),
      asked: undefined,
      hash: undefined,
      place: undefined,
    };
    reads.asked = asked;
    ofKind.set(subject, question);
    return question;
  };
  reads.find = (name) => {
    const end = name.indexOf(' ');
    return find(name.slice(0, end), name.slice(end + 1));
  };
  return (kind, subject = '') => {
    const question = find(kind, subject);
    noteAsked(reads, question);
    return question.value as ReturnType<Kinds[typeof kind]>;
  };
}
