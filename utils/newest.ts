/** Tells which of several asynchronous tasks began last, so that a slow one does not replace the result of a newer one. Pure. */

/** @returns a function to call as each task begins. It gives one that says whether no other task has begun since. */
export function newestOf(): () => () => boolean {
  let newest = 0;
  return () => {
    const mine = ++newest;
    return () => mine === newest;
  };
}
