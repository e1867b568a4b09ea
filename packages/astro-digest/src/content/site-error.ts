import { AstroError } from 'astro/errors';
import { printable } from 'remark-digest/light';

/**
 * Makes an error for what the site has to mend. Astro shows an error with its stack, if it has one; where in this package it was
 * found says nothing to whoever has to mend it.
 *
 * @param message one sentence: what is wrong, and how to fix it
 */
export function siteError(message: string): AstroError {
  const error = new AstroError(printable(message));
  error.stack = '';
  return error;
}
