import type { Translate } from '../strings/translate.ts';
import { canRunWebAssembly } from './load-in-browser.ts';

/** Says why a search has no answer: without a network that is the reason, whatever went wrong for want of it. */
export function sayFailure(error: unknown, t: Translate): string {
  if (!navigator.onLine && canRunWebAssembly()) return t('searchOffline');
  const reason = error instanceof Error ? error.message : String(error);
  return t('searchBroken', { reason });
}
