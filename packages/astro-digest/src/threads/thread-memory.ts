/**
 * Keeps what a thread takes up for objects that soon are garbage small. Node would let it grow to more than a hundred megabytes,
 * which makes none of the threads faster that work beside a build.
 */
export const smallYoungGeneration = { maxYoungGenerationSizeMb: 8 };
