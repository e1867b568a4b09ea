/** Text as the content of an element, as `hast-util-to-html` writes it. */
export function escapeText(text: string): string {
  return /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;
}

/** Text as the value of an attribute between double quotes, as `hast-util-to-html` writes it. */
export function escapeAttribute(value: string): string {
  return value.replace(/["&'`]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}
