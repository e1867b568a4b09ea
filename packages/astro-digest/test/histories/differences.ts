import type { BuiltFiles } from './files-of.ts';

/** How many differences are told. */
const mostTold = 5;

/** How a site differs from what it should be; empty where it does not. */
export function differencesOf(site: BuiltFiles, expected: BuiltFiles): string[] {
  const paths = [...new Set([...site.keys(), ...expected.keys()])].sort();
  const different = paths.flatMap((path) => {
    const [own, other] = [site.get(path), expected.get(path)];
    if (!own) return `${path} is missing`;
    if (!other) return `${path} should not be there`;
    return own.equals(other) ? [] : `${path}: ${around(own, other)}`;
  });
  return different.length <= mostTold
    ? different
    : [...different.slice(0, mostTold), `and ${different.length - mostTold} more`];
}

/** What stands around the first byte that differs. */
function around(own: Buffer, other: Buffer): string {
  const place = own.findIndex((byte, index) => byte !== other[index]);
  const at = place < 0 ? own.length : place;
  const part = (bytes: Buffer): string =>
    JSON.stringify(bytes.subarray(Math.max(0, at - 40), at + 60).toString('utf8'));
  return `${part(own)} instead of ${part(other)}`;
}
