import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { run } from './run.ts';

/** What a Chromium is started with: nothing of its own on the network, and no sandbox where root could not have one. */
export const browserArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Finds a Chromium or Chrome that starts: one that is there, else Playwright's own, else Debian's.
 *
 * @throws Error that says what to install, when none can be had
 */
export async function findBrowser(): Promise<string> {
  const there = [process.env['CHROME_PATH'] ?? '', ...installed(), playwrightPath()];
  for (const path of there) if (path !== '' && existsSync(path) && (await starts(path))) return path;

  console.log('No Chromium or Chrome was found: installing the one of Playwright.');
  const cli = new URL('cli.js', import.meta.resolve('playwright-core/package.json'));
  // Where it can't be had it says so at length, and there is another way to try.
  await run(process.execPath, [fileURLToPath(cli), 'install', 'chromium'], { silent: true });
  if (await starts(playwrightPath())) return playwrightPath();

  if (process.getuid?.() === 0 && onPath('apt-get').length > 0) {
    console.log('It could not be installed: installing the Chromium of Debian.');
    await run('apt-get', ['update', '-qq'], { silent: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { silent: true });
    for (const path of installed()) if (await starts(path)) return path;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome and none could be installed: install one, or set CHROME_PATH to its program.',
  );
}

function installed(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  return [
    ...names.flatMap(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].filter((path) => existsSync(path));
}

/** The programs of that name that the environment's path leads to. */
export function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
}

function playwrightPath(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

async function starts(path: string): Promise<boolean> {
  if (path === '' || !existsSync(path)) return false;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    const browser = await chromium.launch({ executablePath: path, args: browserArguments, timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
