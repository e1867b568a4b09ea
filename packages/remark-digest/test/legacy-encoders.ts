/** Encodes a text in an encoding of before UTF-8; nothing where that lacks a character. */
export type Encoder = (text: string) => Uint8Array | undefined;

/** Ranges of the first and of the second byte of a character. */
const ranges: Record<string, [first: [number, number], second: [number, number]]> = {
  gb18030: [
    [0x81, 0xfe],
    [0x40, 0xfe],
  ],
  big5: [
    [0xa1, 0xf9],
    [0x40, 0xfe],
  ],
  shift_jis: [
    [0x81, 0xfc],
    [0x40, 0xfc],
  ],
  'euc-jp': [
    [0xa1, 0xfe],
    [0xa1, 0xfe],
  ],
  'euc-kr': [
    [0xa1, 0xfe],
    [0xa1, 0xfe],
  ],
};

/** The characters that an encoding writes in two bytes. */
export function charactersOf(label: string): Map<string, [number, number]> {
  const [first, second] = ranges[label] as (typeof ranges)[string];
  const decoder = new TextDecoder(label);
  const characters = new Map<string, [number, number]>();
  for (let lead = first[0]; lead <= first[1]; lead++) {
    for (let trail = second[0]; trail <= second[1]; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      // Private characters are those that the encoding leaves open.
      if ([...text].length === 1 && !/[\uFFFD\uE000-\uF8FF]/.test(text) && !characters.has(text)) {
        characters.set(text, [lead, trail]);
      }
    }
  }
  return characters;
}

/** Makes an encoder for GB18030, Big5, Shift_JIS, EUC-JP or EUC-KR. */
export function encoderOf(label: string): Encoder {
  const characters = charactersOf(label);
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      const found = character < '\x80' ? [character.charCodeAt(0)] : characters.get(character);
      if (!found) return undefined;
      bytes.push(...found);
    }
    return Uint8Array.from(bytes);
  };
}

/** ISO-2022-JP has the characters of EUC-JP in seven bits, between sequences that begin and end them. */
export function iso2022jp(text: string): Uint8Array | undefined {
  const euc = encoderOf('euc-jp')(text);
  if (!euc) return undefined;
  const bytes: number[] = [];
  let japanese = false;
  for (const byte of euc) {
    if (byte >= 0x80 !== japanese) {
      japanese = !japanese;
      bytes.push(...(japanese ? [0x1b, 0x24, 0x42] : [0x1b, 0x28, 0x42]));
    }
    bytes.push(byte & 0x7f);
  }
  return Uint8Array.from(japanese ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}
