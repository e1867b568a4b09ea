import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testFolder } from '../in-folder.ts';
import { runProgram } from '../spawn.ts';
import { dailyPapers, json, says, serve } from './service.ts';

beforeEach(() => void vi.stubEnv('HTTP_PROXY', '').stubEnv('http_proxy', ''));
afterEach(() => void vi.unstubAllEnvs());

describe('the program', () => {
  it('fetches a digest, and finds it there the next time', async () => {
    const folder = testFolder();
    const body = dailyPapers('2025-03-12', 'Counting Owls');
    const service = await serve(says('', { 'retry-after': '0' }, 503), says(body, json));
    vi.stubEnv('HF_ENDPOINT', service.origin);
    vi.stubEnv('XDG_CACHE_HOME', folder.at('cache'));
    const args = ['fetch', 'hugging-face', '--date', '2025-03-12', '--out', 'digests'];
    expect(await runProgram(args, folder.path)).toEqual({
      status: 0,
      out: `digests/2025-03-12.json: written, ${body.length} bytes from ${service.origin}/api/daily_papers?…\n`,
      err: '',
    });
    expect(folder.read('digests/2025-03-12.json')).toBe(body);
    expect(await runProgram(args, folder.path)).toEqual({
      status: 0,
      out: 'digests/2025-03-12.json: already there\n',
      err: '',
    });
  });

  it('ends in time when nobody answers', async () => {
    const folder = testFolder();
    const service = await serve(() => {});
    const ran = await runProgram(
      ['fetch', `${service.origin}/owls`, '--out', '.', '--timeout', '1'],
      folder.path,
    );
    expect(ran).toEqual({
      status: 1,
      out: '',
      err: `${service.origin}/owls All is not there after 1 second: run the command again later, or give it more time with --timeout. (no-answer)\n`,
    });
    expect(folder.files()).toEqual([]);
  });

  it('does not fetch with a wrong command line', async () => {
    const folder = testFolder();
    const service = await serve(says('Owls'));
    const ran = await runProgram(['fetch', `${service.origin}/owls`], folder.path);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain('There is no folder to write to: name it with --out DIR.');
    expect(service.asked).toEqual([]);
  });
});
