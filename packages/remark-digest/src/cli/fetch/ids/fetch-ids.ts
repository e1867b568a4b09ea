import { printable } from '../../../printable.ts';
import type { FetchIdsCommand } from '../../fetch-arguments.ts';
import { aboutFile, formatMessage, isError, type Message } from '../../messages.ts';
import type { Terminal } from '../../terminal.ts';
import { FetchFault, shownAddress } from '../answer.ts';
import { ask } from '../ask.ts';
import { serviceOf } from '../endpoint.ts';
import { Memory } from '../memory.ts';
import { processSurroundings, usualTimeoutOfIds, type Surroundings } from '../surroundings.ts';
import { catalogueOf, type Catalogue } from './catalogues.ts';
import { severalPapers, timeIsOver } from './findings.ts';
import { isTelling, match, type FoundFacts } from './match.ts';
import { saveFacts } from './save-facts.ts';
import { titleKey } from './title-key.ts';
import { wantedPapers, type WantedPaper } from './wanted-papers.ts';

/** Runs `remark-digest fetch ids`, and gives its exit status. */
export async function fetchIds(
  command: FetchIdsCommand,
  terminal: Terminal,
  surroundings: Surroundings = processSurroundings(),
): Promise<number> {
  const { quiet, timeout = usualTimeoutOfIds } = command;
  const run = new Run(terminal, quiet, surroundings, timeout);
  const { wanted, papers, messages } = wantedPapers(command.files);
  messages.forEach((message) => run.say(message));
  const telling = wanted.filter(isTelling);
  let left = telling;
  for (const name of command.from) {
    left = await run.askAll(catalogueOf(name, surroundings, command.mail), left);
  }
  run.tell(
    [
      `${number(papers, 'paper')}: ${papers - wanted.length} had all`,
      `${run.written} found and written`,
      `${wanted.length - run.written} not found`,
    ].join(', '),
  );
  return run.hasErrors ? 1 : 0;
}

/** One run of the command: what was written and said so far, and how much time there is. */
class Run {
  written = 0;
  hasErrors = false;
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  readonly #surroundings: Surroundings;
  readonly #memory: Memory;
  readonly #end: number;

  constructor(terminal: Terminal, quiet: boolean, surroundings: Surroundings, timeout: number) {
    this.#terminal = terminal;
    this.#quiet = quiet;
    this.#surroundings = surroundings;
    this.#memory = new Memory(surroundings);
    this.#end = surroundings.now().getTime() + timeout * 1000;
  }

  tell(line: string): void {
    if (!this.#quiet) this.#terminal.out(`${printable(line)}\n`);
  }

  say(message: Message): void {
    const isWrong = isError(message);
    this.hasErrors ||= isWrong;
    if (isWrong || !this.#quiet) this.#terminal.err(formatMessage(message));
  }

  /** Asks a catalogue for papers, and writes what it has of them; gives those that it has not. */
  async askAll(catalogue: Catalogue, papers: readonly WantedPaper[]): Promise<WantedPaper[]> {
    const unfound = this.#memory.unfound(
      catalogue.name,
      papers.map(({ title }) => titleKey(title)),
    );
    const left = papers.filter(({ title }) => unfound.has(titleKey(title)));
    const asked = papers.filter(({ title }) => !unfound.has(titleKey(title)));
    for (let at = 0; at < asked.length; at += catalogue.titles) {
      const some = asked.slice(at, at + catalogue.titles);
      const address = catalogue.address(some.map(({ title }) => title));
      try {
        if (this.#surroundings.now().getTime() >= this.#end) {
          this.#warn(address, timeIsOver(asked.length - at));
          return [];
        }
        const answer = await ask(address, { accept: catalogue.accept }, this.#surroundings, (next) =>
          this.#memory.turn(serviceOf(next), catalogue.pause),
        );
        left.push(...(await this.#take(catalogue, some, catalogue.read(answer))));
      } catch (error) {
        if (!(error instanceof FetchFault)) throw error;
        // Who does not answer one question is not asked the next.
        this.#warn(address, error.finding);
        return [...left, ...asked.slice(at)];
      }
    }
    return left;
  }

  async #take(
    { name, label }: Catalogue,
    papers: readonly WantedPaper[],
    answer: Parameters<typeof match>[1],
  ): Promise<WantedPaper[]> {
    const left: WantedPaper[] = [];
    for (const paper of papers) {
      const found = match(paper, answer);
      if (found.is === 'nothing') left.push(paper);
      else if (found.is === 'several') this.say(aboutFile(paper.path, severalPapers(paper.title, label)));
      else this.#write(paper, factsLacking(paper, found.facts), label);
    }
    await this.#memory.keepUnfound(
      name,
      left.map(({ title }) => titleKey(title)),
    );
    return left;
  }

  #write(paper: WantedPaper, facts: FoundFacts, label: string): void {
    const names = Object.keys(facts);
    if (names.length === 0) return;
    const problem = saveFacts(paper, facts);
    if (problem !== undefined) return this.say(problem);
    this.written++;
    this.tell(`${paper.path}: ${names.join(', ')} of ${label}`);
  }

  #warn(address: URL, { ruleId, reason }: { ruleId: string; reason: string }): void {
    const isWrong = isError({ ruleId, reason });
    this.hasErrors ||= isWrong;
    if (isWrong || !this.#quiet)
      this.#terminal.err(`${printable(`${shownAddress(address)} ${reason} (${ruleId})`)}\n`);
  }
}

/** The facts that are not known of a paper yet. */
function factsLacking(paper: WantedPaper, facts: FoundFacts): FoundFacts {
  const known = new Set([
    ...paper.file.keys.map(({ key }) => key),
    ...(['arxivId', 'doi', 'authors'] as const).filter((name) => paper[name] !== undefined),
  ]);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !known.has(name)));
}

function number(value: number, what: string): string {
  return `${value} ${what}${value === 1 ? '' : 's'}`;
}
