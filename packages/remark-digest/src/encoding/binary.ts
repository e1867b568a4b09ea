/** What a file is that is no text, and how its text can be had. */
export interface BinaryKind {
  what: string;
  instead: string;
}

const unpack = 'unpack it and keep the files in it that are text';
const save = 'save its text as a file of its own in UTF-8';
const picture = 'write what it shows as text';

/** The bytes that files begin with, by what they are. */
const kinds: readonly (BinaryKind & { begins: readonly string[]; at?: number })[] = [
  { what: 'a PDF file', instead: 'copy the text out of it', begins: ['%PDF-'] },
  {
    what: 'a picture',
    instead: picture,
    begins: ['\x89PNG', '\xFF\xD8\xFF', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', '\0\0\x01\0', '8BPS'],
  },
  {
    what: 'a picture, a sound or a film',
    instead: picture,
    begins: ['RIFF', 'OggS', 'ID3', 'fLaC', '\x1AE\xDF\xA3'],
  },
  { what: 'a picture, a sound or a film', instead: picture, begins: ['ftyp'], at: 4 },
  {
    what: 'a ZIP archive or an Office document',
    instead: `${unpack}, or ${save}`,
    begins: ['PK\x03\x04', 'PK\x05\x06'],
  },
  { what: 'an Office document', instead: save, begins: ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', '{\\rtf'] },
  {
    what: 'a packed file',
    instead: unpack,
    begins: [
      '\x1F\x8B',
      'BZh',
      '\xFD7zXZ\0',
      '\x28\xB5\x2F\xFD',
      '7z\xBC\xAF\x27\x1C',
      'Rar!\x1A\x07',
      '\x04\x22\x4D\x18',
    ],
  },
  { what: 'a packed file', instead: unpack, begins: ['ustar'], at: 257 },
  {
    what: 'a program',
    instead: 'name the file that holds the digest',
    begins: [
      '\x7FELF',
      'MZ\x90',
      '\xFE\xED\xFA\xCE',
      '\xFE\xED\xFA\xCF',
      '\xCE\xFA\xED\xFE',
      '\xCF\xFA\xED\xFE',
      '\xCA\xFE\xBA\xBE',
      '\0asm',
    ],
  },
  {
    what: 'a database',
    instead: 'export the papers as JSON',
    begins: ['SQLite format 3\0', 'PAR1', 'ARROW1', '\x89HDF'],
  },
  {
    what: 'a font',
    instead: 'name the file that holds the digest',
    begins: ['wOFF', 'wOF2', 'OTTO', '\0\x01\0\0\0'],
  },
];

const unknown: BinaryKind = {
  what: 'binary data and no text',
  instead: 'name the file that holds the digest, or export it as text',
};

/** Tells what a file is by its first bytes, where that is no text. */
export function binaryKind(bytes: Uint8Array): BinaryKind | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  const found = kinds.find(({ begins, at = 0 }) => begins.some((mark) => matches(bytes, mark, at)));
  return found ?? (/^\s*%PDF-/.test(head) ? kinds[0] : undefined);
}

function matches(bytes: Uint8Array, mark: string, at: number): boolean {
  for (let index = 0; index < mark.length; index++)
    if (bytes[at + index] !== mark.charCodeAt(index)) return false;
  return true;
}

/** What bytes are that have more control characters than any text. */
export function withControls(bytes: Uint8Array, isUtf8: boolean): BinaryKind | undefined {
  let controls = 0;
  let zeros = 0;
  // By number, because the iterator of bytes is several times slower.
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    // White space, the end of a file of DOS, and what begins a sequence of ISO-2022 are no signs of anything.
    if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b) continue;
    controls++;
    if (byte === 0) zeros++;
  }
  const isBinary = isUtf8 ? controls > 10 && controls > 0.05 * bytes.length : zeros > 0 || controls > 2;
  return isBinary ? unknown : undefined;
}
