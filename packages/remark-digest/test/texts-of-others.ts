import { randomFrom, type Random } from './hostile/random.ts';

/** A text or a file that people have beside their digests, and that is none. */
export interface OtherText {
  kind: string;
  content: string | Uint8Array;
}

/** Makes texts of all kinds in turn: prose, code, tables, logs, mails, pages, data, binary files. */
export function textsOfOthers(count: number): OtherText[] {
  const all = Object.entries(kinds);
  return Array.from({ length: count }, (_, index) => {
    const [kind, make] = all[index % all.length] as (typeof all)[number];
    return { kind, content: make(randomFrom(index + 1)) };
  });
}

const nouns = 'kettle garden window ladder bicycle lantern harbour carpet orchard button'.split(' ');
const verbs = 'holds keeps turns finds leaves paints opens counts carries mends'.split(' ');
const people = ['Ines', 'Tomas', 'Oda', 'Piet', 'Rosa'];

const noun = (random: Random): string => random.pick(nouns);
const sentence = (random: Random): string =>
  `The ${noun(random)} ${random.pick(verbs)} the ${noun(random)} ${random.pick(['by the door', 'at noon', 'in the rain', 'again'])}.`;
const upper = (word: string): string => word[0]?.toUpperCase() + word.slice(1);
const times = <Item>(random: Random, least: number, most: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: least + random.below(most - least + 1) }, (_, index) => make(index));
const lines = (random: Random, least: number, most: number, make: (index: number) => string): string =>
  `${times(random, least, most, make).join('\n')}\n`;
const paragraph = (random: Random): string => times(random, 3, 6, () => sentence(random)).join(' ');
const bytes = (random: Random, head: number[], size: number): Uint8Array =>
  Uint8Array.from([...head, ...Array.from({ length: size }, () => random.below(256))]);

const kinds: Record<string, (random: Random) => string | Uint8Array> = {
  essay: (r) => `${times(r, 3, 8, () => paragraph(r)).join('\n\n')}\n`,
  'essay in Markdown': (r) =>
    `# What the ${noun(r)} taught me\n\n${times(r, 2, 5, () => `## On ${noun(r)}s\n\n${paragraph(r)}\n\n${paragraph(r)}`).join('\n\n')}\n`,
  story: (r) =>
    lines(r, 6, 14, () => `“${upper(noun(r))}?” said ${r.pick(people)}. “${sentence(r)} Come and see!”\n`),
  poem: (r) =>
    lines(r, 8, 20, (at) => (at % 4 === 3 ? `the ${noun(r)},\n` : `the ${noun(r)} ${r.pick(verbs)}`)),
  'prose in German': (r) =>
    `${times(r, 3, 6, () => `Gestern stand der ${upper(noun(r))} noch im Hof. Heute ist er fort, und niemand weiß, wohin. Wir suchen ihn am Abend.`).join('\n\n')}\n`,
  'prose in Chinese': (r) =>
    `${times(r, 3, 6, () => '昨天院子里还有一只猫。今天它不见了，谁也不知道它去了哪里。我们晚上再去找找看吧。').join('\n\n')}\n`,
  recipe: (r) =>
    `# Soup of ${noun(r)}s\n\n## Ingredients\n\n${lines(r, 3, 7, (at) => `- ${at + 1} cups of ${noun(r)}`)}\n## Method\n\n${lines(r, 3, 6, (at) => `${at + 1}. Stir the ${noun(r)} until it ${r.pick(verbs)}.`)}`,
  'shopping list': (r) => lines(r, 5, 15, () => `- [${r.pick([' ', 'x'])}] ${noun(r)}s`),
  'minutes of a meeting': (r) =>
    `Meeting of the ${noun(r)} club, 12 March 2025\nPresent: ${people.join(', ')}\n\n${lines(r, 3, 6, (at) => `${at + 1}. ${upper(noun(r))}s\n   ${sentence(r)}\n   Action: ${r.pick(people)} to ask.`)}`,
  chat: (r) => lines(r, 8, 20, (at) => `[12/03/2025, 10:${10 + at}] ${r.pick(people)}: ${sentence(r)}`),
  mail: (r) =>
    `From: ${r.pick(people)} <a@example.org>\nTo: b@example.org\nSubject: The ${noun(r)}\nDate: Wed, 12 Mar 2025 10:00:00 +0000\n\nHi ${r.pick(people)},\n\n${paragraph(r)}\n\nBest,\n${r.pick(people)}\n`,
  'mail answered': (r) =>
    `On Wed, 12 Mar 2025 at 10:00, ${r.pick(people)} wrote:\n${lines(r, 2, 5, () => `> ${sentence(r)}`)}\nYes, that is right.\n\n${sentence(r)}\n`,
  newsletter: (r) =>
    `# The ${noun(r)} letter\n\nHello readers! ${paragraph(r)}\n\n## What we cooked\n\n${paragraph(r)}\n\n[Subscribe](https://example.org/subscribe)\n`,
  README: (r) =>
    `# ${noun(r)}.js\n\n${sentence(r)}\n\n## Install\n\n\`\`\`sh\nnpm install ${noun(r)}\n\`\`\`\n\n## Usage\n\n\`\`\`js\nimport { ${noun(r)} } from '${noun(r)}';\n\`\`\`\n\n## License\n\nMIT\n`,
  'change log': (r) =>
    `# Changelog\n\n${times(r, 3, 6, (at) => `## 1.${9 - at}.0 (2025-03-${10 + at})\n\n### Fixed\n\n- ${sentence(r)}\n- ${sentence(r)}`).join('\n\n')}\n`,
  'list of tools': (r) =>
    `# Awesome ${noun(r)}s\n\n${lines(r, 6, 15, () => `- [${noun(r)}](https://github.com/example/${noun(r)}) - A tool that ${r.pick(verbs)} each ${noun(r)}.`)}`,
  'table in Markdown': (r) =>
    `| Name | Price | Stock |\n| --- | ---: | ---: |\n${lines(r, 4, 10, () => `| ${noun(r)} | ${r.below(90)}.00 | ${r.below(9)} |`)}`,
  diary: (r) => `${times(r, 3, 7, (at) => `## March ${at + 1}, 2025\n\n${paragraph(r)}`).join('\n\n')}\n`,
  'log of a server': (r) =>
    lines(
      r,
      10,
      30,
      (at) =>
        `192.0.2.${r.below(255)} - - [12/Mar/2025:10:00:${10 + at} +0000] "GET /${noun(r)} HTTP/1.1" 200 ${r.below(9999)}`,
    ),
  'log of a program': (r) =>
    lines(
      r,
      10,
      30,
      (at) => `2025-03-12T10:00:${10 + at}Z ${r.pick(['INFO', 'WARN', 'ERROR'])} [${noun(r)}] ${sentence(r)}`,
    ),
  'stack trace': (r) =>
    `TypeError: ${noun(r)} is not a function\n${lines(r, 5, 15, (at) => `    at ${noun(r)} (/app/src/${noun(r)}.js:${at}:7)`)}`,
  'table with commas': (r) =>
    `id,name,price\n${lines(r, 6, 20, (at) => `${at},${noun(r)},${r.below(90)}.50`)}`,
  'table with titles': (r) =>
    `Title,Artist,Year\n${lines(r, 6, 20, () => `"${upper(noun(r))} of the ${noun(r)}",${r.pick(people)},19${10 + r.below(80)}`)}`,
  'table with tabs': (r) => lines(r, 6, 20, (at) => `${at}\t${noun(r)}\t${noun(r)}`),
  JavaScript: (r) =>
    `import { ${noun(r)} } from './${noun(r)}.js';\n\nexport const page = {\n  title: '${upper(noun(r))}',\n  authors: ['${r.pick(people)}'],\n  description: '${sentence(r)}',\n};\n\n${lines(r, 3, 8, (at) => `function ${noun(r)}${at}(x) {\n  return x + ${at};\n}\n`)}`,
  Python: (r) =>
    `"""${sentence(r)}"""\nimport os\n\n${lines(r, 2, 6, (at) => `def ${noun(r)}_${at}(self, x: int) -> int:\n    """${sentence(r)}"""\n    return x * ${at}\n\n`)}`,
  C: (r) =>
    `#include <stdio.h>\n\n${lines(r, 2, 6, (at) => `static int ${noun(r)}${at}(int x)\n{\n\treturn x + ${at};\n}\n`)}`,
  CSS: (r) => lines(r, 4, 12, () => `.${noun(r)} > .${noun(r)} {\n  margin: ${r.below(9)}rem;\n}\n`),
  shell: (r) => `#!/bin/sh\nset -eu\n${lines(r, 4, 12, () => `echo "${sentence(r)}" | grep -c ${noun(r)}`)}`,
  SQL: (r) => lines(r, 5, 15, (at) => `INSERT INTO ${noun(r)}s VALUES (${at}, '${noun(r)}', '2025-03-12');`),
  patch: (r) =>
    `diff --git a/${noun(r)}.txt b/${noun(r)}.txt\n--- a/x.txt\n+++ b/x.txt\n@@ -1,4 +1,4 @@\n${lines(r, 4, 9, () => `${r.pick([' ', '+', '-'])}${sentence(r)}`)}`,
  TeX: (r) =>
    `\\documentclass{article}\n\\title{The ${noun(r)}}\n\\author{${r.pick(people)}}\n\\begin{document}\n\\maketitle\n${paragraph(r)}\n\\section{On ${noun(r)}s}\n${paragraph(r)}\n\\end{document}\n`,
  YAML: (r) =>
    `name: ${noun(r)}\non: push\njobs:\n${lines(r, 2, 5, (at) => `  job${at}:\n    runs-on: ubuntu\n    steps:\n      - run: echo ${noun(r)}`)}`,
  TOML: (r) => lines(r, 3, 8, (at) => `[${noun(r)}${at}]\ntitle = "${upper(noun(r))}"\ncount = ${at}\n`),
  'JSON of settings': (r) =>
    JSON.stringify(
      { name: noun(r), version: '1.2.3', description: sentence(r), scripts: { test: noun(r) } },
      null,
      2,
    ),
  'JSON of records': (r) =>
    JSON.stringify(
      times(r, 3, 9, (id) => ({ id, title: upper(noun(r)), price: r.below(90), tags: [noun(r)] })),
    ),
  'JSON of an error': (r) => JSON.stringify({ error: { code: 400 + r.below(100), message: sentence(r) } }),
  'JSON of nothing': (r) => r.pick(['[]', '{}', 'null', '{"data":[]}', '[[]]']),
  'JSON lines of a log': (r) =>
    lines(r, 4, 12, (at) =>
      JSON.stringify({ time: `2025-03-12T10:00:${10 + at}Z`, level: 'info', message: sentence(r) }),
    ),
  'feed of a blog': (r) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${noun(r)}</title><generator>WordPress</generator>${times(r, 2, 5, (at) => `<item><title>My ${noun(r)} ${at}</title><link>https://example.org/${at}</link><description>${sentence(r)}</description></item>`).join('')}</channel></rss>`,
  SVG: (r) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${noun(r)}</title>${times(r, 3, 9, () => `<path d="M${r.below(9)} ${r.below(9)}h1"/>`).join('')}</svg>`,
  'page of a shop': (r) =>
    `<!doctype html>\n<html><head><title>Shop</title></head><body><h1>Our ${noun(r)}s</h1>${times(r, 3, 8, () => `<div><h3><a href="/${noun(r)}">${upper(noun(r))}</a></h3><p>${sentence(r)} Only today.</p></div>`).join('\n')}</body></html>\n`,
  'page of an article': (r) =>
    `<!doctype html>\n<html><head><title>${noun(r)}</title></head><body><article><h1>The ${noun(r)}</h1>${times(r, 3, 8, () => `<p>${paragraph(r)}</p>`).join('\n')}</article></body></html>\n`,
  'page of a gate': (r) =>
    `<!doctype html><html><head><title>${r.pick(['Just a moment...', 'Attention Required! | Cloudflare', '403 Forbidden', 'Access denied'])}</title></head><body><h1>${noun(r)}.example.org</h1><p>Enable JavaScript and cookies to continue</p></body></html>`,
  'page of nothing': () =>
    '<!doctype html><html><head><title></title></head><body><script>run()</script></body></html>',
  subtitles: (r) =>
    lines(r, 4, 12, (at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${11 + at},000\n${sentence(r)}\n`),
  calendar: (r) =>
    `BEGIN:VCALENDAR\nVERSION:2.0\n${lines(r, 2, 5, () => `BEGIN:VEVENT\nDTSTART:20250312T100000Z\nSUMMARY:${noun(r)}\nEND:VEVENT`)}END:VCALENDAR\n`,
  licence: (r) =>
    `Copyright (c) 2025 ${r.pick(people)}\n\nPermission is granted to keep the ${noun(r)}, provided that this notice stays with it.\n\nTHE ${noun(r).toUpperCase()} IS PROVIDED AS IT IS.\n`,
  'list of words': (r) => lines(r, 20, 60, () => noun(r)),
  numbers: (r) => lines(r, 20, 60, () => `${r.below(1000) / 7}`),
  picture: (r) => bytes(r, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 300),
  archive: (r) => bytes(r, [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0], 300),
  'PDF file': (r) => bytes(r, [...Buffer.from('%PDF-1.7\n%')], 300),
  'bytes of anything': (r) => bytes(r, [0, 1], 300),
};
