/** A declaration stands where a file begins, in ASCII. */
const beginning = 4096;

const forms = [
  /^\s*<\?xml\s[^>]*\bencoding\s*=\s*["'](?<label>[\w.:-]+)["']/i,
  /<meta\s[^>]*\bcharset\s*=\s*["']?(?<label>[\w.:-]+)/i,
  // The field of a mail may go over lines that begin with a blank.
  /^content-type:(?:[^\r\n]|\r?\n[ \t])*?\bcharset\s*=\s*"?(?<label>[\w.:-]+)/im,
];

/** The encoding that XML, HTML or a mail declares, as `TextDecoder` names it; nothing where it declares none, or one that is not known. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, beginning));
  for (const form of forms) {
    const label = form.exec(head)?.groups?.['label'];
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
