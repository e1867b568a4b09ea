import { describe, expect, it } from 'vitest';
import { testFolder } from '../in-folder.ts';
import { fetchInto } from './fetching.ts';
import { dailyPaper, dailyPapers, json, says, serve } from './service.ts';

const asked = 'http://here/api/daily_papers?…';

describe('Daily Papers', () => {
  it('are written as they come, under the day that was asked for', async () => {
    const folder = testFolder();
    const body = dailyPapers('2025-03-11', 'Counting Owls', 'Hearing Bats');
    const service = await serve(says(body, json));
    const ran = await fetchInto(folder, 'hugging-face --date 2025-03-11', {
      env: { HF_ENDPOINT: service.origin },
    });
    expect(ran).toEqual({
      status: 0,
      out: `digests/2025-03-11.json: written, ${body.length} bytes from ${asked}\n`,
      err: '',
      waits: [],
    });
    expect(folder.read('digests/2025-03-11.json')).toBe(body);
    expect(folder.files('digests')).toEqual(['2025-03-11.json']);
    expect(service.asked.map(({ path }) => path)).toEqual(['/api/daily_papers?date=2025-03-11&limit=100']);
    expect(service.asked[0]?.headers['user-agent']).toMatch(
      /^remark-digest\/\d+\.\d+\.\d+ \(\+https:\/\/\S+\)$/,
    );
  });

  it('are those of today in UTC where no day is named', async () => {
    const folder = testFolder();
    const service = await serve(says(dailyPapers('2025-03-12', 'Owls'), json));
    const around = { env: { HF_ENDPOINT: `${service.origin}/` }, now: '2025-03-12T23:30:00Z' };
    expect((await fetchInto(folder, 'hugging-face --name owls', around)).status).toBe(0);
    expect(folder.files('digests')).toEqual(['2025-03-12-owls.json']);
    expect(service.asked[0]?.path).toContain('date=2025-03-12&');
  });

  it('of a day without papers are nothing, and that is well', async () => {
    const folder = testFolder();
    const service = await serve(says('[]', json));
    const ran = await fetchInto(folder, 'hugging-face --date 2025-03-09', {
      env: { HF_ENDPOINT: service.origin },
    });
    expect(ran).toEqual({
      status: 0,
      out: 'Hugging Face has no papers of 2025-03-09: nothing is written\n',
      err: '',
      waits: [],
    });
    expect(folder.has('digests')).toBe(false);
  });

  it('of today may not be there yet', async () => {
    const folder = testFolder();
    const service = await serve(says('{"error":"date is in the future"}', json, 400));
    const around = { env: { HF_ENDPOINT: service.origin } };
    expect(await fetchInto(folder, 'hugging-face', around)).toMatchObject({
      status: 0,
      out: 'Hugging Face has no papers of 2025-03-12 yet: nothing is written\n',
    });
    expect(await fetchInto(folder, 'hugging-face --date 2025-03-01', around)).toMatchObject({
      status: 1,
      err: `${asked} The server refuses (400 bad request, “date is in the future”): check the day of --date. (refused-request)\n`,
    });
    expect(folder.files()).toEqual([]);
  });

  it('of another day are not written', async () => {
    const folder = testFolder();
    const service = await serve(says(dailyPapers('2025-03-11', 'Owls', 'Bats'), json));
    const ran = await fetchInto(folder, 'hugging-face', { env: { HF_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({
      status: 1,
      out: '',
      err: `${asked} The digest of 2025-03-11 came instead of that of 2025-03-12, and is not written: run the command again later, or ask with --date 2025-03-11. (wrong-answer)\n`,
    });
    expect(folder.has('digests')).toBe(false);
  });

  it('are written with a warning when there are as many as one answer has', async () => {
    const folder = testFolder();
    const titles = Array.from({ length: 100 }, (_, index) => `Owls of place ${index}`);
    const service = await serve(says(dailyPapers('2025-03-12', ...titles), json));
    const ran = await fetchInto(folder, 'hugging-face', { env: { HF_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({
      status: 0,
      err: `${asked} There are 100 papers, as many as the service gives in one answer, and there may be more: look at the page of that day. (full-answer)\n`,
    });
    expect(folder.files('digests')).toEqual(['2025-03-12.json']);
  });

  it.each([
    [
      'an error object',
      '{"error":"Too many owls."}',
      'What came is an error, “Too many owls”, and not the JSON of Daily Papers',
    ],
    ['another object', '{"papers":[]}', 'What came is JSON of another kind and not the JSON of Daily Papers'],
    ['another list', '[1,2]', 'What came is a list of something else and not the JSON of Daily Papers'],
    [
      'half of the list',
      dailyPapers('2025-03-12', 'Owls').slice(0, 90),
      'What came is JSON that is broken or cut off and not',
    ],
    ['nothing at all', '', 'What came is empty and not the JSON of Daily Papers'],
    ['some words', 'Owls sleep.', 'What came is no JSON and not the JSON of Daily Papers'],
    [
      'a web page',
      '<!doctype html><title>Just a moment...</title>',
      `A web page came from http://here/api/daily_papers?… instead of the JSON of Daily Papers`,
    ],
  ])('are not %s', async (_, body, sentence) => {
    const folder = testFolder();
    const service = await serve(says(body, json));
    const ran = await fetchInto(folder, 'hugging-face', { env: { HF_ENDPOINT: service.origin } });
    expect(ran.status).toBe(1);
    expect(ran.err.split('\n')).toHaveLength(2);
    expect(ran.err).toContain(`${asked} ${sentence}`);
    expect(folder.has('digests')).toBe(false);
  });

  it('that do not tell their day are taken for those of the day that was asked for', async () => {
    const folder = testFolder();
    const { paper } = dailyPaper('Owls', '2025-03-12') as { paper: Record<string, unknown> };
    delete paper['submittedOnDailyAt'];
    const service = await serve(says(JSON.stringify([{ paper }]), json));
    const ran = await fetchInto(folder, 'hugging-face', { env: { HF_ENDPOINT: service.origin } });
    expect(ran.status).toBe(0);
    expect(folder.files('digests')).toEqual(['2025-03-12.json']);
  });
});
