import type { Paper } from './entries.ts';
import { senseOf, wordsOf, type Gap, type Word } from './terms.ts';

/** A paper whose words are asked for. */
export interface TextPaper extends Pick<Paper, 'id' | 'body'> {
  data: Pick<Paper['data'], 'title'>;
}

/**
 * The text of a paper as units: words, or compounds such as `few-shot`, which are one unit with or without their hyphen.
 * Units and forms are numbers; see `Reading`.
 */
export interface PaperUnits {
  id: string;
  units: Int32Array;
  /** How each of them stands in the text. */
  forms: Int32Array;
  /** What stands before each of them, as in `gapNumbers`. */
  gaps: Uint8Array;
  /** How many of them are in the title, which comes first. */
  inTitle: number;
}

/** The texts of all papers as numbers: small and fast to count. */
export interface Reading {
  /** In the order of their ids, whatever the order in which they were given, so that all that follows is the same. */
  papers: PaperUnits[];
  /** Texts of the forms, by number. */
  forms: string[];
  /** Stems of the units, by number; none for a compound. */
  stems: string[];
  /** The single words of a compound, as units; empty for a word. By the number of the unit. */
  parts: (readonly number[])[];
  /** Whether a unit can name something; a compound can when a part of it can. By the number of the unit. */
  content: boolean[];
  /**
   * Whether a word stands alone at least as often as within compounds. `cross`, `multi` and `shot` don't, and name
   * nothing apart from their compounds. By the number of the unit.
   */
  standsAlone: boolean[];
  /** Units of another text, to look for among these; a word that no paper has is a unit of its own. */
  unitsOf(text: string): Int32Array;
}

/** What stands before a unit, as a number. */
export const gapNumbers = { break: 0, space: 1, hyphen: 2, run: 3 } as const satisfies Record<Gap, number>;

/** Compounds longer than this are rather sentences that somebody wrote with hyphens. */
const longestCompound = 5;

/**
 * Reads titles and abstracts.
 *
 * @param known texts whose words are known beforehand, so that compounds may be closed as they are there
 */
export function readPapers(papers: readonly TextPaper[], known: readonly string[] = []): Reading {
  const lexicon = new Lexicon();
  for (const title of known) lexicon.read({ id: '', data: { title } });
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const texts = sorted.map((paper) => lexicon.read(paper));
  // Compounds are known only when all texts are read: the first paper may have the form without a hyphen.
  for (const text of texts) lexicon.learnCompounds(text);
  const read = texts.map((text) => unitsOf(text, lexicon));
  return {
    papers: read,
    forms: lexicon.forms,
    stems: lexicon.stems,
    parts: lexicon.parts,
    content: lexicon.content,
    standsAlone: findStandingAlone(read, lexicon.parts),
    unitsOf: (text) => {
      const own = lexicon.read({ id: '', data: { title: text } });
      lexicon.learnCompounds(own);
      return unitsOf(own, lexicon).units;
    },
  };
}

/** The words of a paper: the number of each form, and what stands before it. */
interface Text {
  id: string;
  forms: Int32Array;
  gaps: Uint8Array;
  titleWords: number;
}

interface Compound {
  parts: number[];
  unit: number;
}

/** Numbers of all forms and units. */
class Lexicon {
  readonly forms: string[] = [];
  /** The unit of each form. */
  readonly units: number[] = [];
  readonly stems: string[] = [];
  readonly parts: number[][] = [];
  readonly content: boolean[] = [];
  private readonly numberOfForm = new Map<string, number>();
  private readonly unitOfStem = new Map<string, number>();
  /** Compounds by how they begin, the longest first. */
  private readonly compounds = new Map<number, Compound[]>();
  /** Whether a unit begins a compound. */
  private readonly begins: boolean[] = [];

  read({ id, body, data }: TextPaper): Text {
    const title = wordsOf(data.title);
    const words = title.concat(wordsOf(body ?? ''));
    const forms = new Int32Array(words.length);
    const gaps = new Uint8Array(words.length);
    for (let place = 0; place < words.length; place++) {
      const { form, gap } = words[place] as Word;
      forms[place] = this.word(form);
      gaps[place] = gapNumbers[gap];
    }
    return { id, forms, gaps, titleWords: title.length };
  }

  /** Number of the form of a word. */
  private word(text: string): number {
    const known = this.numberOfForm.get(text);
    if (known !== undefined) return known;
    const { stem, content } = senseOf(text);
    let unit = this.unitOfStem.get(stem);
    if (unit === undefined) {
      unit = this.add(stem, [], content);
      this.unitOfStem.set(stem, unit);
    }
    // A stem can name something when one of its forms can.
    this.content[unit] ||= content;
    return this.form(text, unit);
  }

  /** Number of the form of a unit. */
  form(text: string, unit: number): number {
    let number = this.numberOfForm.get(text);
    if (number === undefined) {
      number = this.forms.push(text) - 1;
      this.units.push(unit);
      this.numberOfForm.set(text, number);
    }
    return number;
  }

  private add(stem: string, parts: number[], content: boolean): number {
    this.stems.push(stem);
    this.content.push(content);
    return this.parts.push(parts) - 1;
  }

  learnCompounds(text: Text): void {
    for (let start = 0; start < text.forms.length; start++) {
      let end = start + 1;
      while (text.gaps[end] === gapNumbers.hyphen) end++;
      if (end - start > 1 && end - start <= longestCompound)
        this.learnCompound(text.forms.subarray(start, end));
      start = end - 1;
    }
  }

  private learnCompound(forms: Int32Array): void {
    const parts = [...forms].map((form) => this.units[form] as number);
    const [first, second] = parts as [number, number];
    const known = this.compounds.get(beginning(first, second)) ?? [];
    if (known.some((other) => other.parts.length === parts.length && this.isAt(forms, 0, other.parts)))
      return;
    // `pre-training` is `pretraining` where somebody writes it so.
    const closed = senseOf([...forms].map((form) => this.forms[form]).join(''));
    const unit =
      this.unitOfStem.get(closed.stem) ??
      this.add(
        '',
        parts,
        parts.some((part) => this.content[part]),
      );
    known.push({ parts, unit });
    known.sort((a, b) => b.parts.length - a.parts.length);
    this.compounds.set(beginning(first, second), known);
    this.begins[first] = true;
  }

  /** The compound that stands at a place, with hyphens or with spaces. */
  compoundAt({ forms, gaps }: Text, start: number): Compound | undefined {
    const first = this.units[forms[start] as number] as number;
    if (!this.begins[first] || !gaps[start + 1]) return undefined;
    const second = this.units[forms[start + 1] as number] as number;
    return this.compounds.get(beginning(first, second))?.find(({ parts }) => {
      const end = start + parts.length;
      if (!this.isAt(forms, start, parts) || gaps[end] === gapNumbers.hyphen) return false;
      return !gaps.subarray(start + 1, end).includes(gapNumbers.break);
    });
  }

  private isAt(forms: Int32Array, start: number, parts: readonly number[]): boolean {
    return parts.every((part, index) => this.units[forms[start + index] ?? -1] === part);
  }
}

/** One number for two units; there are far fewer than 2²⁶ of them. */
function beginning(first: number, second: number): number {
  return first * 0x4000000 + second;
}

function unitsOf(text: Text, lexicon: Lexicon): PaperUnits {
  const size = text.forms.length;
  const units = new Int32Array(size);
  const forms = new Int32Array(size);
  const gaps = new Uint8Array(size);
  let count = 0;
  let inTitle = 0;
  for (let place = 0; place < size; count++) {
    const form = text.forms[place] as number;
    const compound = lexicon.compoundAt(text, place);
    const end = place + (compound?.parts.length ?? 1);
    units[count] = compound?.unit ?? (lexicon.units[form] as number);
    forms[count] = compound ? lexicon.form(written(text, place, end, lexicon), compound.unit) : form;
    gaps[count] = text.gaps[place] as number;
    place = end;
    if (end <= text.titleWords) inTitle = count + 1;
  }
  return {
    id: text.id,
    units: units.subarray(0, count),
    forms: forms.subarray(0, count),
    gaps: gaps.subarray(0, count),
    inTitle,
  };
}

function findStandingAlone(papers: readonly PaperUnits[], parts: readonly (readonly number[])[]): boolean[] {
  const balance = parts.map(() => 0);
  for (const { units } of papers) {
    for (const unit of units) {
      balance[unit] = (balance[unit] as number) + 1;
      for (const part of parts[unit] as readonly number[]) balance[part] = (balance[part] as number) - 1;
    }
  }
  return balance.map((count) => count >= 0);
}

/** Words as they stand, with their hyphens. */
function written({ forms, gaps }: Text, start: number, end: number, lexicon: Lexicon): string {
  let text = lexicon.forms[forms[start] as number] as string;
  for (let place = start + 1; place < end; place++) {
    text += `${gaps[place] === gapNumbers.hyphen ? '-' : ' '}${lexicon.forms[forms[place] as number]}`;
  }
  return text;
}
