import type { Server } from './site.ts';

/** A page that a reader has open in a browser while its digests are written. */
export interface OpenPage {
  /** What the reader sees in the end: loads the page again each time that the dev server says so, until it is as it should be. */
  shows(isRight: (body: string, status: number) => boolean): Promise<void>;
  close(): void;
}

/** Opens a page of the dev server, as Vite's client in a browser does. */
export async function openPage({ address }: Server, path: string): Promise<OpenPage> {
  const client = await (await fetch(`${address}/@vite/client`)).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1];
  const socket = new WebSocket(`${address.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let reloads = 0;
  let wake = (): void => {};
  socket.addEventListener('message', ({ data }) => {
    if ((JSON.parse(String(data)) as { type: string }).type !== 'full-reload') return;
    reloads += 1;
    wake();
  });
  const load = async () => {
    const response = await fetch(`${address}${path}`);
    return { body: await response.text(), status: response.status };
  };
  let loaded = { at: 0, ...(await load()) };
  return {
    async shows(isRight) {
      while (!isRight(loaded.body, loaded.status)) {
        if (reloads === loaded.at) await new Promise<void>((resolve) => (wake = resolve));
        const at = reloads;
        loaded = { at, ...(await load()) };
      }
    },
    close: () => socket.close(),
  };
}
