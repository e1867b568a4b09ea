import { sitesWithSharedLayouts } from './shared-layouts.ts';
import { sitesWithTypes } from './with-types.ts';
import { sitesWithoutTypes } from './without-types.ts';

/** Sites in the manners in which people write them. */
export const inhabitedSites = [...sitesWithTypes, ...sitesWithoutTypes, ...sitesWithSharedLayouts];
