import { describe, expect, test } from 'vitest';
import { rewritePage, type ModuleScript, type PageChanges } from '../../src/offline/portable/rewrite-page.ts';

/** Rewrites a page whose links get `to:` in front, and of whose files those are there that begin with a slash. */
function rewritten(html: string, modules: ModuleScript[] = []): string {
  const changes: PageChanges = {
    link: (address) => (address.includes('gone') ? undefined : `to:${address}`),
    file: (address) => (address.startsWith('/') ? `at:${address}` : undefined),
    style: (css) => css.replaceAll('red', 'blue'),
    styleSheet: (address) => `<link rel="stylesheet" href="at:${address}">`,
    scripts(found) {
      modules.push(...found);
      return '<script defer src="all.js"></script>';
    },
  };
  return rewritePage(html, changes);
}

describe('a page', () => {
  test.each([
    ['<p>Text &amp; <b>more</p>', '<p>Text &amp; <b>more</p>'],
    ['<a href="/a?b&amp;c">x</a>', '<a href="to:/a?b&amp;c">x</a>'],
    ["<a class=y href='/gone'>x</a>", '<a class=y>x</a>'],
    ['<form action=/search/></form>', '<form action="to:/search/"></form>'],
    ['<img src=/a.png alt="A">', '<img src="at:/a.png" alt="A">'],
    ['<img src=https://b.example/a.png alt="A">', '<img alt="A">'],
    ['<img srcset="/a.png 1x, b.png 2x">', '<img srcset="at:/a.png 1x">'],
    ['<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
    ['<noscript><a href="/a">x</a></noscript>', '<noscript><a href="to:/a">x</a></noscript>'],
    ['<template><a href="/a">x</a></template>', '<template><a href="to:/a">x</a></template>'],
    ['<style>p{color:red}</style>', '<style>p{color:blue}</style>'],
    ['<p style="color:red">', '<p style="color:blue">'],
    ['<link rel=stylesheet href=/a.css crossorigin integrity=x>', '<link rel="stylesheet" href="at:/a.css">'],
    ['<link rel=canonical href=/a><link rel=modulepreload href=/a.js>', ''],
    ['<meta property="og:title" content=x><meta http-equiv=content-security-policy content=x>', ''],
    ['<script type="application/ld+json">{}</script>', ''],
    ['<script>let a = "<a href=/a>";</script>', '<script>let a = "<a href=/a>";</script>'],
    ['<script src=https://b.example/a.js></script>', ''],
    ['<astro-island client="load" uid=1>x</astro-island>', '<astro-island uid=1>x</astro-island>'],
  ])('%s becomes %s', (html, expected) => {
    expect(rewritten(html)).toBe(expected);
  });

  test('has that script outside of the templates in which modules wait, where it runs', () => {
    const html = '<p>x</p><template><x-y></x-y><script type=module src=/b.js></script></template>';
    expect(rewritten(html)).toBe(
      '<p>x</p><script defer src="all.js"></script><template><x-y></x-y></template>',
    );
  });

  test('has one script in the place of all its modules', () => {
    const modules: ModuleScript[] = [];
    const html = '<script type=module src=/a.js></script><p>x<script type="module">b()</script>';
    expect(rewritten(html, modules)).toBe('<p>x<script defer src="all.js"></script>');
    expect(modules).toEqual([{ address: '/a.js' }, { text: 'b()' }]);
  });
});
