import { describe, expect, it } from 'vitest';
import { dayInText, dayOfFeed } from '../../../src/cli/fetch/day.ts';
import { binaryKind, extensionOf } from '../../../src/cli/fetch/file-kind.ts';
import { redirectTarget } from '../../../src/cli/fetch/redirect-target.ts';
import { retryAfter } from '../../../src/cli/fetch/retry-after.ts';

describe('the day of a text', () => {
  it.each([
    ['Wed, 12 Mar 2025 00:00:00 -0400', '2025-03-12'],
    ['12 March 2025', '2025-03-12'],
    ['Wednesday, 12-Mar-2025 23:59:59 GMT', '2025-03-12'],
    ['2025-03-12T23:59:59-11:00', '2025-03-12'],
    ['2025-03-12', '2025-03-12'],
    ['2025-02-30', undefined],
    ['12 Owl 2025', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s is %s', (text, day) => {
    expect(dayInText(text)).toBe(day);
  });

  it('is the feed’s own and not that of an item', () => {
    expect(dayOfFeed('<feed><updated>2025-03-12T04:00:00Z</updated><entry/></feed>')).toBe('2025-03-12');
    expect(dayOfFeed('<feed><entry><updated>2025-03-12T04:00:00Z</updated></entry></feed>')).toBeUndefined();
    expect(
      dayOfFeed(
        '<rss><lastBuildDate>Thu, 13 Mar 2025 04:00:07 +0000</lastBuildDate><pubDate>Wed, 12 Mar 2025 00:00:00 -0400</pubDate></rss>',
      ),
    ).toBe('2025-03-12');
  });
});

describe('the time that a server wants', () => {
  const now = new Date('2025-03-12T12:00:00Z');

  it.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['Wed, 12 Mar 2025 12:01:00 GMT', 60_000],
    ['Wed, 12 Mar 2025 11:00:00 GMT', 0],
    ['Owl, 99 Mar 2025', undefined],
    ['-5', undefined],
    ['12345678901234567890', undefined],
    [undefined, undefined],
  ])('in %s is %s', (value, milliseconds) => {
    expect(retryAfter(value, now)).toBe(milliseconds);
  });
});

describe('the extension of a file', () => {
  it.each([
    ['[{"title":"Owls"}]', 'text/plain', '/owls', 'json'],
    ['[]', '', '/owls', 'json'],
    ['\uFEFF<?xml version="1.0"?><rss/>', 'text/plain', '/owls', 'xml'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', '', '/owls', 'xml'],
    ['<!-- owls --><feed/>', 'application/atom+xml; charset=utf-8', '/owls', 'xml'],
    ['<!DOCTYPE html>', 'application/json', '/owls', 'html'],
    ['Owls', 'text/html', '/owls', 'html'],
    ['@article{owl,', 'text/plain', '/owls.txt', 'bib'],
    ['% owls', 'application/x-bibtex', '/owls', 'bib'],
    ['TY  - JOUR', 'text/plain', '/owls', 'ris'],
    ['# Owls', 'text/plain; charset=utf-8', '/mia/owls/main/README.md', 'md'],
    ['# Owls', 'text/markdown', '/owls', 'md'],
    ['Owls\n\nThey sleep.', 'text/plain', '/owls', 'txt'],
    ['Owls', '', '/owls.exe', 'txt'],
    ['[1] Owls', 'text/plain', '/owls', 'txt'],
  ])('that begins with %s and is called %s at %s is %s', (text, type, path, extension) => {
    expect(extensionOf(text, type, path)).toBe(extension);
  });

  it.each([
    ['%PDF-1.7 owls', 'a PDF'],
    ['PK\x03\x04owls', 'a ZIP archive or an Office document'],
    ['\x7FELF\x02\x01\x01\0\0owls of the north', 'a binary file'],
    ['Owls', undefined],
    ['\xFF\xFEO\0w\0l\0s\0', undefined],
    ['O\0w\0l\0s\0', undefined],
  ])('is none for %j', (bytes, kind) => {
    expect(binaryKind(Buffer.from(bytes, 'latin1'))).toBe(kind);
  });
});

describe('a redirect', () => {
  const target = (from: string, location: string): string => redirectTarget(new URL(from), location).href;

  it('may stay on a host, lead to another one, and become encrypted', () => {
    expect(target('https://owls.example.org/a', '/b')).toBe('https://owls.example.org/b');
    expect(target('https://owls.example.org/a', '//bats.example.org/b')).toBe('https://bats.example.org/b');
    expect(target('http://owls.example.org/a', 'https://owls.example.org/a')).toBe(
      'https://owls.example.org/a',
    );
  });

  it('does not lead from an encrypted address to one that is not', () => {
    expect(() => target('https://owls.example.org/a', 'http://owls.example.org/b?key=owl')).toThrow(
      'leads to http://owls.example.org/b?…, which is not followed',
    );
  });
});
