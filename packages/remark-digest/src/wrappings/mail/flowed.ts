import { joinTexts, sliceText, type LocatedText } from '../../text/located-text.ts';

/**
 * Puts the lines of `format=flowed` together again: a line that ends with a space goes on in the next one, and a space at the
 * beginning of a line is not its own. RFC 3676.
 *
 * @param deleteSpace whether the space at the end is not the text's own either, as `DelSp=yes` says
 */
export function unflow(text: LocatedText, deleteSpace: boolean): LocatedText {
  const lines = [...text.value.matchAll(/(?<quote>>*) ?(?<body>[^\r\n]*)(?<end>\r\n|\n|\r|$)/g)];
  const parts: LocatedText[] = [];
  let open: string | undefined;
  for (const { index, 0: whole, groups = {} } of lines) {
    const { quote = '', body = '', end = '' } = groups;
    const last = index + whole.length - end.length;
    const goesOn = open === quote && quote + body !== '';
    if (open !== undefined && !goesOn) parts.push(sliceText(text, index - 1, index));
    if (!goesOn && quote !== '') parts.push(sliceText(text, index, index + quote.length));
    // A quoted line keeps the space behind its signs of quotation.
    const stuffed = quote === '' || goesOn ? last - body.length : index + quote.length;
    const flows = body.endsWith(' ') && body !== '-- ' && end !== '';
    parts.push(sliceText(text, stuffed, last - (flows && deleteSpace ? 1 : 0)));
    if (!flows && end !== '') parts.push(sliceText(text, last, last + end.length));
    open = flows ? quote : undefined;
  }
  return joinTexts(
    parts.filter(({ value }) => value !== ''),
    '',
  );
}
