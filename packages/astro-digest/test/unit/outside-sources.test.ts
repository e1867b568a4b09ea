import { expect, test } from 'vitest';
import { outsideSourceOf } from '../../src/kept/outside-sources.ts';

test.each([
  ['const title = Astro.props.title;', 'nothing'],
  ['const day = new Date(props.date);', 'nothing'],
  ['render`© ${new Date().getFullYear()}`', 'year'],
  ['const today = new Date();\nrender`© ${today.getFullYear()}`', 'year'],
  ['const today = new Date();\nrender`${today.getUTCFullYear()} ${today.getFullYear()}`', 'year'],
  ['const today = new Date();\nrender`© ${today.getFullYear()} ${format(today)}`', 'unknown'],
  ['render`${new Date().toISOString()}`', 'unknown'],
  ['render`${format(new Date())}`', 'unknown'],
  ['const time = Date.now();', 'unknown'],
  ["import { readFileSync } from 'node:fs';", 'unknown'],
  ["const answer = await fetch('https://example.org/');", 'unknown'],
  ['const id = Math.random();', 'unknown'],
  ['const bytes = crypto.getRandomValues(new Uint8Array(4));', 'unknown'],
  ['const today = DateTime.now();', 'unknown'],
  ['const today = Temporal.Now.plainDateISO();', 'unknown'],
  ['const today = Date();', 'unknown'],
  ["const today = dayjs().format('YYYY');", 'unknown'],
  ["const day = dayjs(props.date).format('YYYY');", 'nothing'],
  ['const day = toDate(props.date);', 'nothing'],
  ["import { HOST } from 'astro:env/server';", 'unknown'],
  ["import { HOST } from 'astro:env/client';", 'nothing'],
])('%s', (code, expected) => {
  expect(outsideSourceOf(code)).toBe(expected);
});
