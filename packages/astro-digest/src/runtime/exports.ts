import type { Paper } from '../model/entries.ts';
import { bibliographyFormats, bibliographyStem } from '../model/file-formats.ts';
import type { Library } from '../model/library.ts';
import type { Volume } from '../model/volumes.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';

/** Bibliographies of a volume: files of one name, each with the ending of its format. */
export interface VolumeExport {
  volume: Volume;
  /** Name of the files without their endings: `papers`, or `papers-2025-h1` where there are several volumes. */
  stem: string;
}

/**
 * The bibliographies of all papers, or of those given: a file for each volume, so that a day changes small ones and nobody has to take
 * those of ten years.
 *
 * @param ids of the papers. Default: all
 * @returns the latest first
 */
export function exportsOf(library: Library, ids?: readonly string[]): VolumeExport[] {
  const volumes = ids ? library.volumes : library.bibliographyVolumes;
  const issues = ids && new Set(ids.map((id) => library.paper(id)?.data.issue.id));
  return volumes
    .filter((volume) => !issues || volume.issues.some((id) => issues.has(id)))
    .map((volume) => ({ volume, stem: stemOf(volume, volumes) }));
}

/** The papers of an export, the latest issue first. */
export function papersOfExport(library: Library, stem: string, ids?: readonly string[]): Paper[] {
  const [, id] = stem.split(`${bibliographyStem}-`);
  // A volume by its name, so that others may change while this one stays.
  const all = (): Volume | undefined => (ids ? library.volumes : library.bibliographyVolumes)[0];
  const own = (id: string) => (ids ? library.volume(id) : library.bibliographyVolume(id));
  const volume = (id === undefined ? all() : own(id)) as Volume;
  if (!ids) return library.papersOfVolume(volume);
  const issues = new Set(volume.issues);
  return ids.flatMap((id) => library.paper(id) ?? []).filter(({ data }) => issues.has(data.issue.id));
}

/** What programs are told of the bibliographies of the whole digest. */
export function exportList(library: Library): unknown {
  return {
    exports: exportsOf(library).map(({ volume, stem }) => ({
      volume: volume.id,
      issues: volume.issues.length,
      papers: library.papersOfVolume(volume).length,
      files: Object.fromEntries(
        bibliographyFormats.map(({ file }) => [file, absolute(addresses.file(`${stem}.${file}`))]),
      ),
    })),
  };
}

function stemOf({ id }: Volume, { length }: readonly Volume[]): string {
  return length === 1 ? bibliographyStem : `${bibliographyStem}-${id}`;
}
