import { describe, expect, it } from 'vitest';
import { decode } from '../src/decode.ts';
import { fromDigest } from '../src/index.ts';
import { randomFrom, type Random } from './hostile/random.ts';
import { charactersOf, encoderOf, iso2022jp, type Encoder } from './legacy-encoders.ts';

/** Sentences of a language, such as abstracts have, and the encoding that it was written in. */
interface Language {
  label: string;
  name: string;
  sentences: string[];
}

const simplified = [
  '我们在春天的夜里数猫头鹰，并记录它们的叫声。',
  '本文提出一种新的方法，只需要很少的标签。',
  '实验结果表明，该模型在三个数据集上都有更好的性能。',
  '蝙蝠用耳朵看路，而燕鸥沿着海岸飞行。',
  '以前的工作没有考虑风和雨对观察的影响。',
  '森林里的小河为许多鸟类提供了食物和水。',
];
const traditional = [
  '我們在春天的夜裡數貓頭鷹，並記錄牠們的叫聲。',
  '本文提出一種新的方法，只需要很少的標籤。',
  '實驗結果表明，該模型在三個資料集上都有更好的性能。',
  '蝙蝠用耳朵看路，而燕鷗沿著海岸飛行。',
  '以前的工作沒有考慮風和雨對觀察的影響。',
  '森林裡的小河為許多鳥類提供了食物和水。',
];
const japanese = [
  '春の夜にフクロウを数え、その鳴き声を記録する。',
  '本研究では、少ないラベルで学習できる新しい手法を提案する。',
  '実験の結果、三つのデータセットで性能が向上した。',
  'コウモリは耳で道を見て、アジサシは海岸に沿って飛ぶ。',
  '従来の研究は風と雨の影響を考えていなかった。',
  '森の小川は多くの鳥に水と食べ物を与えている。',
];
const korean = [
  '우리는 봄밤에 올빼미를 세고 그 울음소리를 기록한다.',
  '본 논문은 적은 라벨로 학습하는 새로운 방법을 제안한다.',
  '실험 결과 세 개의 데이터에서 성능이 향상되었다.',
  '박쥐는 귀로 길을 보고 제비갈매기는 해안을 따라 난다.',
  '기존 연구는 바람과 비의 영향을 고려하지 않았다.',
  '숲속의 작은 강은 많은 새들에게 물과 먹이를 준다.',
];
const western = [
  'Wir zählen Eulen in Frühlingsnächten und hören über Zürich Vögel.',
  'Les chouettes étaient comptées à la tombée de la nuit, où elles chantaient.',
  'Los búhos cantan en otoño; mañana contaremos más pájaros.',
  'Ugler høres over fjorden når våren kommer – og øyene våkner.',
  'The “owls” of São Tomé don’t sing at 20 °C.',
];
const languages: Language[] = [
  { label: 'gb18030', name: 'GB18030', sentences: simplified },
  { label: 'big5', name: 'Big5', sentences: traditional },
  { label: 'shift_jis', name: 'Shift_JIS', sentences: japanese },
  { label: 'euc-jp', name: 'EUC-JP', sentences: japanese },
  { label: 'euc-kr', name: 'EUC-KR', sentences: korean },
];

describe.each(languages)('text in $name', ({ label, name, sentences }) => {
  const encode = encoderOf(label);

  it('is read whole, with a message', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const text = textOf(randomFrom(seed), sentences, 2 + (seed % 30));
      expect(read(bytesOf(encode, text)), `seed ${seed}`).toEqual({
        text,
        rules: [`invalid-encoding ${name}`],
      });
    }
  });

  it('is read or refused where there are a few words of it', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomFrom(seed);
      const sentence = random.pick(sentences);
      const start = random.below(sentence.length - 4);
      const text = `Owls ${sentence.slice(start, start + 4 + random.below(12))} sing`;
      expect(wrongOf(encode, text), `seed ${seed}`).toBe(undefined);
    }
  });

  it('is read or refused where its characters are strewn over all that the encoding has', () => {
    const characters = [...charactersOf(label).keys()];
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomFrom(seed);
      const words = Array.from({ length: 2 + random.below(60) }, () =>
        Array.from({ length: 4 + random.below(8) }, () => random.pick(characters)).join(''),
      );
      expect(wrongOf(encode, words.join(random.below(2) === 0 ? ' ' : '\n')), `seed ${seed}`).toBe(undefined);
    }
  });

  it('is read without a message where it is declared', () => {
    const [first = '', second = ''] = sentences;
    for (const text of [
      `<?xml version="1.0" encoding="${name}"?><title>${first}</title>`,
      `<!doctype html><meta charset=${label}><p>${second}`,
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${name}"></head>${first}`,
      `Subject: owls\nContent-Type: text/plain;\n charset="${name}"\n\n${second}`,
    ]) {
      expect(read(bytesOf(encode, text))).toEqual({ text, rules: [] });
    }
  });
});

it('text in ISO-2022-JP is read', () => {
  const text = `Owls\n\n${japanese.join('\n')}\n`;
  expect(read(iso2022jp(text) as Uint8Array)).toEqual({ text, rules: [] });
});

it('text in ISO-2022-KR is refused by name', () => {
  expect(read(latin1('\x1B$)COwls \x0E?l\x0F')).rules).toEqual(['refused-text']);
});

it('text in Windows-1252 is read, with a message', () => {
  const encode = windows1252();
  for (let seed = 1; seed <= 200; seed++) {
    const text = textOf(randomFrom(seed), western, 1 + (seed % 20));
    expect(read(bytesOf(encode, text)), `seed ${seed}`).toEqual({
      text,
      rules: ['invalid-encoding Windows-1252'],
    });
  }
});

it.each(['windows-1251', 'koi8-r', 'iso-8859-7'])(
  'text in %s is refused, and read where it is declared',
  (label) => {
    const high = Array.from({ length: 64 }, (_, index) => 0xc0 + index);
    const words = Uint8Array.from([
      ...high.slice(0, 12),
      0x20,
      ...high.slice(20, 40),
      0x20,
      ...high.slice(5, 15),
    ]);
    expect(read(words).rules).toEqual(['refused-text']);
    const declared = Uint8Array.from([...latin1(`<?xml version="1.0" encoding="${label}"?>`), ...words]);
    expect(read(declared)).toEqual({ text: new TextDecoder(label).decode(declared), rules: [] });
  },
);

it.each([true, false])('text in UTF-32 (little end first: %s) is read behind its mark', (little) => {
  const text = 'Owls 🦉 鸟';
  const codes = [0xfeff, ...Array.from(text, (character) => character.codePointAt(0) as number)];
  const view = new DataView(new ArrayBuffer(4 * codes.length));
  for (const [index, code] of codes.entries()) view.setUint32(4 * index, code, little);
  expect(read(new Uint8Array(view.buffer))).toEqual({ text, rules: [] });
});

it('UTF-8 is what it is, whatever is declared', () => {
  const text = '<?xml version="1.0" encoding="GB2312"?><title>鸟</title>';
  expect(read(new TextEncoder().encode(text))).toEqual({ text, rules: [] });
});

it('half a character at the end costs nothing but itself', () => {
  const bytes = bytesOf(encoderOf('gb18030'), simplified.join(''));
  expect(read(bytes.subarray(0, bytes.length - 1)).text).toBe(`${simplified.join('').slice(0, -1)}\uFFFD`);
});

describe('a digest in GB18030', () => {
  it('has its papers, and the message where the first of its characters is', () => {
    const text = `Mar 12\n\n数猫头鹰\n\n${simplified.slice(0, 3).join('')}\n`;
    const tree = fromDigest(bytesOf(encoderOf('gb18030'), text), { path: '2025-03-12.txt' });
    expect(tree.children.filter((node) => node.type === 'digestEntry').map(({ title }) => title)).toEqual([
      '数猫头鹰',
    ]);
    expect(tree.data?.digest?.messages.map(String)).toEqual([
      '2025-03-12.txt:3:1: The file is not in UTF-8, so it was read as GB18030: save it as UTF-8.',
    ]);
  });
});

function textOf(random: Random, sentences: readonly string[], count: number): string {
  const parts = Array.from({ length: count }, () => random.pick(sentences));
  return `Owls 2025\n\n${parts.join(random.below(2) === 0 ? '' : '\nOwlNet: ')}\n`;
}

/** What a text became that is neither read right nor refused. What happens to be UTF-8 as well is that. */
function wrongOf(encode: Encoder, text: string): string | undefined {
  const bytes = bytesOf(encode, text);
  const found = read(bytes).text;
  return found === text || !new TextDecoder().decode(bytes).includes('\uFFFD') ? undefined : found;
}

function bytesOf(encode: Encoder, text: string): Uint8Array {
  const bytes = encode(text);
  if (!bytes) throw new Error(`The encoding lacks a character of ${text}`);
  return bytes;
}

function read(bytes: Uint8Array): { text: string | undefined; rules: string[] } {
  const rules: string[] = [];
  const text = decode(bytes, ({ ruleId, reason }) => {
    rules.push([ruleId, ...(/read as ([\w-]+)/.exec(reason)?.slice(1) ?? [])].join(' '));
  });
  return { text, rules };
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function windows1252(): Encoder {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return (text) => Uint8Array.from(text, (character) => bytes.get(character) ?? 0);
}
