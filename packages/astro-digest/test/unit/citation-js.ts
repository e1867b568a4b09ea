import { Cite, type CSL, type CSLName } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { fullFamilyName, type CitationName } from '../../src/model/person-name.ts';

/** The formats in which bibliographies are written here, as citation-js calls them. */
export type Format = '@biblatex/text' | '@ris/file' | '@else/json';

/** Reads a bibliography; citation-js would guess its format from what is in it. */
export function read(text: string, format: Format): CSL[] {
  return new Cite(text, {
    forceType: format,
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    target: '@csl/list+object',
  }).data;
}

/**
 * Writes citations in a format of citation-js.
 *
 * @param options such as `template`, the style of a printed `bibliography`
 */
export function write(
  citations: readonly object[],
  format: 'bibtex' | 'ris' | 'bibliography',
  options: { template?: 'apa'; asEntryArray?: false } = {},
): string {
  // The plugin of RIS has no types.
  return new Cite(citations).format(format as 'bibliography', options) as string;
}

/**
 * A name as family name with its particle, given name and suffix, so that names can be compared that formats split in
 * different ways: a family name alone is a name that is not split, a particle is part of the family name.
 */
export function nameParts(name: CSLName | CitationName): (string | undefined)[] {
  return [fullFamilyName(name), name.given, name.suffix];
}
