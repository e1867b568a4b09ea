/** Commands of the docs that the tests don't run, and why. */
export const notRun: Record<string, string> = {
  npm: 'asks a registry; packages are installed by the test of the release',
  pnpm: 'works on the whole repository',
  git: 'works on a repository at a host',
  mkdir: 'stands before what is not run',
  cd: 'stands before what is not run',
  astro: 'the site of all pages is built as a whole',
  'astro-digest': '`init` and `merge` have tests of their own',
  curl: 'sends a mail',
  gh: 'works on a repository at a host',
  aws: 'works on an account at a host',
  wrangler: 'works on an account at a host',
  sh: 'the script has a test of its own',
  ln: 'works on the folders of a server',
  cp: 'stands beside what is not run',
  rsync: 'works on the folders of a server',
  mv: 'works on the folders of a server',
  jq: 'a program of others; what it is given is run',
};

/** The commands of a block of shell, one a line, without what a pipe hands them to. */
export function commandsOf(code: string): string[] {
  return code
    .replaceAll('\\\n', ' ')
    .split(/\n|&&/)
    .map((line) => (line.split(' | ')[0] ?? '').replace(/(?:^|\s)#.*$/, '').trim())
    .filter(Boolean);
}

/** The program that a command runs, without what is set before it, `npx` and versions. */
export function programOf(command: string): string {
  const words = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
  const [first = '', ...rest] = words;
  const program = first === 'npx' ? (rest.find((word) => !word.startsWith('-')) ?? '') : first;
  return program.replace(/(?<=.)@.*$/, '');
}
