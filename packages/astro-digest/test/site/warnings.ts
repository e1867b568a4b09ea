/** What Vite 7 says of a comment in Zod, which Astro 6 has in every site with collections. */
const ofAstro = /\[vite\] \S*\/zod\/\S* \(\d+:\d+\): A comment$/;

/** The lines that tell of warnings and errors in what an Astro command printed. */
export function warningsIn(output: string): string[] {
  return (output.match(/\[(?:WARN|ERROR)\].*/g) ?? []).filter((line) => !ofAstro.test(line));
}
