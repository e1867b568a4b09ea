import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../in-folder.ts';
import { fetchInto, type Around, type Fetched } from './fetching.ts';
import { dailyPapers, json, says, serve, type Say } from './service.ts';

const body = dailyPapers('2025-03-12', 'Counting Owls', 'Hearing Bats');
const good = says(body, json);
const asked = 'http://here/api/daily_papers?…';

/** Fetches from a service that gives these answers, and looks that there is a file where all is well, and nothing else. */
async function day(answers: Say[], { env, ...around }: Around = {}): Promise<Fetched & { asked: number }> {
  const folder = testFolder();
  const service = await serve(...answers);
  const ran = await fetchInto(folder, 'hugging-face', {
    ...around,
    env: { HF_ENDPOINT: service.origin, ...env },
  });
  expect(folder.files('digests')).toEqual(ran.status === 0 ? ['2025-03-12.json'] : []);
  const written = folder.has('digests') ? folder.read('digests/2025-03-12.json') : undefined;
  expect(written).toBe(ran.status === 0 ? body : undefined);
  expect(ran.err).toMatch(
    ran.status === 0 ? /^$/ : /^http:\/\/here\/\S+ [A-Z][^\n]*: [^\n]+\. \([a-z-]+\)\n$/,
  );
  return { ...ran, asked: service.asked.length };
}

describe('a server that is busy', () => {
  it('is asked again, each time later', async () => {
    expect(await day([says('', {}, 503), says('', {}, 502), good])).toMatchObject({
      status: 0,
      err: '',
      waits: [2000, 4000],
    });
  });

  it('is asked again after the seconds that it names', async () => {
    expect(await day([says('', { 'retry-after': '7' }, 429), good])).toMatchObject({
      status: 0,
      waits: [7000],
    });
  });

  it('is asked again after the moment that it names', async () => {
    const later = { 'retry-after': 'Wed, 12 Mar 2025 12:00:20 GMT' };
    expect(await day([says('', later, 503), good])).toMatchObject({ status: 0, waits: [20_000] });
    const before = { 'retry-after': 'Wed, 12 Mar 2025 11:00:00 GMT' };
    expect(await day([says('', before, 503), good])).toMatchObject({ status: 0, waits: [0] });
  });

  it.each(['soon', '-5', ''])('is asked again in its time when it says “%s”', async (value) => {
    expect(await day([says('', { 'retry-after': value }, 429), good])).toMatchObject({
      status: 0,
      waits: [2000],
    });
  });

  it('is left alone when it was busy four times', async () => {
    expect(await day([says('', {}, 503)])).toMatchObject({
      status: 1,
      out: '',
      err: `${asked} The server is busy (503 out of service) and was so each of 4 times: run the command again later. (refused-request)\n`,
      waits: [2000, 4000, 8000],
      asked: 4,
    });
  });

  it('is left alone when it wants more time than there is', async () => {
    expect(await day([says('', { 'retry-after': '3600' }, 429)])).toMatchObject({
      status: 1,
      err: `${asked} The server asks to be left alone for 3600 seconds (429 too many requests), and the command has 60 seconds: run it again after that, or give it more time with --timeout. (refused-request)\n`,
      waits: [],
      asked: 1,
    });
    expect(await day([says('', {}, 429)], { limits: { total: 1000 } })).toMatchObject({
      status: 1,
      err: `${asked} The server is busy (429 too many requests) and was so when it was asked: run the command again later. (refused-request)\n`,
      asked: 1,
    });
  });
});

describe('a server that says no', () => {
  it.each([
    [
      401,
      'The server refuses (401 not logged in): open the address in a browser to see whether it is for everybody.',
    ],
    [404, 'The server refuses (404 not found): check the address.'],
    [500, 'The server refuses (500 an error of its own): run the command again later.'],
    [304, 'The server refuses (304): check what was asked for.'],
  ])('with %i is believed', async (status, sentence) => {
    const ran = await day([says('', {}, status)]);
    expect(ran).toMatchObject({ status: 1, err: `${asked} ${sentence} (refused-request)\n`, asked: 1 });
  });
});

describe('an answer that does not end', () => {
  it('because it broke off', async () => {
    const lies: Say = (response) => {
      response.writeHead(200, { ...json, 'content-length': String(body.length + 10) });
      response.write(body, () => response.destroy());
    };
    expect((await day([lies])).err).toContain('The answer broke off in the middle:');
    const chunks: Say = (response) => {
      response.writeHead(200, json);
      response.write(body, () => response.destroy());
    };
    expect((await day([chunks])).err).toContain('The answer broke off in the middle:');
  });

  it('because it stopped', async () => {
    const stops: Say = (response) => {
      response.writeHead(200, json);
      response.write(body);
    };
    expect((await day([stops], { limits: { pause: 100 } })).err).toContain(
      'The answer stopped in the middle, and nothing more came for 0.1 seconds:',
    );
  });

  it('because it is too slow', async () => {
    const drips: Say = (response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect((await day([drips], { limits: { total: 300 } })).err).toContain(
      'All is not there after 0.3 seconds:',
    );
  });

  it('because it never began', async () => {
    const never: Say = () => {};
    expect((await day([never], { limits: { answer: 100 } })).err).toContain(
      'There is a connection but no answer after 0.1 seconds:',
    );
  });

  it('because it has no end', async () => {
    const endless: Say = (response) => {
      response.writeHead(200, json);
      const more = (): void => {
        while (!response.destroyed && response.write('[1,2,3],'.repeat(8192)));
      };
      response.on('drain', more);
      more();
    };
    expect((await day([endless], { limits: { size: 1024 * 1024 } })).err).toContain(
      'The answer has more than 1 MB, which no digest has:',
    );
  });

  it('because the connection is cut before it', async () => {
    const cuts: Say = (response) => response.destroy();
    expect((await day([cuts])).err).toContain(
      'There is no answer because the connection was cut before an answer came:',
    );
  });
});

describe('a packed answer', () => {
  it('is unpacked', async () => {
    const packed = says(gzipSync(body), { ...json, 'content-encoding': 'gzip' });
    expect((await day([packed])).status).toBe(0);
  });

  it('that is not packed as it says is refused', async () => {
    const sentence = 'The answer is said to be packed as “gzip” and can’t be unpacked:'.replace('’', "'");
    expect((await day([says(body, { ...json, 'content-encoding': 'gzip' })])).err).toContain(sentence);
    const half = gzipSync(body).subarray(0, 60);
    expect((await day([says(half, { ...json, 'content-encoding': 'gzip' })])).err).toContain(sentence);
    expect((await day([says(body, { ...json, 'content-encoding': 'owl' })])).err).toContain(
      'packed as “owl”',
    );
  });

  it('that is packed without saying so is refused', async () => {
    expect((await day([says(gzipSync(body), json)])).err).toContain('What came is no JSON');
  });

  it('that becomes too large is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(3 * 1024 * 1024, ' '));
    const ran = await day([says(bomb, { ...json, 'content-encoding': 'gzip' })], {
      limits: { size: 1024 * 1024 },
    });
    expect(ran.err).toContain('The answer has more than 1 MB');
  });
});

describe('a redirect', () => {
  const to = (location: string, status = 302): Say => says('', { location }, status);

  it('is followed', async () => {
    expect(await day([to('/api/daily_papers?date=2025-03-12'), good])).toMatchObject({ status: 0, asked: 2 });
  });

  it('is followed so many times and no more', async () => {
    expect(await day([to('/again', 307)])).toMatchObject({
      status: 1,
      err: `${asked} The server sends from address to address, and more than 5 times: open the address in a browser, and give the one where it ends. (refused-request)\n`,
      asked: 6,
    });
  });

  it.each(['ftp://owls.example.org/', 'file:///etc/hostname', 'javascript:owls'])(
    'to %s is not followed',
    async (location) => {
      expect(await day([to(location)])).toMatchObject({ status: 1, asked: 1 });
    },
  );

  it('without an address is not followed', async () => {
    expect((await day([says('', {}, 302)])).err).toContain('names no address');
  });

  it('to the page of a network that wants you to log in is seen', async () => {
    const page = says('<!DOCTYPE html><title>Log in</title>', { 'content-type': 'text/html' });
    const portal = await serve(page);
    expect((await day([to(`${portal.origin}/login?from=owls`)])).err).toBe(
      `${asked} A web page came from http://here/login?… instead of the JSON of Daily Papers: open that address in a browser to see what it says, and whether your network wants you to log in. (wrong-answer)\n`,
    );
  });
});

describe('no server', () => {
  it('is told', async () => {
    const ran = await day([good], { env: { HF_ENDPOINT: 'http://127.0.0.1:1' } });
    expect(ran).toMatchObject({ status: 1, asked: 0 });
    expect(ran.err).toContain('There is no answer because nothing takes connections there:');
  });

  it('at an address that is none is a wrong command line', async () => {
    await expect(day([good], { env: { HF_ENDPOINT: 'owls' } })).rejects.toThrow(
      'HF_ENDPOINT is “owls”, which is no address: write one that begins with https://.',
    );
  });
});
