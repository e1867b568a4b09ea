import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** How many bytes a hash has. */
const hashSize = 32;

/**
 * Writes data into a file that is kept from build to build, below a hash, so that damage is noticed. The file is whole or not there.
 *
 * @param data plain: see `v8.serialize`
 * @param restsOn what else than itself the data rests on: with another one it is none any more
 */
export function writeSealedData(file: string, data: unknown, restsOn: string): void {
  const content = serialize(data);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, Buffer.concat([sealOf(content, restsOn), content]));
  renameSync(`${file}.new`, file);
}

/** Reads such data; `undefined` where it is damaged, rests on something else, was written by another engine, or is not there. */
export function readSealedData(file: string, restsOn: string): unknown {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(hashSize);
    return bytes.subarray(0, hashSize).equals(sealOf(content, restsOn)) ? deserialize(content) : undefined;
  } catch {
    return undefined;
  }
}

function sealOf(content: Uint8Array, restsOn: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([process.versions.v8, restsOn]))
    .update(content)
    .digest();
}
