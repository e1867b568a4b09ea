// To be imported before all else: what else there is may fail on an old version in ways that say nothing.
import { astroVersion } from './astro-version.ts';
import { siteError } from './site-error.ts';
import { findVersionProblem } from './versions.ts';

const problem = findVersionProblem({ node: process.versions.node, astro: astroVersion });
if (problem !== undefined) throw siteError(problem);
