import { readFileSync } from 'node:fs';
import { sealText, unsealText } from '../content/sealed-text.ts';
import { writeSyncFile } from '../content/sync-files.ts';

/** By what a file is known again without reading it: somebody who writes to it changes its time, and who replaces it, its number. */
export interface FileMark {
  /** Its number on the file system. */
  ino: number;
  /** When its bytes were last written, in milliseconds since 1970. */
  mtime: number;
}

/** A file of a site that is kept from build to build. */
export interface KeptFile {
  /** Path from the folder of the site, its parts joined by slashes. */
  path: string;
  /** SHA-256 of its bytes, in base64url. */
  hash: string;
  /** How many bytes it has. */
  size: number;
  /** Number of the pack that has them. */
  pack: number;
  /** Where they start in it. */
  start: number;
  /** The file as it was written, by which it is known again in the last site. */
  written: FileMark;
}

/** Files that are made together, of the same things: a page, or all files of a volume's index. */
export interface KeptUnit {
  /** Hash of all that they are made of. */
  key: string;
  files: KeptFile[];
}

/** What is kept, by the names of the units. */
export type KeptList = Map<string, KeptUnit>;

/** Changes with the shape of the list. */
const version = '2';

/** Reads a list; an empty one where it is damaged, of another version, or not there. */
export function readKeptList(file: string): KeptList {
  try {
    const text = unsealText(readFileSync(file, 'utf8'), version);
    return new Map(text === undefined ? [] : (JSON.parse(text) as [string, KeptUnit][]));
  } catch {
    return new Map();
  }
}

/** Writes a list whole: a reader sees the old one or the new one. */
export function writeKeptList(file: string, list: KeptList): void {
  writeSyncFile(file, sealText(JSON.stringify([...list]), version));
}
