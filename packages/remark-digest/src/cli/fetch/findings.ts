import type { Finding } from '../../messages.ts';
import { codeOf, explain } from '../explain.ts';

const again = 'run the command again later';

/** Why there is no connection, by the code of the error, and what helps. */
const connectionProblems: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOTFOUND: ['its name is not known', 'check the address, and whether this machine is online'],
  EAI_AGAIN: ['no server for names answers', 'check whether this machine is online'],
  ECONNREFUSED: ['nothing takes connections there', 'check the address, or run the command again later'],
  ECONNRESET: ['the connection was cut before an answer came', again],
  EPIPE: ['the connection was cut before an answer came', again],
  ETIMEDOUT: [
    'no connection came about',
    'check whether this machine is online, and whether it needs a proxy',
  ],
  EHOSTUNREACH: ['no way leads there', 'check whether this machine is online'],
  ENETUNREACH: ['no way leads there', 'check whether this machine is online'],
  ERR_PROXY_TUNNEL: ['the proxy does not let the connection through', 'check HTTPS_PROXY and NO_PROXY'],
  EPROTO: [
    'it speaks no TLS that Node.js understands',
    'check whether the address begins with http:// or https://',
  ],
};

/** No connection, or one that was cut before the head of an answer. */
export function unreachable(error: unknown): Finding {
  const code = codeOf(error) ?? 'no reason';
  const [why, fix] = connectionProblems[code] ?? otherConnectionProblem(code);
  return { ruleId: 'no-answer', reason: `There is no answer because ${why}: ${fix}.` };
}

function otherConnectionProblem(code: string): readonly [string, string] {
  if (/CERT|SIGNED|VERIFY|ALTNAME|ERR_TLS/.test(code)) {
    return [
      `its certificate is not trusted (${code})`,
      'check the clock of this machine, or name the certificates of your network by NODE_EXTRA_CA_CERTS',
    ];
  }
  if (code.startsWith('HPE_')) return [`what comes is no HTTP (${code})`, 'check the address'];
  return [`the system says ${code}`, 'check the address, and whether this machine is online'];
}

/** What was waited for took too long. */
export function tooSlow(what: 'connection' | 'answer' | 'body' | 'all', limit: number): Finding {
  const seconds = secondsOf(limit);
  return {
    ruleId: 'no-answer',
    reason: {
      connection: `There is no connection after ${seconds}: check whether this machine is online, and whether it needs a proxy.`,
      answer: `There is a connection but no answer after ${seconds}: ${again}.`,
      body: `The answer stopped in the middle, and nothing more came for ${seconds}: ${again}.`,
      all: `All is not there after ${seconds}: ${again}, or give it more time with --timeout.`,
    }[what],
  };
}

/** The connection ended before the body did. */
export function brokenOff(): Finding {
  return { ruleId: 'no-answer', reason: `The answer broke off in the middle: ${again}.` };
}

/** The environment names a proxy that can't be used. */
export function unusableProxy(name: string, why: string): Finding {
  return {
    ruleId: 'no-answer',
    reason: `Nothing is asked because the proxy in ${name} can't be used (${why}): mend that, or run the command without ${name}.`,
  };
}

/** The server is busy, and was so each time. */
export function busy(status: number, attempts: number): Finding {
  return {
    ruleId: 'refused-request',
    reason: `The server is busy (${statusInWords(status)}) and was so ${attempts === 1 ? 'when it was asked' : `each of ${attempts} times`}: ${again}.`,
  };
}

/** The server wants to be left alone for longer than the command has time. */
export function askedToWait(status: number, wait: number, total: number): Finding {
  const seconds = Math.ceil(wait / 1000);
  return {
    ruleId: 'refused-request',
    reason: `The server asks to be left alone for ${secondsOf(seconds * 1000)} (${statusInWords(status)}), and the command has ${secondsOf(total)}: run it again after that, or give it more time with --timeout.`,
  };
}

/**
 * The server says no.
 *
 * @param words what it says about it
 * @param fix what helps, where more is known than the status
 */
export function refused(status: number, words = '', fix = fixOf(status)): Finding {
  const said = words === '' ? '' : `, “${words}”`;
  return {
    ruleId: 'refused-request',
    reason: `The server refuses (${statusInWords(status)}${said}): ${fix}.`,
  };
}

function fixOf(status: number): string {
  if (status === 401 || status === 403 || status === 407)
    return 'open the address in a browser to see whether it is for everybody';
  if (status === 404 || status === 410) return 'check the address';
  return status >= 500 ? again : 'check what was asked for';
}

/** Redirects go on and on. */
export function tooManyRedirects(limit: number): Finding {
  return {
    ruleId: 'refused-request',
    reason: `The server sends from address to address, and more than ${limit} times: open the address in a browser, and give the one where it ends.`,
  };
}

/** A redirect that is not followed; without an address, one that leads nowhere. */
export function wrongRedirect(to?: string): Finding {
  const what =
    to === undefined
      ? 'The server answers with a redirect that names no address'
      : `The server leads to ${to}, which is not followed because it is not on the web or not encrypted`;
  return {
    ruleId: 'refused-request',
    reason: `${what}: check the address, and whether your network wants you to log in.`,
  };
}

/** More than a digest has. */
export function tooLarge(limit: number): Finding {
  return {
    ruleId: 'wrong-answer',
    reason: `The answer has more than ${Math.round(limit / 1024 / 1024)} MB, which no digest has: check the address.`,
  };
}

/** The body is not packed as the server says. */
export function wrongEncoding(name: string): Finding {
  return {
    ruleId: 'wrong-answer',
    reason: `The answer is said to be packed as “${name}” and can't be unpacked: ${again}.`,
  };
}

/** A web page came where something else was asked for. */
export function webPage(wanted: string, from: string): Finding {
  return {
    ruleId: 'wrong-answer',
    reason: `A web page came from ${from} instead of ${wanted}: open that address in a browser to see what it says, and whether your network wants you to log in.`,
  };
}

/** Something came that is not what was asked for. */
export function wrongContent(what: string, wanted: string): Finding {
  return {
    ruleId: 'wrong-answer',
    reason: `What came is ${what} and not ${wanted}: check the address, or ${again}.`,
  };
}

/** The digest of another day came. */
export function otherDay(asked: string, came: string, fix: string): Finding {
  return {
    ruleId: 'wrong-answer',
    reason: `The digest of ${came} came instead of that of ${asked}, and is not written: ${fix}.`,
  };
}

/** As many papers came as the service gives at most. */
export function perhapsMore(papers: number): Finding {
  return {
    ruleId: 'full-answer',
    reason: `There are ${papers} papers, as many as the service gives in one answer, and there may be more: look at the page of that day.`,
  };
}

/** A file of that name is there and says something else. */
export function existingFile(): Finding {
  return {
    ruleId: 'existing-file',
    reason:
      'This file is there and says something else than what came, and is kept as it is: rename or delete it, or run with --force, which keeps it as a backup.',
  };
}

/** Another file is the same issue. */
export function sameIssue(other: string): Finding {
  return {
    ruleId: 'existing-file',
    reason: `This is not written because ${other} beside it is the same issue: rename or delete that, or give this one a name of its own with --name.`,
  };
}

/** The file could not be written, or its folder could not be made. */
export function unwritten(error: unknown): Finding {
  const { why, fix } = explain(error);
  return { ruleId: 'unwritable-file', reason: `This is not written because ${why}: ${fix}.` };
}

/** The meaning of a status, with its number. */
function statusInWords(status: number): string {
  const words: Readonly<Record<number, string>> = {
    400: 'bad request',
    401: 'not logged in',
    403: 'forbidden',
    404: 'not found',
    407: 'the proxy wants a password',
    410: 'gone',
    429: 'too many requests',
    500: 'an error of its own',
    502: 'no answer behind it',
    503: 'out of service',
    504: 'no answer behind it',
  };
  return [String(status), words[status]].filter(Boolean).join(' ');
}

function secondsOf(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds} second${seconds === 1 ? '' : 's'}`;
}
