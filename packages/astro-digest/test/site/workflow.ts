import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Job {
  strategy?: { matrix?: { shard?: number[] } };
  env?: Record<string, string>;
  steps: { run?: string }[];
}

/** A command of a workflow, as one of its jobs runs it. */
export interface WorkflowCommand {
  command: string;
  env: Record<string, string>;
}

/**
 * The commands of a workflow in order, each job once for each of its shards; those that install are left out.
 *
 * @param path of its file under `docs`
 */
export function workflowCommands(path: string): WorkflowCommand[] {
  const file = new URL(`../../../../docs/${path}`, import.meta.url);
  const { jobs } = parse(readFileSync(file, 'utf8')) as { jobs: Record<string, Job> };
  return Object.values(jobs).flatMap(({ strategy, env = {}, steps }) =>
    (strategy?.matrix?.shard ?? [0]).flatMap((shard) => {
      const fill = (text: string): string => text.replaceAll('${{ matrix.shard }}', String(shard));
      return steps
        .flatMap(({ run }) => run ?? [])
        .filter((run) => run !== 'npm ci')
        .map((run) => ({
          command: fill(run),
          env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)])),
        }));
    }),
  );
}
