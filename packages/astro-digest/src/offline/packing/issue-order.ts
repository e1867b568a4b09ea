import { isoWeek } from '../../model/days.ts';
import { packVolumes, type VolumeIssue } from '../../model/volumes.ts';

/** The issues of a digest, and what leads to them. */
export interface IssueOrder {
  /** Ids of the issues, the newest first. */
  ids: readonly string[];
  /** The numbers of the issues, 0 for the newest, by their ids. */
  issues: ReadonlyMap<string, number>;
  /** The numbers of their volumes, 0 for the newest, by the ids of the issues. */
  volumes: ReadonlyMap<string, number>;
  /** Ids of issues, by the paths from the digest's base of what leads to them: themselves, and of a period its first issue, which stays. */
  leadsTo: ReadonlyMap<string, string>;
}

/** Orders the issues of a digest by volumes. */
export function issueOrder(all: readonly VolumeIssue[]): IssueOrder {
  const volumes = packVolumes(all);
  const ids = volumes.flatMap(({ issues }) => issues);
  const dates = new Map(all.map(({ id, date }) => [id, date]));
  const leadsTo = new Map<string, string>();
  // The oldest comes last, and stays.
  for (const id of ids) {
    const date = dates.get(id);
    if (date === undefined) continue;
    for (const period of [date.slice(0, 4), date.slice(0, 7), isoWeek(date)])
      leadsTo.set(`archive/${period}`, id);
  }
  for (const id of ids) leadsTo.set(id, id);
  return {
    ids,
    issues: new Map(ids.map((id, number) => [id, number])),
    volumes: new Map(volumes.flatMap(({ issues }, number) => issues.map((id) => [id, number] as const))),
    leadsTo,
  };
}
