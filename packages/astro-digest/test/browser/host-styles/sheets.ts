import { readFile } from 'node:fs/promises';

/** The styles of a site around the digest. */
export interface HostStyles {
  /** Sheets before ours. */
  before?: string;
  /** Sheets after ours. */
  after?: string;
}

const packages = new URL('../../fixtures/beside/node_modules/', import.meta.url);

const sheet = (...paths: string[]): Promise<string> =>
  Promise.all(paths.map((path) => readFile(new URL(path, packages), 'utf8'))).then((texts) =>
    texts.join('\n'),
  );

/** Elements styled without a class, a layer or mercy, as many blogs have them. */
const elements = `
  body { font-family: Verdana, sans-serif; font-size: 20px; line-height: 1.7; color: #222939; background: #f4f4f8 }
  main { width: 720px; max-width: calc(100% - 2em); margin: auto; padding: 3em 1em }
  h1 { font-size: 3.05em } h2 { font-size: 2.44em; text-transform: uppercase; border-bottom: 3px solid red } h3 { font-size: 1.95em }
  h1, h2, h3 { margin: 0 0 .5rem; color: #0f1219; font-family: Courier, monospace; line-height: 1.1; letter-spacing: .1em }
  h2::before { content: '# '; color: red } a::after { content: ' ->' }
  a { color: #2337ff; font-weight: 700; background: yellow; padding: 2px } a:hover { color: #0f1219 } nav a { display: block; padding: 2em }
  p { margin-bottom: 1em; text-indent: 2em } ul li, ol li { list-style: square; margin: 1em } section { padding: 2em; background: #ffe }
  input, textarea, select { font-size: 16px; width: 100%; padding: 10px; border: 0; background: #222; color: #fff }
  button { background: blue; color: #fff; border-radius: 99px; padding: 1em 2em; text-transform: uppercase }
  article { border: 2px solid green; padding: 20px; border-radius: 9px; box-shadow: 0 0 9px } time, span { color: teal; font-size: 1.2em }
  header { padding: 2em; display: flex } footer { background: #edc; padding: 3em } label { font-weight: bold; display: block }
  table { width: 100% } th, td { border: 1px solid; padding: 1em } dl { display: grid } dt { float: left }
  details { border: 1px solid } summary { background: #ccc; list-style: none } svg { display: block; width: 3em; fill: red } path { fill: red }
  code, pre { background: #333; color: #eee; padding: 1em } blockquote, pre { margin: 3em } strong, b { color: red } * { transition: all 1s }
`;

/** The names of what is ours as a site may use them, and ids. */
const names = `
  .name, .label, .place, .badge, .day, .next, .previous, .first, .original, .choices, .appearance, .actions { display: flex; width: 100%; background: red }
  #page main h2, main#content h2, #page a { font-size: 4em } #page p { margin: 4em }
`;

/** Titles with colours that run, as landing pages have them. */
const gradients = `
  h1, h2 { background: linear-gradient(90deg, #f0f, #0ff); -webkit-background-clip: text; background-clip: text; -webkit-text-fill-color: transparent; font-weight: 900 }
  body { font-family: Tahoma, sans-serif; color: #ddd; background: #16161d } a { color: #9cf }
`;

/** Dark by a class alone, without a word to the browser. */
const darkByClass = `
  body { font-family: Tahoma, sans-serif; color: #1a1a1a; background: #fff } a { color: #0645ad }
  html.dark body { color: #e4e4e7; background: #18181b } html.dark a { color: #8ab4f8 }
`;

/** Links too faint for their ground, in light as in dark. */
const faintLinks = `
  body { font-family: Tahoma, sans-serif; color: #1a1a1a; background: #fff } a { color: #9cf }
  html.dark body { color: #e4e4e7; background: #111 } html.dark a { color: #1e3a8a }
`;

/** A ground between light and dark, which leaves nothing between it and the ink. */
const sepia = `
  body { font-family: Palatino, serif; color: #5b4a2a; background: #d6c7a1 } a { color: #8a3b12 }
  html.dark body { color: #d6c7a1; background: #5b4a2a } html.dark a { color: #e8b04a }
`;

/** An ink too faint for its ground, which is a card that lets the page through. */
const faintInk = `
  body { font-family: Tahoma, sans-serif; color: #999; background: #f6f6f6 } main { background: rgb(255 255 255 / .5) } a { color: #aaa }
  html.dark body { color: oklch(0.45 0.02 250); background: #18181b } html.dark main { background: rgb(255 255 255 / .05) }
`;

/** Ways in which sites are styled, by name. */
export async function hostStyles(): Promise<Record<string, HostStyles>> {
  const preflight = await sheet('tailwindcss/preflight.css');
  const layer = (text: string): string => `@layer base { ${text} }`;
  const starlight = await sheet(
    ...['layers', 'props', 'reset', 'util', 'markdown'].map(
      (name) => `@astrojs/starlight/dist/style/${name}.css`,
    ),
  );
  const openProps = await sheet('open-props/open-props.min.css', 'open-props/normalize.min.css');
  return {
    'Tailwind 4, its layers before ours': { before: layer(preflight) },
    'Tailwind 4, its layers after ours': { after: layer(preflight) },
    "Tailwind's preflight without a layer": { after: preflight },
    "Bootstrap's reboot": { before: await sheet('bootstrap/dist/css/bootstrap-reboot.css') },
    Bootstrap: { after: await sheet('bootstrap/dist/css/bootstrap.css') },
    Pico: { after: await sheet('@picocss/pico/css/pico.css') },
    'Pico without classes': { before: await sheet('@picocss/pico/css/pico.classless.css') },
    Bulma: { after: await sheet('bulma/css/bulma.css') },
    "Open Props' normalize": { after: openProps },
    "UnoCSS's reset": { after: await sheet('@unocss/reset/tailwind.css') },
    'UnoCSS’s reset for Tailwind 4, before ours': { before: await sheet('@unocss/reset/tailwind-v4.css') },
    'Starlight, before ours': { before: starlight },
    'Starlight, after ours': { after: starlight },
    'a bare reset': { after: '* { margin: 0; padding: 0 }' },
    'elements without a layer': { after: elements },
    'names and ids': { after: names },
    'titles in running colours': { after: gradients },
    'dark by a class': { after: darkByClass },
    'faint links': { after: faintLinks },
    'a ground in the middle': { after: sepia },
    'a faint ink': { before: faintInk },
  };
}
