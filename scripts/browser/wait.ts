/** Waits, with a limit, for things that take a browser an unknown time. */

/**
 * Calls `ask` until its answer is neither undefined, null nor false.
 *
 * @param what - ends the sentence "Waited N ms for ...".
 * @param limit - milliseconds.
 * @returns the answer. Throws with the last answer or error once the limit has passed.
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  limit = 10_000,
): Promise<T> {
  const end = Date.now() + limit;
  let last: unknown;
  // Asks less and less often: on a busy machine, the asking itself takes much of the time.
  for (let interval = 30; ; interval = Math.min(interval * 1.3, 250)) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() > end) throw new Error(`Waited ${limit} ms for ${what}; last answer: ${String(last)}`);
    await pause(interval);
  }
}

/** @param milliseconds - use this only where a test shows that something does not happen. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
