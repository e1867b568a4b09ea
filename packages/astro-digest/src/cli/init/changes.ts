import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { findFiles } from '../../content/find-files.ts';
import { findContentConfig } from '../../integration/content-config-file.ts';
import {
  astroConfigLines,
  editAstroConfig,
  newAstroConfig,
  readAstroConfig,
  type AstroConfigFacts,
} from './astro-config.ts';
import { editContentConfig, newContentConfig, readBase } from './content-config.ts';
import type { Edit } from './edit.ts';
import { fileDay, firstDigest } from './first-digest.ts';
import { plainStyle } from './style.ts';

/** Names of the config files, in the order in which Astro looks for them. */
const astroConfigs = ['mjs', 'js', 'ts', 'mts'].map((extension) => `astro.config.${extension}`);
/** Names that Astro doesn't look for, or no longer. */
const commonJsConfigs = ['astro.config.cjs', 'astro.config.cts'];
const oldContentConfigs = ['ts', 'js', 'mjs', 'mts'].map((extension) => `content/config.${extension}`);

/** What is to be done to one file of the site, by its path from the site's root. */
export type Change =
  | { kind: 'present'; path: string }
  | {
      kind: 'write';
      path: string;
      /** Its text; undefined when the file is new. */
      before: string | undefined;
      after: string;
    }
  | {
      kind: 'refused';
      path: string;
      /** What is in the way, as a sentence that says what to do. */
      message: string;
      /** The lines to write by hand. */
      lines: string[];
    };

/** Why nothing can be done at all, in one sentence that says how to mend it. */
export class SiteProblem extends Error {}

/** What the site shall have. */
export interface Wishes {
  title: string;
  /** Day of the first digest. */
  day: Date;
}

/**
 * Works out what a site lacks to have a digest. Nothing is written, and nothing of the site is run.
 *
 * @param root folder of the site
 * @returns in the order in which to write them: a server that runs meanwhile reads the site anew after the last one
 * @throws SiteProblem when there is no site
 */
export function findChanges(root: string, { title, day }: Wishes): Change[] {
  const { change, facts } = findConfigChange(root, title);
  const srcDir = facts.srcDir === undefined ? undefined : pathInside(facts.srcDir);
  if (srcDir === undefined) return [refuseContentConfig(), change];

  const base = posix.join(srcDir, 'content/digests');
  const content = findContentChange(root, srcDir, base, facts);
  const named = content.kind === 'refused' ? undefined : readBase(textAfter(root, content), content.path);
  const folder = named === undefined ? undefined : pathInside(named);
  if (folder === undefined || findFiles(root, folder).issues.length > 0) return [content, change];

  const path = posix.join(folder, `${fileDay(day)}.txt`);
  return [{ kind: 'write', path, before: undefined, after: firstDigest(day) }, content, change];
}

function findConfigChange(root: string, title: string): { change: Change; facts: AstroConfigFacts } {
  const lines = astroConfigLines(title);
  const path = astroConfigs.find((name) => existsSync(join(root, name)));
  if (path !== undefined) {
    const text = readText(root, path);
    const change = changeFile(path, text, lines, (current) => editAstroConfig(current, path, title));
    return { change, facts: readAstroConfig(text ?? '', path) };
  }
  const commonJs = commonJsConfigs.find((name) => existsSync(join(root, name)));
  if (commonJs !== undefined) {
    const message = `${commonJs} is a CommonJS module, which Astro doesn't read: write astro.config.mjs, with these lines.`;
    return {
      change: { kind: 'refused', path: commonJs, message, lines },
      facts: { srcDir: undefined, style: plainStyle },
    };
  }
  if (!dependsOnAstro(root)) {
    throw new SiteProblem(
      `There is no Astro site in ${root}: run this in the folder that has astro.config, or name it with --root.`,
    );
  }
  return {
    change: { kind: 'write', path: 'astro.config.mjs', before: undefined, after: newAstroConfig(title) },
    facts: { srcDir: './src', style: plainStyle },
  };
}

function findContentChange(root: string, srcDir: string, base: string, { style }: AstroConfigFacts): Change {
  const lines = contentConfigLines(base);
  const path = findContentConfig(root, srcDir);
  if (path !== undefined)
    return changeFile(path, readText(root, path), lines, (text) => editContentConfig(text, path, base));

  const isTyped = ['tsconfig.json', 'astro.config.ts', 'astro.config.mts'].some((name) =>
    existsSync(join(root, name)),
  );
  const fresh = posix.join(srcDir, `content.config.${isTyped ? 'ts' : 'mjs'}`);
  const old = oldContentConfigs
    .map((name) => posix.join(srcDir, name))
    .find((each) => existsSync(join(root, each)));
  if (old !== undefined) {
    const message = `${old} is where Astro no longer looks for collections: move it to ${fresh}, with these lines.`;
    return { kind: 'refused', path: old, message, lines };
  }
  return { kind: 'write', path: fresh, before: undefined, after: newContentConfig(base, style) };
}

function changeFile(
  path: string,
  before: string | undefined,
  lines: string[],
  edit: (text: string) => Edit,
): Change {
  const result: Edit =
    before === undefined ? { kind: 'refused', reason: 'it is not written in UTF-8' } : edit(before);
  if (result.kind === 'present') return { kind: 'present', path };
  if (result.kind === 'changed') return { kind: 'write', path, before, after: result.text };
  const { reason, place } = result;
  const where = place ? `${path}:${place.line}:${place.column}` : path;
  return {
    kind: 'refused',
    path,
    message: `${where} This file stays as it is, because ${reason}: write these lines yourself.`,
    lines,
  };
}

function refuseContentConfig(): Change {
  return {
    kind: 'refused',
    path: 'src/content.config.ts',
    message:
      "The folder of the sources can't be told from astro.config: write these lines into its content.config yourself.",
    lines: contentConfigLines('src/content/digests'),
  };
}

function contentConfigLines(base: string): string[] {
  return newContentConfig(base, plainStyle).split('\n').filter(Boolean);
}

/** Text that a file has in the end. */
function textAfter(root: string, change: Change & { kind: 'present' | 'write' }): string {
  return change.kind === 'write' ? change.after : readFileSync(join(root, change.path), 'utf8');
}

/** Text of a file, its mark at the beginning included, so that it becomes the same bytes again; undefined when it is no UTF-8. */
function readText(root: string, path: string): string | undefined {
  const bytes = readFileSync(join(root, path));
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** A path from the site's root in its shortest form; undefined when it leads out of the site. */
function pathInside(path: string): string | undefined {
  const normal = posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '');
  return posix.isAbsolute(normal) || normal.split('/')[0] === '..' || /^[a-z]:/i.test(normal)
    ? undefined
    : normal;
}

function dependsOnAstro(root: string): boolean {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return 'astro' in { ...dependencies, ...devDependencies };
  } catch {
    return false;
  }
}
