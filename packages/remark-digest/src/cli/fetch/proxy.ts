import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { FetchFault } from './answer.ts';
import { unusableProxy } from './findings.ts';

/** Versions from which Node.js has proxies built in, each for its line; newer lines have them from the start. */
const firstWithProxies = [
  [22, 21],
  [24, 5],
] as const;

/** Whether a version of Node.js, such as `24.1.0`, has proxies built in. */
export function hasProxies(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major > 24 || firstWithProxies.some(([line, first]) => major === line && minor >= first);
}

/**
 * What makes the connections to an address: Node's own agent, which knows the proxy that the environment names (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `NO_PROXY`, in small letters, too).
 *
 * @throws {FetchFault} when there is a proxy that can't be used
 */
export function agentFor(
  { protocol }: URL,
  env: Readonly<Record<string, string | undefined>>,
  node: string,
): HttpAgent {
  const Agent = protocol === 'https:' ? HttpsAgent : HttpAgent;
  const name = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = env[name.toLowerCase()] || env[name];
  if (!proxy) return new Agent();
  const { NO_PROXY, no_proxy = NO_PROXY } = env;
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new FetchFault(unusableProxy(name, 'its address is none that begins with http:// or https://'));
  }
  if (!hasProxies(node)) {
    throw new FetchFault(unusableProxy(name, `Node.js ${node} knows no proxies, as 22.21 and 24.5 do`));
  }
  return new Agent({
    proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ...(no_proxy ? { NO_PROXY: no_proxy } : {}) },
  });
}
