import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { decode } from '../decode.ts';
import { fromDigest } from '../from-digest.ts';
import type { ReadingOptions } from './arguments.ts';
import { failedReading, unreadableFile } from './findings.ts';
import { aboutFile, fromVFileMessage, type Message } from './messages.ts';

/** A digest as its file gives it. */
export interface ReadDigest {
  text: string;
  tree: Root;
  messages: Message[];
}

/** Reads the digest at a path, or gives the message that says why it can't. */
export function readDigest(path: string, { year, dialect }: ReadingOptions): ReadDigest | Message {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return aboutFile(path, unreadableFile(error));
  }
  try {
    const tree = fromDigest(bytes, { path, year, dialect });
    const messages = (tree.data?.digest?.messages ?? []).map((message) => fromVFileMessage(path, message));
    // The tree has told already what is wrong with the bytes.
    return { text: decode(bytes, () => {}) ?? '', tree, messages };
  } catch (error) {
    const large = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
    return aboutFile(path, large ? unreadableFile(error) : failedReading(error));
  }
}
