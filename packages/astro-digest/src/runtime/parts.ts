import { addresses } from './addresses.ts';
import { t } from './interface.ts';
import { getLibrary } from './library.ts';

/** A part of the digest that navigation leads to. */
export interface Part {
  name: string;
  /** Absent where the digest has no such page. */
  address: string | undefined;
  /** Whether it is the search. */
  search: boolean;
}

/** The parts of the digest beside its latest issue. */
export async function partsOfDigest(): Promise<Part[]> {
  const library = await getLibrary();
  return [
    { name: t('archive'), address: addresses.archive(), search: false },
    ...(library.has('topics') ? [{ name: t('topics'), address: addresses.topics(), search: false }] : []),
    { name: t('subscribe'), address: addresses.subscribe(), search: false },
    { name: t('search'), address: addresses.search(), search: true },
  ];
}
