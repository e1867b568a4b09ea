import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hostFile, hostFilePath, type Host } from './host.ts';
import { findFile, serveAnswers, type Answer } from './imitation.ts';

interface ErrorResponse {
  ErrorCode: number;
  ResponsePagePath: string;
  ResponseCode: string;
}

/**
 * S3 and CloudFront, imitated: `sync.sh` runs with a program in the place of `aws` that puts the files into a folder, with what it
 * is told of them; the function of the docs is run with each request, and what is missing is answered as the distribution is told.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html
 */
export const s3CloudFront: Host = {
  name: 'S3 and CloudFront (imitated, with the documented rules of `aws s3 sync` and of functions)',
  revalidates: /^no-cache$/,
  setsHeaders: true,
  notFound: 'root',
  async serve(root, base) {
    const bucket = await mkdtemp(join(tmpdir(), 'digest-bucket-'));
    await sync(root, bucket);
    const handler = viewerRequest();
    const policy = headersOfPolicy();
    const { Items: errors } = JSON.parse(hostFile('s3-cloudfront/custom-error-responses.json')) as {
      Items: ErrorResponse[];
    };
    const answer = async (path: string): Promise<Answer> => {
      const { uri } = handler({
        request: { method: 'GET', uri: path, headers: {}, querystring: {}, cookies: {} },
      });
      const found = await findFile(bucket, uri);
      // A distribution that may not list the bucket is told 403 of what is missing.
      const error = errors.find(({ ErrorCode }) => ErrorCode === 403);
      const file = found ?? join(bucket, base, String(error?.ResponsePagePath));
      const headers = new Headers(policy);
      for (const [name, value] of Object.entries(await metadataOf(file))) headers.set(name, value);
      return { status: found ? 200 : Number(error?.ResponseCode), headers, file };
    };
    const server = await serveAnswers(answer);
    return {
      address: server.address,
      async stop() {
        await server.stop();
        await rm(bucket, { recursive: true });
      },
    };
  },
};

/** Publishes a folder by the script of the docs into a folder that stands for a bucket. */
export async function sync(root: string, bucket: string): Promise<void> {
  const programs = await mkdtemp(join(tmpdir(), 'digest-programs-'));
  const program = fileURLToPath(new URL('aws.ts', import.meta.url));
  await writeFile(join(programs, 'aws'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  await chmod(join(programs, 'aws'), 0o755);
  await mkdir(bucket, { recursive: true });
  await promisify(execFile)('sh', [hostFilePath('s3-cloudfront/sync.sh'), root], {
    env: {
      PATH: [programs, process.env['PATH']].join(delimiter),
      BUCKET: bucket,
      DISTRIBUTION: 'E1EXAMPLE',
    },
  });
  await rm(programs, { recursive: true });
}

async function metadataOf(file: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(`${file}.metadata`, 'utf8')) as Record<string, string>;
}

type Handler = (event: { request: { uri: string } & Record<string, unknown> }) => { uri: string };

/** The function of the docs, as CloudFront calls it. */
export function viewerRequest(): Handler {
  return new Function(`${hostFile('s3-cloudfront/index-documents.js')}\nreturn handler;`)() as Handler;
}

/** The headers of a ResponseHeadersPolicyConfig, as far as the docs use it. */
function headersOfPolicy(): Record<string, string> {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(
    hostFile('s3-cloudfront/response-headers-policy.json'),
  );
  const headers: Record<string, string> = {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    ...(security.ContentTypeOptions.Override ? { 'x-content-type-options': 'nosniff' } : {}),
  };
  for (const { Header, Value } of custom.Items) headers[Header.toLowerCase()] = Value;
  return headers;
}
