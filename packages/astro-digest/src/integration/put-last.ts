import type { AstroIntegration } from 'astro';

/**
 * Has an integration asked after all others, those included that others have added. Astro has no public way to do that: where the list
 * can't be changed, the integration stays where it is.
 */
export function putLast(integrations: AstroIntegration[], last: AstroIntegration): void {
  // Astro copies the objects of integrations.
  const place = integrations.findIndex(({ name }) => name === last.name);
  if (place < 0 || Object.isFrozen(integrations)) return;
  integrations.push(...integrations.splice(place, 1));
}
