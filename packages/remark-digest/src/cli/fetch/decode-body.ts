import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { codeOf } from '../explain.ts';
import { FetchFault } from './answer.ts';
import { tooLarge, wrongEncoding } from './findings.ts';

const decoders = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateEither,
  br: brotliDecompressSync,
} as const;

/**
 * Takes off a body what it was packed in for its way.
 *
 * @param encoding the field `Content-Encoding`
 * @param size bytes that the body may have unpacked
 * @throws {FetchFault} when it is packed otherwise, or is too large
 */
export function decodeBody(body: Buffer, encoding: string | undefined, size: number): Buffer {
  const packings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return packings.reduceRight((bytes, name) => {
    if (name === '' || name === 'identity') return bytes;
    if (!Object.hasOwn(decoders, name)) throw new FetchFault(wrongEncoding(name));
    try {
      return decoders[name as keyof typeof decoders](bytes, { maxOutputLength: size });
    } catch (error) {
      throw new FetchFault(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(size) : wrongEncoding(name));
    }
  }, body);
}

/** Some servers leave out the wrapping that `deflate` has by its name. */
function inflateEither(bytes: Buffer, options: { maxOutputLength: number }): Buffer {
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw error;
    return inflateRawSync(bytes, options);
  }
}
