import { readdirSync, readFileSync } from 'node:fs';
import { once } from '../../model/once.ts';
import { thesaurusFolder } from './read-thesaurus.ts';
import { stemsOf } from './stems.ts';
import { isAside, isHeavy, smallestWords } from '../words.ts';

/** A concept, and how somebody speaks of it who doesn't know its name. */
export interface Concept {
  /** What papers call it, as `stemsOf` has it, joined by blanks. */
  names: string[];
  /** Stems of the words that describe it, its names' own among them. */
  gloss: string[];
}

/** What a stem says of concepts. */
export interface Hint {
  /** How much it tells: 1 where it describes one concept alone, 0 where it describes all. */
  telling: number;
  /** Numbers of the concepts that it describes, in their order. */
  concepts: readonly number[];
}

/** A stem that describes more of all concepts than this says nothing of any. */
const mostDescribed = 0.08;

/** Folder of the concepts; the page of the thesaurus tells how its lines are written. */
export const conceptsFolder = new URL('concepts/', thesaurusFolder);

/** The concepts, in the order of their numbers, from 0. */
export const concepts = once((): readonly Concept[] =>
  readdirSync(conceptsFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, conceptsFolder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map(parseConcept),
);

/** Reads a line: names, a bar, and what describes the concept. */
export function parseConcept(line: string): Concept {
  const [names = '', gloss = ''] = line.split('|');
  const words = smallestWords(`${names} ${gloss}`).filter((word) => !isHeavy(word) && !isAside(word));
  return {
    names: [...new Set(names.split(',').map((name) => stemsOf(name).join(' ')))].filter(Boolean),
    gloss: [...new Set(words.flatMap(stemsOf))],
  };
}

/** What each stem says of the concepts. */
export const hints = once((): ReadonlyMap<string, Hint> => hintsOf(concepts()));

/** Tells what each stem of glosses says of some concepts. */
export function hintsOf(all: readonly Concept[]): ReadonlyMap<string, Hint> {
  const described = new Map<string, number[]>();
  for (const [number, { gloss }] of all.entries())
    for (const stem of gloss) described.set(stem, [...(described.get(stem) ?? []), number]);
  const telling = [...described].filter(([, own]) => own.length <= Math.max(1, mostDescribed * all.length));
  return new Map(
    telling.map(([stem, concepts]) => [
      stem,
      { telling: 1 - Math.log(concepts.length) / Math.log(Math.max(2, all.length)), concepts },
    ]),
  );
}
