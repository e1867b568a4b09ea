import { join } from 'node:path';
import type { FetchCommand } from '../fetch-arguments.ts';
import { hashOf, lookAt, realFolder } from '../look.ts';
import { aboutFile, formatMessage, isError, type Message } from '../messages.ts';
import { printable } from '../../printable.ts';
import type { Finding } from '../../messages.ts';
import type { Terminal } from '../terminal.ts';
import { fileAt } from './address.ts';
import { FetchFault, shownAddress, type Answer } from './answer.ts';
import { arxiv } from './arxiv.ts';
import { ask } from './ask.ts';
import { dayOf } from './day.ts';
import { endpoint, serviceOf } from './endpoint.ts';
import { refused } from './findings.ts';
import { huggingFace } from './hugging-face.ts';
import { Memory, type RememberedAnswer } from './memory.ts';
import { save } from './save.ts';
import type { Source } from './source.ts';
import { processSurroundings, type Surroundings } from './surroundings.ts';

/** Runs `remark-digest fetch`, and gives its exit status. */
export async function fetchDigest(
  command: FetchCommand,
  terminal: Terminal,
  surroundings: Surroundings = processSurroundings(command.timeout),
): Promise<number> {
  const { out, force, quiet } = command;
  const source = sourceOf(command, surroundings);
  const tell = (line: string): void => {
    if (!quiet) terminal.out(printable(line) + '\n');
  };
  const warn = ({ ruleId, reason }: Finding): void => {
    if (!quiet || isError({ ruleId, reason }))
      terminal.err(`${printable(`${shownAddress(source.address)} ${reason} (${ruleId})`)}\n`);
  };
  const complain = (message: Message): void => terminal.err(formatMessage(message));

  try {
    const memory = new Memory(surroundings);
    const known = knownAnswer(memory, source, command);
    const answer = await ask(
      source.address,
      { accept: source.accept, ...conditions(known) },
      surroundings,
      (address) => memory.turn(serviceOf(address), source.pause),
    );
    if (answer.status === 304) {
      if (known === undefined) throw new FetchFault(refused(304));
      tell(`${join(out, known.name)}: already there, and nothing newer at ${shownAddress(source.address)}`);
      return 0;
    }
    const reading = source.read(answer);
    if (reading.is === 'nothing') {
      tell(`${source.label} ${reading.why}: nothing is written`);
      return 0;
    }
    const { name, note } = reading;
    if (note !== undefined) warn(note);
    const path = join(out, name);
    const saved = save(out, name, answer.body, force);
    if (saved.done === 'refused') {
      complain(aboutFile(path, saved.finding));
      return 1;
    }
    await remember(memory, source, command, name, answer);
    const backup =
      saved.done === 'written' && saved.backup !== undefined ? `, and what was there is ${saved.backup}` : '';
    tell(
      saved.done === 'there'
        ? `${path}: already there`
        : `${path}: written, ${answer.body.length} bytes from ${shownAddress(answer.address)}${backup}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    warn(error.finding);
    return 1;
  }
}

function sourceOf({ source, day, suffix }: FetchCommand, { env, now }: Surroundings): Source {
  const today = dayOf(now());
  switch (source.kind) {
    case 'hugging-face':
      return huggingFace(
        day ?? today,
        today,
        endpoint(env, 'HF_ENDPOINT', 'https://huggingface.co'),
        suffix ?? '',
      );
    case 'arxiv': {
      const own = `-${source.category.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      return arxiv(
        source.category,
        day,
        endpoint(env, 'ARXIV_ENDPOINT', 'https://rss.arxiv.org'),
        suffix ?? own,
      );
    }
    case 'address':
      return fileAt(source.address, day, now(), suffix ?? '');
  }
}

/** What is remembered of an address, when the file that it became is still there as it was. */
function knownAnswer(
  memory: Memory,
  { address }: Source,
  command: FetchCommand,
): RememberedAnswer | undefined {
  try {
    const root = realFolder(command.out);
    const known = root === undefined ? undefined : memory.answer(address, placeOf(root, command));
    if (root === undefined || known === undefined) return undefined;
    const disk = lookAt(root, known.name);
    return disk.kind === 'file' && disk.hash === known.hash ? known : undefined;
  } catch {
    // What is wrong with the folder is told when something is to be written into it.
    return undefined;
  }
}

/** Where a file belongs by the command line: what is wanted elsewhere, or under another name, is another file. */
function placeOf(root: string, { day, suffix }: FetchCommand): string {
  return [root, day ?? '', suffix ?? ''].join('\n');
}

/** Fields that ask for the answer only if it is another one than the one that is known. */
function conditions(known: RememberedAnswer | undefined): Record<string, string> {
  return {
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
}

async function remember(
  memory: Memory,
  { address }: Source,
  command: FetchCommand,
  name: string,
  { headers, body }: Answer,
): Promise<void> {
  const root = realFolder(command.out);
  const { etag, 'last-modified': lastModified } = headers;
  if (root === undefined) return;
  await memory.keepAnswer(address, placeOf(root, command), {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    name,
    hash: hashOf(body),
  });
}
