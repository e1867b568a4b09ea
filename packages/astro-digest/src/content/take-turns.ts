/** Does a task when all that were given before it have ended, well or not. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Makes a queue of tasks, of which one is done at a time. */
export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => {});
    return done;
  };
}
