import { canaries } from './canaries.ts';
import { signs, strange } from './characters.ts';
import { constructs } from './constructs.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

/** Text out of everything that has ever meant something to a reader of Markdown or MDX. */
export function hostileText(random: Random): string {
  const length = 1 + random.below(random.pick([3, 8, 16]));
  let text = '';
  for (let index = 0; index < length; index++) text += piece(random);
  return text;
}

function piece(random: Random): string {
  switch (random.below(16)) {
    case 0:
      return random.pick(canaries);
    case 1:
    case 2:
    case 3:
    case 4:
      return random.pick(constructs);
    case 5:
    case 6:
      return random.pick(words);
    case 7:
      return random.pick(strange);
    case 8:
    case 9:
    case 10:
      return random.pick(signs);
    case 11:
      return '\n';
    case 12:
      return random.pick(['  ', '\t', '\n\n', ' \n ', '\n    ', '\n> ', '\n- ', '\\\n']);
    case 13:
      return random
        .pick([...signs, ...strange, ' ', '\n', '> ', '- ', '[[', '&a'])
        .repeat(1 + random.below(40));
    default:
      return ' ';
  }
}
