import { mail, mailbox, mailsInText } from './mail/index.ts';
import { quoted } from './quoted.ts';
import type { Wrapping } from './wrapping.ts';

/** All wrappings, in the order in which they are tried. */
export const wrappings: readonly Wrapping[] = [mailbox, mail, mailsInText, quoted];
