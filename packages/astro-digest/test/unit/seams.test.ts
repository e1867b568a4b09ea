import type { AstroPrerenderer } from 'astro';
import { describe, expect, test } from 'vitest';
import { probeDevPages, renewPages, type DevServer } from '../../src/seams/dev-pages.ts';
import { pageHeads, probePageHeads } from '../../src/seams/page-heads.ts';
import { pageNames, probePageNames } from '../../src/seams/page-names.ts';

const patterns = new Set(['/papers/[issue]']);
const prerenderer = (app: unknown) => ({ app }) as unknown as AstroPrerenderer;

describe('what is not public of Astro is told when it is elsewhere', () => {
  test.each([undefined, {}, { getOptions: () => ({}) }, { getOptions: () => ({ pageNames: 'none' }) }])(
    'the list of pages: %j',
    (app) => {
      const names = pageNames(prerenderer(app));
      expect(names).toBeUndefined();
      expect(probePageNames(names)).toContain('tell us the version');
    },
  );

  test.each([undefined, {}, { manifest: {} }, { manifest: { routes: 'none' } }])(
    'the heads of pages: %j',
    (app) => {
      const heads = pageHeads(prerenderer(app), patterns);
      expect(heads).toBeUndefined();
      expect(probePageHeads(heads)).toContain('tell us the version');
    },
  );
});

test('pages are made and loaded again wherever they are rendered', () => {
  const sent: string[] = [];
  const environment = (name: string) => ({
    hot: {
      send: (told: string | { type: string }) =>
        sent.push(`${name} ${typeof told === 'string' ? told : told.type}`),
    },
  });
  const server = (...names: string[]) =>
    ({
      environments: Object.fromEntries(names.map((name) => [name, environment(name)])),
    }) as unknown as DevServer;
  expect(probeDevPages(server('client'))).toContain('tell us the version');
  expect(probeDevPages(server('client', 'ssr'))).toBeUndefined();
  renewPages(server('client', 'ssr', 'prerender'));
  expect(sent).toEqual([
    'ssr astro:content-changed',
    'prerender astro:content-changed',
    'client full-reload',
  ]);
});

test('and used where it is', () => {
  const list: string[] = [];
  const names = pageNames(prerenderer({ getOptions: () => ({ pageNames: list }) }));
  expect(names).toBe(list);
  expect(probePageNames(names)).toBeUndefined();
  const route = (pattern: string) => ({ routeData: { route: pattern }, scripts: [1], styles: [], links: [] });
  const manifest = { routes: [route('/papers/[issue]'), route('/other')] };
  const heads = pageHeads(prerenderer({ manifest }), patterns);
  expect(heads).toBe('["/papers/[issue]",[1],[],[]]');
  expect(probePageHeads(heads)).toBeUndefined();
});
