import { themeEarlyHash } from '../../src/reader/theme-early.ts';

/** The Content-Security-Policy that the files of the docs set. */
export function policyOfHosts(): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' '${themeEarlyHash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "form-action 'self' https:",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
