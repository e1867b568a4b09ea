import { hash } from 'node:crypto';

/** SHA-256 of bytes or a text, in base64url. */
export function hashOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url');
}
