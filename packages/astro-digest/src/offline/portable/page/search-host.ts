import type { IndexesHost } from '../../../search/indexes.ts';
import type { Pagefind, PagefindOptions } from '../../../search/pagefind-api.ts';

/** Makes Pagefind, which takes its files from what is given to it in place of the browser's `fetch`. */
export type MakePagefind = (fetch: (address: string) => Promise<FetchedFile>) => Pagefind;

/** What Pagefind asks of an answer. */
interface FetchedFile {
  ok: boolean;
  status: number;
  arrayBuffer(): Promise<ArrayBufferLike>;
  json(): Promise<unknown>;
}

/** Where the files of a search are. */
export interface SearchSource {
  /** Gives the Base64 of a file by its path from the digest; `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
  makePagefind(): Promise<MakePagefind>;
}

/**
 * Lets a search read its files where nothing can be fetched.
 *
 * @param base path of the digest in the site, without a slash at its end
 */
export function searchHost(base: string, { read, makePagefind }: SearchSource): IndexesHost {
  const readBytes = async (address: string): Promise<Uint8Array | undefined> => {
    const [path = ''] = address.slice(base.length + 1).split('?');
    const text = await read(path);
    return text === undefined ? undefined : toBytes(text);
  };
  return {
    async importPagefind(address) {
      const make = await makePagefind();
      const pagefind = make(async (address) => {
        const bytes = await readBytes(address);
        await turn();
        return {
          ok: bytes !== undefined,
          status: bytes ? 200 : 404,
          arrayBuffer: async () => (bytes as Uint8Array).buffer,
          json: async () => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
        };
      });
      // It would look for a worker, which browsers load from files no more than modules.
      const place = { basePath: address.slice(0, address.lastIndexOf('/') + 1), noWorker: true };
      let isNew = true;
      return {
        ...pagefind,
        options(options: PagefindOptions) {
          const all = isNew ? { ...options, ...place } : options;
          isNew = false;
          return pagefind.options(all);
        },
      };
    },
    async loadText(address) {
      return new TextDecoder().decode(await readBytes(address));
    },
  };
}

/** Lets other work have its turn: files come at once here, and unpacking one after the other would hold up a slow machine. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function toBytes(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
