import type { HeaderData } from '../dialects/dialect.ts';
import type { Report } from '../messages.ts';
import type { DigestText } from '../text/digest-text.ts';
import type { Extent, LocatedText } from '../text/located-text.ts';

/** A text that stood wrapped in another one. */
export interface Unwrapped {
  /** The text, located in the one around it. */
  text: LocatedText;
  /** What the wrapping tells of the issue, which counts where the text itself tells nothing. */
  header?: HeaderData | undefined;
  /** The date that the wrapping tells, which counts where the text itself tells none. */
  date?: LocatedText | undefined;
}

/** What a wrapping holds. */
export interface UnwrappedTexts {
  /** One text, or several such as the mails of a mailbox. */
  texts: readonly Unwrapped[];
  /** Stretches of the wrapping that are understood and tell nothing: header fields of a mail, tags, fences. */
  furniture: readonly Extent[];
}

/** Something that stands around a digest, such as a mail. What is in it can be of any dialect, or wrapped again. */
export interface Wrapping {
  /** Name for messages. */
  name: string;
  /** Takes the wrapping off; nothing where the text does not stand in one. */
  unwrap(text: DigestText, report: Report): UnwrappedTexts | undefined;
}
