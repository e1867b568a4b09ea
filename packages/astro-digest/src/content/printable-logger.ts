import type { AstroIntegrationLogger } from 'astro';
import { printable } from 'remark-digest/light';

/** What of a logger loaders and the integration use. */
export type Logger = Pick<AstroIntegrationLogger, 'info' | 'warn' | 'error'>;

/** A logger of which each message is one line that says what it says: nothing quoted in it can steer the terminal. */
export function printableLogger(logger: Logger): Logger {
  return {
    info: (message) => logger.info(printable(message)),
    warn: (message) => logger.warn(printable(message)),
    error: (message) => logger.error(printable(message)),
  };
}
