// Makes one script of each worker and what it imports, since browsers that take workers in modules are few. The build of a site puts in front
// of it where the digest is.
import { rolldown } from 'rolldown';

for (const name of ['worker', 'remover']) {
  const bundle = await rolldown({ input: `dist/offline/worker/${name}.js` });
  await bundle.write({ file: `dist/offline/worker/${name}.bundle.js`, format: 'iife', minify: true });
  await bundle.close();
}

// And one of what every page loads, and of what the page of starred papers does: where a site's bundler would find that two pages share something,
// it would part it, and small files are compressed worse.
for (const script of ['reader/reader', 'lists/starred-page']) {
  const bundle = await rolldown({ input: `dist/${script}.js` });
  await bundle.write({ file: `dist/${script}.bundle.js`, format: 'esm', minify: true });
  await bundle.close();
}
