import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasProxies } from '../../../src/cli/fetch/proxy.ts';
import { digestOf, testFolder } from '../in-folder.ts';
import { fetchInto } from './fetching.ts';
import { says, serve } from './service.ts';

const text = digestOf({ 'Counting Owls': 'Birds migrate. We count.' });

/** A proxy that gives the same answer for every address, and lets no connection through. */
async function proxy() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(text);
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a proxy', () => {
  it('is asked instead of the server', async () => {
    const folder = testFolder();
    const { origin, asked } = await proxy();
    const ran = await fetchInto(folder, 'http://owls.invalid/today --date 2025-03-12', {
      env: { http_proxy: origin },
    });
    expect(ran.status).toBe(0);
    expect(asked).toEqual(['GET http://owls.invalid/today']);
    expect(folder.read('digests/2025-03-12.txt')).toBe(text);
  });

  it('that does not let the connection through is told', async () => {
    const folder = testFolder();
    const { origin, asked } = await proxy();
    const ran = await fetchInto(folder, 'https://owls.invalid/today', { env: { HTTPS_PROXY: origin } });
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toBe(
      'https://owls.invalid/today There is no answer because the proxy does not let the connection through: check HTTPS_PROXY and NO_PROXY. (no-answer)\n',
    );
    expect(asked).toEqual(['CONNECT owls.invalid:443']);
  });

  it('is not asked for hosts that are left out', async () => {
    const folder = testFolder();
    const { origin, asked } = await proxy();
    const service = await serve(says(text));
    const env = { HTTP_PROXY: origin, NO_PROXY: 'example.org,127.0.0.1' };
    expect((await fetchInto(folder, `${service.origin}/owls`, { env })).status).toBe(0);
    expect(asked).toEqual([]);
    expect(service.asked).toHaveLength(1);
  });
});

describe('a proxy that can’t be used', () => {
  it.each(['owls', 'socks5://127.0.0.1:1080'])('because it is %s is told', async (address) => {
    const ran = await fetchInto(testFolder(), 'https://owls.invalid/', { env: { HTTPS_PROXY: address } });
    expect(ran).toMatchObject({
      status: 1,
      err: 'https://owls.invalid/ Nothing is asked because the proxy in HTTPS_PROXY can’t be used (its address is none that begins with http:// or https://): mend that, or run the command without HTTPS_PROXY. (no-answer)\n'.replace(
        '’',
        "'",
      ),
    });
  });

  it('because Node.js is too old for one is told', async () => {
    const env = { HTTP_PROXY: 'http://127.0.0.1:1' };
    const ran = await fetchInto(testFolder(), 'http://owls.invalid/', { env, node: '22.12.0' });
    expect(ran.status).toBe(1);
    expect(ran.err).toContain('(Node.js 22.12.0 knows no proxies, as 22.21 and 24.5 do)');
  });

  it.each([
    ['22.12.0', false],
    ['22.21.0', true],
    ['23.11.0', false],
    ['24.4.1', false],
    ['24.5.0', true],
    ['26.0.0', true],
  ])('is no matter for Node.js %s: %s', (version, has) => {
    expect(hasProxies(version)).toBe(has);
  });
});
