import { posix } from 'node:path';
import { findFiles } from '../../content/find-files.ts';
import { findVersionProblem } from '../../content/versions.ts';
import { findContentConfig } from '../../integration/content-config-file.ts';
import {
  astroConfigLines,
  editAstroConfig,
  newAstroConfig,
  readAstroConfig,
  type AstroConfigFacts,
  type DigestOptions,
} from './astro-config.ts';
import { asksForAstro, findAstroVersion } from './site/astro-version.ts';
import { SiteProblem, type Change } from './change.ts';
import { findClassNameChanges } from './class-name-changes.ts';
import { editContentConfig, newContentConfig, readBase } from './content-config.ts';
import type { Edit } from './edit.ts';
import { firstDigest, firstDigestName } from './first-digest.ts';
import { findLayoutChanges } from './layout/layout-changes.ts';
import { pathInside, siteFiles, type SiteFiles } from './site/site-files.ts';
import { plainStyle } from './style.ts';

/** Names of the config files, in the order in which Astro looks for them. */
const astroConfigs = ['mjs', 'js', 'ts', 'mts'].map((extension) => `astro.config.${extension}`);
/** Names that Astro doesn't look for, or no longer. */
const commonJsConfigs = ['astro.config.cjs', 'astro.config.cts'];
const oldContentConfigs = ['ts', 'js', 'mjs', 'mts'].map((extension) => `content/config.${extension}`);

/** What the site shall have. */
export interface Wishes {
  title: string;
  /** Whether its layout and its navigation stay as they are. */
  isApart: boolean;
}

/** A file with the config of the site, where it has one. */
interface ConfigFile {
  path: string;
  /** Its text; undefined where it is not in UTF-8. */
  text: string | undefined;
}

/**
 * Works out what a site lacks to have a digest. Nothing is written, and nothing of the site is run.
 *
 * @param root folder of the site
 * @returns in the order in which to write them: a server that runs meanwhile reads the site anew after the last one
 * @throws SiteProblem when there is no site, or one that can't have a digest
 */
export function findChanges(root: string, { title, isApart }: Wishes): Change[] {
  const files = siteFiles(root);
  const config = findConfig(files);
  if (!config) checkForAstro(root, files);
  const problem = findVersionProblem({ node: process.versions.node, ...versionOf(root) });
  if (problem !== undefined) throw new SiteProblem(problem);

  const facts = readFacts(config);
  const srcDir = facts.srcDir === undefined ? undefined : pathInside(facts.srcDir);
  if (srcDir === undefined) return [refuseContentConfig(), changeConfig(config, { title })];
  const { layout, showsTitle, changes } = isApart
    ? { layout: undefined, showsTitle: false, changes: [] }
    : findLayoutChanges(files, srcDir, title, facts);
  const change = changeConfig(config, { title, layout, showsTitle });

  const base = posix.join(srcDir, 'content/digests');
  const content = findContentChange(root, files, srcDir, base, facts);
  const named = content.kind === 'refused' ? undefined : readBase(textAfter(files, content), content.path);
  const folder = named === undefined ? undefined : pathInside(named);
  const isFirst = folder !== undefined && findFiles(root, folder).issues.length === 0;
  const besides = [...changes, ...findClassNameChanges(root, srcDir, folder ?? base)];
  return [
    ...(isFirst ? [writeFirstDigest(folder)] : []),
    ...besides.filter(({ kind }) => kind !== 'advice'),
    content,
    change,
    ...besides.filter(({ kind }) => kind === 'advice'),
  ];
}

function writeFirstDigest(folder: string): Change {
  return {
    kind: 'write',
    path: posix.join(folder, firstDigestName),
    before: undefined,
    after: firstDigest(),
    why: 'three papers that are made up, which may be deleted',
  };
}

function findConfig(files: SiteFiles): ConfigFile | undefined {
  const path = [...astroConfigs, ...commonJsConfigs].find((name) => files.has(name));
  return path === undefined ? undefined : { path, text: files.read(path) };
}

/** @throws SiteProblem when the folder is none of a site */
function checkForAstro(root: string, files: SiteFiles): void {
  const inner = files
    .list('.')
    .find((path) => path.split('/').length <= 4 && astroConfigs.some((name) => path.endsWith(`/${name}`)));
  if (inner !== undefined) {
    throw new SiteProblem(
      `There is no astro.config in ${root}, but one in ${posix.dirname(inner)}: run this there, or with --root ${posix.dirname(inner)}.`,
    );
  }
  if (!asksForAstro(root)) {
    throw new SiteProblem(
      `There is no Astro site in ${root}: run this in the folder that has astro.config, or name it with --root.`,
    );
  }
}

function versionOf(root: string): { astro?: string } {
  const astro = findAstroVersion(root);
  return astro === undefined ? {} : { astro };
}

function readFacts(config: ConfigFile | undefined): AstroConfigFacts {
  if (!config) return { srcDir: './src', style: plainStyle, hasBase: false, layout: 'open' };
  if (!commonJsConfigs.includes(config.path)) return readAstroConfig(config.text ?? '', config.path);
  return { srcDir: undefined, style: plainStyle, hasBase: true, layout: undefined };
}

function changeConfig(config: ConfigFile | undefined, options: DigestOptions): Change {
  const lines = astroConfigLines(options);
  const why = 'the digest as an integration of the site';
  if (!config)
    return {
      kind: 'write',
      path: 'astro.config.mjs',
      before: undefined,
      after: newAstroConfig(options),
      why,
    };
  const { path, text } = config;
  if (commonJsConfigs.includes(path)) {
    const message = `${path} is a CommonJS module, which Astro doesn't read: write astro.config.mjs, with these lines.`;
    return { kind: 'refused', path, message, lines };
  }
  return changeFile(path, text, lines, why, (current) => editAstroConfig(current, path, options));
}

function findContentChange(
  root: string,
  files: SiteFiles,
  srcDir: string,
  base: string,
  { style }: AstroConfigFacts,
): Change {
  const lines = contentConfigLines(base);
  const why = 'the collections of issues and papers';
  const path = findContentConfig(root, srcDir);
  if (path !== undefined)
    return changeFile(path, files.read(path), lines, why, (text) => editContentConfig(text, path, base));

  const isTyped = ['tsconfig.json', 'astro.config.ts', 'astro.config.mts'].some((name) => files.has(name));
  const fresh = posix.join(srcDir, `content.config.${isTyped ? 'ts' : 'mjs'}`);
  const old = oldContentConfigs.map((name) => posix.join(srcDir, name)).find((each) => files.has(each));
  if (old !== undefined) {
    const message = `${old} is where Astro no longer looks for collections: move it to ${fresh}, with these lines.`;
    return { kind: 'refused', path: old, message, lines };
  }
  return { kind: 'write', path: fresh, before: undefined, after: newContentConfig(base, style), why };
}

function changeFile(
  path: string,
  before: string | undefined,
  lines: string[],
  why: string,
  edit: (text: string) => Edit,
): Change {
  const result: Edit =
    before === undefined ? { kind: 'refused', reason: 'it is not written in UTF-8' } : edit(before);
  if (result.kind === 'present') return { kind: 'present', path };
  if (result.kind === 'changed') return { kind: 'write', path, before, after: result.text, why };
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
function textAfter(files: SiteFiles, change: Change): string {
  return change.kind === 'write' ? change.after : (files.read(change.path) ?? '');
}
