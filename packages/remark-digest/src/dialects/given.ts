import type { FactName } from '../facts/table.ts';
import type { FactDrafts } from './dialect.ts';

/** Those of some facts that are told. */
export function given(facts: { [Name in FactName]?: FactDrafts[Name] | undefined }): FactDrafts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, fact]) => fact !== undefined && (!Array.isArray(fact) || fact.length > 0),
    ),
  );
}
