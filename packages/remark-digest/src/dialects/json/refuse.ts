import { refusedText, type Finding } from '../../messages.ts';
import type { KeyedValue, KeyedValues } from '../../text/keyed-values.ts';
import { textOf } from './values.ts';

const errorKeys = [
  'error',
  'errors',
  'message',
  'detail',
  'details',
  'reason',
  'errormessage',
  'exception',
  'msg',
];
const failure =
  /error|fail|denied|forbidden|unauthori[sz]ed|not found|too many|limit|invalid|unavailable|time[d ]?out|错误|失败/i;

/** Why JSON without papers gives none. */
export function reasonOfRefusal(values: KeyedValues): Finding {
  const roots = [...values.roots()];
  if (roots.every(({ isEmpty }) => isEmpty)) {
    return refusedText(
      'an empty list of JSON',
      'fetch it again, or delete the file if that day has no papers',
    );
  }
  const said = roots.length === 1 ? errorIn(roots[0] as KeyedValue) : undefined;
  if (said !== undefined) {
    return refusedText(
      `the error that a service answered with (“${said}”)`,
      'fetch it again and keep that answer',
    );
  }
  return refusedText(
    'JSON in which no record is a paper',
    'give each paper a record with `title` and `abstract`, `authors` or `id`',
  );
}

/** What an answer says that is an error. */
function errorIn(root: KeyedValue): string | undefined {
  if (root.kind !== 'record') return undefined;
  const members = [...root.children()];
  for (const key of errorKeys) {
    const value = members.find((member) => member.key === key);
    const text = value && textOf(value)?.text.value.replace(/\s+/g, ' ');
    if (text === undefined || text === '' || text === 'false') continue;
    if (
      key.startsWith('error') ||
      key === 'exception' ||
      (members.length <= 6 &&
        failure.test(root.slice(root.extent.start, root.extent.end).value.slice(0, 2000)))
    ) {
      return text.length > 60 ? `${text.slice(0, 58).trimEnd()} …` : text;
    }
  }
  return undefined;
}
