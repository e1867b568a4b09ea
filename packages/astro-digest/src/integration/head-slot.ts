import type { HeadCount } from '../model/head-slot.ts';

/**
 * Says what a layout without a slot `head` loses, as a sentence.
 *
 * @param layout path of the layout, as the option has it; undefined where the site has none for the digest
 * @returns undefined where the slot is there, or no page was rendered yet
 */
export function findHeadSlotProblem(
  layout: string | undefined,
  { pages, heads }: HeadCount,
): string | undefined {
  if (layout === undefined || pages === 0 || heads > 0) return undefined;
  return (
    `${layout} has no slot \`head\`, so the pages of the digest have no links to its feeds, no citation tags, no linked data and no ` +
    '`noindex`: put `<slot name="head" />` inside its `<head>`.'
  );
}
