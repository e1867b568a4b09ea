/** Which connections there are. */
export interface ConnectionOptions {
  /** Whether there are topics at all. */
  topics: boolean;
  /** Topics by name, each with the terms that a paper of it has one of. */
  named: Readonly<Record<string, readonly string[]>>;
  /** Whether to look for others. */
  found: boolean;
  /** How many related papers a paper has at most; 0 for none. */
  related: number;
}

/** Whether anything connects papers. */
export function hasConnections({ topics, named, found, related }: ConnectionOptions): boolean {
  return related > 0 || (topics && (found || Object.keys(named).length > 0));
}
