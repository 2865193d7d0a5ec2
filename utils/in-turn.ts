/** Runs asynchronous tasks one after the other. */

/** @returns a function that runs each task once all tasks before it have ended, well or not, and settles as that task does. */
export function inTurn(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
