/** What stands on a page that a server sends in the place of another one, in its title or as its first line. */
export const gate =
  /^\s*(?:#+ )?(?:just a moment\b|attention required!|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:you are|that you are) (?:a )?human|are you a (?:robot|human)\b|access (?:to this page has been )?denied\b|please (?:enable|turn on) javascript|(?:too many requests|service unavailable|bad gateway|gateway time-?out|forbidden|error 4\d\d|error 5\d\d|[45]\d\d (?:error|forbidden|not found|bad gateway|service|too many|gateway))\b)/i;

/** Whether a title says that a page stands in the place of another one. */
export function isGate(title: string): boolean {
  return gate.test(title);
}
