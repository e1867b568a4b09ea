/** Comments, texts, and what is an address: in `url(…)`, or behind `@import`. */
const tokens =
  /\/\*[\s\S]*?\*\/|(?<importing>@import\s*)?(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)')|\burl\(\s*(?:"(?<quoted>(?:[^"\\]|\\[\s\S])*)"|'(?<quotedOnce>(?:[^'\\]|\\[\s\S])*)'|(?<bare>[^)"']*?))\s*\)/gi;

/**
 * Puts other addresses in the place of those in a style sheet.
 *
 * @param change gives the address for an address; the empty one for what is not there
 */
export function changeCssAddresses(css: string, change: (address: string) => string): string {
  return css.replace(tokens, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const inUrl = groups['quoted'] ?? groups['quotedOnce'] ?? groups['bare'];
    const imported = groups['importing'] === undefined ? undefined : (groups['double'] ?? groups['single']);
    const address = inUrl ?? imported;
    // Data, and what is in the page itself, needs no file.
    if (address === undefined || address === '' || /^(?:data:|#)/i.test(address)) return token;
    const changed = change(address.replace(/\\([^\da-f])/gi, '$1'));
    if (changed === address) return token;
    const text = `url("${changed.replace(/["\\]/g, '\\$&')}")`;
    return inUrl === undefined ? `@import ${text}` : text;
  });
}
