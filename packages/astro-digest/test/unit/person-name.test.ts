import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrganization, spokenName, toName } from '../../src/model/person-name.ts';

test.each([
  ['Diederik P. Kingma', { family: 'Kingma', given: 'Diederik P.' }],
  ['Jan van der Berg', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ['van der Berg, Jan', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ['Berg, Jan van der', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
  ['Laurens van der Maaten', { family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' }],
  ['Luc Van Gool', { family: 'Van Gool', given: 'Luc' }],
  ['Tuan Van Nguyen', { family: 'Nguyen', given: 'Tuan Van' }],
  ['Fernando De la Torre', { family: 'De la Torre', given: 'Fernando' }],
  ['Yann Le Cun', { family: 'Le Cun', given: 'Yann' }],
  ['Quoc V. Le', { family: 'Le', given: 'Quoc V.' }],
  ['Di Wu', { family: 'Wu', given: 'Di' }],
  ['José García y Vega', { family: 'García y Vega', given: 'José' }],
  ['Jean-Baptiste Alayrac', { family: 'Alayrac', given: 'Jean-Baptiste' }],
  ['danah boyd', { family: 'boyd', given: 'danah' }],
  ['Sammy Davis Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
  ['Davis, Jr., Sammy', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
  ['Davis, Sammy, Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
  ['Sammy Davis, Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
  ['William Gates III', { family: 'Gates', given: 'William', suffix: 'III' }],
  ['Srinivas V', { family: 'V', given: 'Srinivas' }],
  ['  Jimmy \n Ba ', { family: 'Ba', given: 'Jimmy' }],
  ['山田 太郎', { family: '山田', given: '太郎' }],
  ['김 철수', { family: '김', given: '철수' }],
])('%j is split into its parts', (text, name) => {
  expect(toName(text)).toEqual(name);
});

test.each([
  'Plato',
  'OpenAI',
  'Gemini Team',
  'The ATLAS Collaboration',
  'DeepSeek-AI',
  'University of Somewhere',
  '李明',
  'ジョン・スミス',
  'a, b, c, d',
  'Doe,',
  'One Two, Three Four, Five',
  'Jane Doe and John Doe',
])('%j stays whole', (text) => {
  expect(toName(text)).toEqual({ literal: text });
});

test('an organization of the paper is none of its persons', () => {
  expect(toName('Google DeepMind')).toEqual({ family: 'DeepMind', given: 'Google' });
  expect(toName('Google DeepMind', ['Google DeepMind'])).toEqual({ literal: 'Google DeepMind' });
  expect(isOrganization('Plato', [])).toBe(false);
});

test.each(['Jan van der Berg', 'Luc Van Gool', 'Sammy Davis Jr.', '山田 太郎', 'Plato', 'Gemini Team'])(
  '%s is spoken as it was written',
  (text) => expect(spokenName(toName(text))).toBe(text),
);

test('no letter of a name is lost, whatever it is', () => {
  const letters = (text: string): string => [...text.replace(/[\s,]/g, '')].sort().join('');
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('van', 'der', 'de', 'Van', 'y', 'Jr.', ',', 'Li', 'Ana', '李', 'and', 'X.', '{'),
        {
          minLength: 1,
          maxLength: 7,
        },
      ),
      (words) => {
        const text = words.join(' ');
        const name = toName(text);
        expect(letters(Object.values(name).join(''))).toBe(letters(text));
        expect(name.literal ?? (name.family && name.given)).toBeTruthy();
      },
    ),
    { seed: 20250312, numRuns: 2000 },
  );
});
