// Makes one script of each worker and what it imports, since browsers that take workers in modules are few. The build of a site puts in front
// of it where the digest is.
import { rolldown } from 'rolldown';

for (const name of ['worker', 'remover']) {
  const bundle = await rolldown({ input: `dist/offline/worker/${name}.js` });
  await bundle.write({ file: `dist/offline/worker/${name}.bundle.js`, format: 'iife', minify: true });
  await bundle.close();
}
