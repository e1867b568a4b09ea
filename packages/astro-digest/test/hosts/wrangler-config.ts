import { createRequire } from 'node:module';
import type { Config } from '@cloudflare/workers-utils';

/**
 * Reads a configuration as Wrangler does, with Wrangler's own library.
 *
 * @param file path of `wrangler.jsonc`
 * @throws Error with all that Wrangler would say of it
 */
export async function readWranglerConfig(file: string): Promise<Config> {
  // The library is bundled for Wrangler, whose modules have a `require`.
  Object.assign(globalThis, { require: createRequire(import.meta.url) });
  const { experimental_readRawConfig, normalizeAndValidateConfig } =
    await import('@cloudflare/workers-utils');
  const { rawConfig, configPath } = experimental_readRawConfig({ config: file });
  const { config, diagnostics } = normalizeAndValidateConfig(rawConfig, configPath, configPath, {});
  if (diagnostics.hasErrors() || diagnostics.hasWarnings())
    throw new Error(`${diagnostics.renderErrors()}\n${diagnostics.renderWarnings()}`);
  return config;
}
