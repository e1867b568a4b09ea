import type { FactName } from '../facts/table.ts';
import type { FactDrafts } from './dialect.ts';

/** Those of some facts that are told. */
export function given(facts: { [Name in FactName]?: FactDrafts[Name] | undefined }): FactDrafts {
  const told: Record<string, unknown> = {};
  for (const name in facts) {
    const fact = facts[name as FactName];
    if (fact !== undefined && !(Array.isArray(fact) && fact.length === 0)) told[name] = fact;
  }
  return told;
}
