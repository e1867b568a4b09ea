import { gapNumbers } from './gaps.ts';
import { senseOf } from './terms.ts';

/** A text as numbers: the form of each of its words, and what stands before it, as in `gapNumbers`. */
export interface WordNumbers {
  forms: ArrayLike<number>;
  gaps: ArrayLike<number>;
}

/** Several words that are one unit. */
export interface Compound {
  /** The words, as units. */
  parts: readonly number[];
  unit: number;
}

/** Compounds longer than this are rather sentences that somebody wrote with hyphens. */
const longestCompound = 5;

/** A lexicon as it is kept. */
export interface LexiconData {
  forms: string[];
  units: number[];
  stems: string[];
  content: boolean[];
  /** Units that have parts, and these. */
  parts: [unit: number, parts: readonly number[]][];
  compounds: Compound[];
}

/** Where no unit has parts. */
const noParts: readonly number[] = [];

/** Numbers of all forms of words, and of all units: words whatever their form, and compounds. */
export class Lexicon {
  /** Texts of the forms, by number. */
  readonly forms: string[];
  /** The unit of each form. */
  readonly units: number[];
  /** Stems of the units, by number; none for a compound. */
  readonly stems: string[];
  /** The single words of a compound, as units; empty for a word. By the number of the unit. */
  readonly parts: (readonly number[])[];
  /** Whether a unit can name something; a compound can when a part of it can. By the number of the unit. */
  readonly content: boolean[];
  private readonly numberOfForm = new Map<string, number>();
  private readonly unitOfStem = new Map<string, number>();
  /** Compounds by their first and their second word, the longest first. */
  private readonly compounds: (Map<number, Compound[]> | undefined)[];
  /** What this one adds words to, if anything: of its units nothing changes. */
  private readonly base: Lexicon | undefined;

  /** An empty lexicon, or one that begins with all that another one has and leaves that as it is. */
  constructor(base?: Lexicon) {
    this.base = base;
    this.forms = base?.forms.slice() ?? [];
    this.units = base?.units.slice() ?? [];
    this.stems = base?.stems.slice() ?? [];
    this.parts = base?.parts.slice() ?? [];
    this.content = base?.content.slice() ?? [];
    this.compounds = base?.compounds ?? [];
  }

  /** A lexicon that was kept. */
  static from({ forms, units, stems, content, parts, compounds }: LexiconData): Lexicon {
    const lexicon = new Lexicon();
    for (const [unit, stem] of stems.entries()) lexicon.add(stem, noParts, content[unit] as boolean);
    for (const [unit, own] of parts) lexicon.parts[unit] = own;
    for (const [unit, stem] of stems.entries())
      if (lexicon.parts[unit] === noParts) lexicon.unitOfStem.set(stem, unit);
    for (const [form, text] of forms.entries()) {
      lexicon.numberOfForm.set(text, lexicon.forms.push(text) - 1);
      lexicon.units.push(units[form] as number);
    }
    for (const compound of compounds) lexicon.addCompound(compound);
    return lexicon;
  }

  /** What is kept of it. */
  data(): LexiconData {
    return {
      forms: this.forms,
      units: this.units,
      stems: this.stems,
      content: this.content,
      parts: [...this.parts.entries()].filter(([, parts]) => parts.length > 0),
      compounds: this.compounds.flatMap((bySecond) => [...(bySecond?.values() ?? [])].flat()),
    };
  }

  /** Number of the form of a word. */
  form(text: string): number {
    const known = this.numberOfForm.get(text) ?? this.base?.numberOfForm.get(text);
    if (known !== undefined) return known;
    const { stem, content } = senseOf(text);
    let unit = this.unitOf(stem);
    if (unit === undefined) {
      unit = this.add(stem, noParts, content);
      this.unitOfStem.set(stem, unit);
    }
    // A stem can name something when one of its forms can.
    if (unit >= (this.base?.content.length ?? 0)) this.content[unit] ||= content;
    this.numberOfForm.set(text, this.forms.length);
    this.units.push(unit);
    return this.forms.push(text) - 1;
  }

  private unitOf(stem: string): number | undefined {
    return this.unitOfStem.get(stem) ?? this.base?.unitOfStem.get(stem);
  }

  private add(stem: string, parts: readonly number[], content: boolean): number {
    this.stems.push(stem);
    this.content.push(content);
    return this.parts.push(parts) - 1;
  }

  /** Learns a compound of its words, each given by the number of its form, unless it is known. */
  learn(forms: readonly number[]): void {
    const parts = forms.map((form) => this.units[form] as number);
    const [first, second] = parts as [number, number];
    const known = this.compounds[first]?.get(second) ?? [];
    if (known.some((other) => other.parts.length === parts.length && this.isAt(forms, 0, other.parts)))
      return;
    // `pre-training` is `pretraining` where somebody writes it so.
    const closed = senseOf(forms.map((form) => this.forms[form]).join(''));
    const unit =
      this.unitOf(closed.stem) ??
      this.add(
        '',
        parts,
        parts.some((part) => this.content[part]),
      );
    this.addCompound({ parts, unit });
  }

  private addCompound(compound: Compound): void {
    const [first, second] = compound.parts as [number, number];
    const bySecond = (this.compounds[first] ??= new Map<number, Compound[]>());
    const known = bySecond.get(second) ?? [];
    known.push(compound);
    known.sort((a, b) => b.parts.length - a.parts.length);
    bySecond.set(second, known);
  }

  /** The longest compound that stands at a place, with hyphens or with spaces. */
  compoundAt({ forms, gaps }: WordNumbers, start: number): Compound | undefined {
    if (!gaps[start + 1]) return undefined;
    const bySecond = this.compounds[this.units[forms[start] as number] as number];
    if (bySecond === undefined) return undefined;
    const compounds = bySecond.get(this.units[forms[start + 1] as number] as number);
    if (compounds === undefined) return undefined;
    for (const compound of compounds) {
      if (this.isAt(forms, start, compound.parts) && isOne(gaps, start, start + compound.parts.length))
        return compound;
    }
    return undefined;
  }

  private isAt(forms: ArrayLike<number>, start: number, parts: readonly number[]): boolean {
    for (let index = 0; index < parts.length; index++) {
      const form = start + index < forms.length ? (forms[start + index] as number) : undefined;
      if (form === undefined || this.units[form] !== parts[index]) return false;
    }
    return true;
  }
}

/** Whether nothing parts the words from a place to another, and no hyphen joins them to what comes after them. */
function isOne(gaps: ArrayLike<number>, start: number, end: number): boolean {
  if (gaps[end] === gapNumbers.hyphen) return false;
  for (let place = start + 1; place < end; place++) if (gaps[place] === gapNumbers.break) return false;
  return true;
}

/** The compounds that a text writes with hyphens, each as the forms of its words. */
export function hyphenated({ forms, gaps }: WordNumbers): number[][] {
  const found: number[][] = [];
  for (let start = 0; start < forms.length; start++) {
    let end = start + 1;
    while (gaps[end] === gapNumbers.hyphen) end++;
    if (end - start > 1 && end - start <= longestCompound)
      found.push(Array.from({ length: end - start }, (_, index) => forms[start + index] as number));
    start = end - 1;
  }
  return found;
}
