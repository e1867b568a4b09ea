import { digestCollections } from 'astro-digest/content';

export const collections = { ...digestCollections() };
