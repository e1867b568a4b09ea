import config from 'virtual:astro-digest/config';
import { laterEnd, laterStart } from '../offline/later-parts.ts';

/**
 * Stand around what later issues change of a page, so that what is saved of it for reading offline stays without it; empty where nothing
 * is saved.
 */
export const laterMarks = config.offline ? { start: laterStart, end: laterEnd } : { start: '', end: '' };
