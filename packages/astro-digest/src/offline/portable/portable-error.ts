/** What keeps a site from being made portable, in one sentence that says how to mend it. */
export class PortableError extends Error {}
