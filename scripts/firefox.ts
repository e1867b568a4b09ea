import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import { onPath } from './browser.ts';
import { run } from './run.ts';

/**
 * Finds a Firefox: one that is there, else Debian's, where root can install it.
 *
 * @returns its program; `undefined`, and a line that says what to do, when none can be had
 * @throws Error that says what to install, when none can be had in CI
 */
export async function findFirefox(): Promise<string | undefined> {
  const there = [process.env['FIREFOX_PATH'] ?? '', ...installed()].find(starts);
  if (there !== undefined) return there;

  if (process.getuid?.() === 0 && onPath('apt-get').length > 0) {
    console.log('No Firefox was found: installing the one of Debian.');
    await run('apt-get', ['update', '-qq'], { silent: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], {
      silent: true,
    });
    const debian = installed().find(starts);
    if (debian !== undefined) return debian;
  }
  const message =
    'The tests in Firefox need Firefox, and none could be installed: install one, or set FIREFOX_PATH to its program.';
  if (process.env['CI']) throw new Error(message);
  console.warn(`${message} They are skipped.`);
  return undefined;
}

/**
 * Starts Firefox, with a new profile, by WebDriver BiDi.
 *
 * @param path of its program
 */
export function openFirefox(path: string): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    // Each file is an origin of its own, as in the Firefox of a reader; what drives it would turn that off.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
}

function installed(): string[] {
  return [
    ...['firefox', 'firefox-esr'].flatMap(onPath),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].filter((path) => existsSync(path));
}

function starts(path: string): boolean {
  if (path === '' || !existsSync(path)) return false;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
