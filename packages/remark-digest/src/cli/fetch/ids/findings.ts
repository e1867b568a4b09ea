import type { Finding } from '../../../messages.ts';
import { explain } from '../../explain.ts';

/** The front matter of a paper's own file can't be read, or nothing can be added to it. */
export function unopenedPaperFile(why: string): Finding {
  return {
    ruleId: 'unreadable-file',
    reason: `Nothing is added to this file because ${why}: write one \`key: value\` a line between two lines of \`---\`.`,
  };
}

/** The file of a paper could not be written. */
export function unwrittenPaperFile(error: unknown): Finding {
  const { why, fix } = explain(error);
  return { ruleId: 'unwritable-file', reason: `Nothing is added to this file because ${why}: ${fix}.` };
}

/** Somebody has changed the file meanwhile. */
export function paperFileChanged(): Finding {
  return {
    ruleId: 'unwritable-file',
    reason: 'Nothing is added to this file because it has just been changed: run the command again.',
  };
}

/** Several papers have the title of one. */
export function severalPapers(title: string, label: string): Finding {
  return {
    ruleId: 'several-papers',
    reason: `${label} has several papers that are called “${title}”, and none is taken: write \`arxivId\` or \`doi\` into this file yourself.`,
  };
}

/** The time of the command is over. */
export function timeIsOver(left: number): Finding {
  return {
    ruleId: 'time-is-over',
    reason: `The time is over before ${left} paper${left === 1 ? ' was' : 's were'} looked for: run the command again to go on, or give it more time with --timeout.`,
  };
}
