import { symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testFolder } from '../in-folder.ts';
import { fetchInto } from './fetching.ts';
import { announcement, dailyPapers, json, rss, says, serve, type Say } from './service.ts';

/** Calls of the system that fail, with the code. */
const failing = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<Record<string, unknown>>();
  const wrapped = ['fsyncSync', 'linkSync', 'mkdirSync', 'openSync', 'writeFileSync'].map((name) => [
    name,
    (...args: unknown[]) => {
      const code = failing.get(name);
      if (code !== undefined && String(args[0]).includes('digests'))
        throw Object.assign(new Error(), { code });
      if (code !== undefined && name === 'writeFileSync' && typeof args[0] === 'number')
        throw Object.assign(new Error(), { code });
      return (real[name] as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...real, ...Object.fromEntries(wrapped) };
});

beforeEach(() => failing.clear());

const first = dailyPapers('2025-03-12', 'Counting Owls');
const second = dailyPapers('2025-03-12', 'Counting Owls', 'Hearing Bats');
const name = 'digests/2025-03-12.json';

async function desk(...answers: Say[]) {
  const folder = testFolder();
  const service = await serve(...answers);
  const env = { HF_ENDPOINT: service.origin, ARXIV_ENDPOINT: service.origin };
  const run = (line = 'hugging-face', out = 'digests') => fetchInto(folder, line, { env, out });
  return { folder, service, run };
}

describe('a file that is there', () => {
  it('and says the same is left as it is', async () => {
    const { folder, run } = await desk(says(first, json));
    await run();
    const before = folder.snapshot('digests');
    expect(await run()).toMatchObject({ status: 0, out: `${name}: already there\n`, err: '' });
    expect(folder.snapshot('digests')).toEqual(before);
  });

  it('and says something else is kept', async () => {
    const { folder, run } = await desk(says(first, json), says(second, json));
    await run();
    const before = folder.snapshot('digests');
    expect(await run()).toMatchObject({
      status: 1,
      out: '',
      err: `${name}:1:1 This file is there and says something else than what came, and is kept as it is: rename or delete it, or run with --force, which keeps it as a backup. (existing-file)\n`,
    });
    expect(folder.snapshot('digests')).toEqual(before);
  });

  it('is written anew by --force, and kept beside it', async () => {
    const { folder, run } = await desk(says(first, json), says(second, json));
    await run();
    expect(await run('hugging-face --force')).toMatchObject({
      status: 0,
      out: `${name}: written, ${second.length} bytes from http://here/api/daily_papers?…, and what was there is 2025-03-12.json.bak\n`,
    });
    expect(folder.read(name)).toBe(second);
    expect(folder.read(`${name}.bak`)).toBe(first);
  });

  it('and is the same issue in another kind of file is kept, and nothing is put beside it', async () => {
    const { folder, run } = await desk(says(first, json));
    folder.write('digests/2025-03-12.txt', 'Owls');
    expect(await run('hugging-face --force')).toMatchObject({
      status: 1,
      err: `${name}:1:1 This is not written because 2025-03-12.txt beside it is the same issue: rename or delete that, or give this one a name of its own with --name. (existing-file)\n`,
    });
    expect(folder.files('digests')).toEqual(['2025-03-12.txt']);
    expect((await run('hugging-face --name owls')).status).toBe(0);
  });

  it('and is a link is not written through', async () => {
    const { folder, run } = await desk(says(first, json));
    folder.write('digests/readme.md', 'Mine');
    symlinkSync('readme.md', folder.at(name));
    expect((await run('hugging-face --force')).err).toMatch(
      /^digests\/2025-03-12\.json:1:1 This is a symbolic link.*\(unsafe-path\)\n$/,
    );
    expect(folder.read('digests/readme.md')).toBe('Mine');
  });
});

describe('an answer that is known', () => {
  const tagged = { ...json, etag: 'W/"owl"', 'last-modified': 'Wed, 12 Mar 2025 10:00:00 GMT' };
  /** Answers with 304 to one who knows the answer. */
  const knows: Say = (response, { headers }) => {
    const known = headers['if-none-match'] === 'W/"owl"';
    response.writeHead(known ? 304 : 200, tagged);
    response.end(known ? '' : first);
  };

  it('is not sent again', async () => {
    const { folder, service, run } = await desk(knows);
    await run();
    expect(await run()).toMatchObject({
      status: 0,
      out: `${name}: already there, and nothing newer at http://here/api/daily_papers?…\n`,
      err: '',
    });
    expect(service.asked[1]?.headers).toMatchObject({
      'if-none-match': 'W/"owl"',
      'if-modified-since': 'Wed, 12 Mar 2025 10:00:00 GMT',
    });
    expect(folder.read(name)).toBe(first);
  });

  it('is asked for whole when its file is gone, was changed, or belongs into another folder', async () => {
    const { folder, service, run } = await desk(knows);
    await run();
    folder.remove('digests');
    expect(await run()).toMatchObject({ status: 0 });
    expect(folder.read(name)).toBe(first);
    folder.write(name, 'Mine');
    expect((await run()).err).toContain('(existing-file)');
    expect(folder.read(name)).toBe('Mine');
    expect((await run('hugging-face', 'others')).status).toBe(0);
    expect(service.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is asked for whole when what was remembered is lost or broken', async () => {
    const { folder, service, run } = await desk(knows);
    await run();
    folder.remove('cache');
    expect(await run()).toMatchObject({ status: 0, out: `${name}: already there\n` });
    for (const broken of ['', '{}', '[]', 'null', '{"version":1,"asked":{},"answers":{"x":1}}']) {
      folder.write('cache/remark-digest/fetch.json', broken);
      expect(await run()).toMatchObject({ status: 0, out: `${name}: already there\n` });
    }
    expect(service.asked.every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
  });

  it('is not taken for another day', async () => {
    const { folder, service, run } = await desk(
      says(announcement('Tue, 11 Mar 2025 00:00:00 -0400', 'Owls'), { ...rss, etag: '"owl"' }),
      says('', {}, 304),
      says(announcement('Tue, 11 Mar 2025 00:00:00 -0400', 'Owls'), { ...rss, etag: '"owl"' }),
    );
    await run('arxiv cs.LG');
    expect(await run('arxiv cs.LG')).toMatchObject({ status: 0, err: '' });
    expect((await run('arxiv cs.LG --date 2025-03-12')).err).toContain(
      'The digest of 2025-03-11 came instead',
    );
    expect(service.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"owl"',
      undefined,
    ]);
    expect(folder.files('digests')).toEqual(['2025-03-11-cs-lg.xml']);
  });

  it('is asked for whole when its file is to have another name', async () => {
    const { folder, run } = await desk(knows);
    await run();
    expect((await run('hugging-face --name owls')).status).toBe(0);
    expect(folder.files('digests')).toEqual(['2025-03-12-owls.json', '2025-03-12.json']);
  });

  it('has no address and no password in what is remembered', async () => {
    const { folder, service, run } = await desk(
      says('Owls sleep.', { etag: '"owl"', date: 'Wed, 12 Mar 2025 10:00:00 GMT' }),
    );
    await run(`${service.origin.replace('//', '//mia:secret@')}/owls?key=secret`);
    expect(service.asked[0]?.headers['authorization']).toBe(`Basic ${btoa('mia:secret')}`);
    expect(folder.read('cache/remark-digest/fetch.json')).not.toMatch(/secret|127\.0\.0\.1/);
  });
});

describe('a disk or a folder that can’t be written to', () => {
  it.each([
    ['mkdirSync', 'EACCES', 'you have no permission'],
    ['openSync', 'EROFS', 'the disk is read-only'],
    ['writeFileSync', 'ENOSPC', 'the disk is full'],
    ['linkSync', 'EIO', 'the disk has a fault'],
  ])('because %s says %s leaves nothing half-written', async (call, code, why) => {
    const { folder, run } = await desk(says(first, json));
    failing.set(call, code);
    const { status, out, err } = await run();
    failing.clear();
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(
      new RegExp(`^${name}:1:1 This is not written because ${why}: .*\\(unwritable-file\\)\n$`),
    );
    expect(folder.files('digests')).toEqual([]);
    expect((await run()).status).toBe(0);
    expect(folder.read(name)).toBe(first);
  });

  it('because it is a file is told', async () => {
    const { folder, run } = await desk(says(first, json));
    folder.write('digests', 'Mine');
    expect((await run()).err).toContain('This is not written because a part of its path is not a folder:');
    expect(folder.read('digests')).toBe('Mine');
  });
});

describe('a quiet fetch', () => {
  it('prints errors only', async () => {
    const { run } = await desk(says(first, json), says(first, json), says(second, json));
    expect(await run('hugging-face --quiet')).toMatchObject({ status: 0, out: '', err: '' });
    expect(await run('hugging-face --quiet')).toMatchObject({ status: 0, out: '', err: '' });
    const { status, err } = await run('hugging-face --quiet');
    expect(status).toBe(1);
    expect(err).toContain('(existing-file)');
  });
});
