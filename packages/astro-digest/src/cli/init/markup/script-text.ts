import { Refusal, type Place } from '../edit.ts';

/** Behind these an operand begins, so that `/` begins a pattern there and `<` an element. */
const beforeOperand = new Set('(,=:[!&|?{};+-*%^~<>');

/** A text that is read from its beginning to its end, with code of JavaScript in it. */
export class ScriptText {
  protected readonly text: string;
  /** How far it is read. */
  protected at: number;
  /** The last sign of the code that is no space; empty where it begins. */
  private last = '';

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  protected is(sign: string): boolean {
    return this.text.startsWith(sign, this.at);
  }

  /** Reads what a sticky pattern finds here. */
  protected match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  /**
   * Goes behind the next place where a sign stands.
   *
   * @throws Refusal when there is none
   */
  protected skipPast(sign: string, what: string, start = this.at): void {
    const found = this.text.indexOf(sign, this.at);
    if (found === -1) throw this.noEnd(what, start);
    this.at = found + sign.length;
  }

  protected noEnd(what: string, start: number): Refusal {
    return new Refusal(`${what} has no end in it`, placeAt(this.text, start));
  }

  /** @throws Refusal when a file is nested deeper than anybody writes it */
  protected enter(start: number, depth: number, deepest: number): void {
    if (depth > deepest) throw new Refusal('it is nested too deep', placeAt(this.text, start));
  }

  protected beginCode(): void {
    this.last = '';
  }

  /** Tells that the code had a value that was read in another way, by its last sign. */
  protected noteValue(sign: string): void {
    this.last = sign;
  }

  /** Whether the code wants an operand here, and not an operator. */
  protected isOperand(): boolean {
    if (this.last === '' || beforeOperand.has(this.last)) return true;
    return /\breturn\s*$/.test(this.text.slice(Math.max(0, this.at - 12), this.at));
  }

  /** Goes behind the next piece of code: a text, a comment, a pattern, or one sign. */
  protected skipToken(): void {
    const sign = this.text[this.at] as string;
    const start = this.at;
    if (this.is('//')) this.match(/[^\r\n]*/y);
    else if (this.is('/*')) this.skipPast('*/', 'a comment');
    else if (sign === '"' || sign === "'") {
      const string = sign === '"' ? /"(?:[^"\\\r\n]|\\[^])*"/y : /'(?:[^'\\\r\n]|\\[^])*'/y;
      if (!this.match(string)) throw this.noEnd('a text', start);
      this.last = sign;
    } else if (sign === '/' && this.isOperand()) {
      if (!this.match(/\/(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\//y))
        throw this.noEnd('a pattern', start);
      this.last = '"';
    } else {
      this.at += 1;
      if (sign.trim() !== '') this.last = sign;
    }
  }

  /** Goes behind a text between backticks; `readCode` reads what stands in its `${…}`. */
  protected readTemplateText(readCode: () => void): void {
    const start = this.at;
    this.at += 1;
    while (!this.is('`')) {
      if (this.at >= this.text.length) throw this.noEnd('a text', start);
      if (this.is('${')) {
        this.at += 2;
        readCode();
      } else this.at += this.is('\\') ? 2 : 1;
    }
    this.at += 1;
    this.last = '`';
  }
}

/** Line and column of an offset. */
function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}
