import { expect, it } from 'vitest';
import * as findings from '../../../src/cli/fetch/findings.ts';

const error = (code: string): Error => Object.assign(new Error(), { code });

const found = [
  ...['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'EPROTO', 'ERR_PROXY_TUNNEL', 'CERT_HAS_EXPIRED', 'EOWL']
    .map(error)
    .map(findings.unreachable),
  findings.unreachable(new Error()),
  ...(['connection', 'answer', 'body', 'all'] as const).map((what) => findings.tooSlow(what, 1000)),
  findings.brokenOff(),
  findings.unusableProxy('HTTPS_PROXY', 'Node.js 22.12 knows none'),
  findings.busy(503, 1),
  findings.busy(429, 4),
  findings.askedToWait(429, 3_600_000, 180_000),
  ...[304, 400, 401, 404, 418, 500].map((status) => findings.refused(status)),
  findings.refused(400, 'no owls', 'ask for bats'),
  findings.tooManyRedirects(5),
  findings.wrongRedirect(),
  findings.wrongRedirect('http://here/login'),
  findings.tooLarge(64 * 1024 * 1024),
  findings.wrongEncoding('owl'),
  findings.webPage('a feed', 'http://here/login'),
  findings.wrongContent('empty', 'a feed'),
  findings.otherDay('2025-03-12', '2025-03-11', 'wait'),
  findings.perhapsMore(100),
  findings.existingFile(),
  findings.sameIssue('owls.txt'),
  findings.unwritten(error('ENOSPC')),
];

it.each(found)('$reason', ({ reason }) => {
  expect(reason.replace(/“[^”]*”|\([^)]*\)|\S*\.\w+\b/g, '')).toMatch(/^[A-Z ][^.!?\n]*: [^.!?\n]+\.$/);
});
