export { siteError } from '../content/site-error.ts';
