/** Puts the extension's worker to sleep, even while earlier events are still waking it. */
import type { BrowserSession } from './session.ts';
import { pause, waitFor } from './wait.ts';

/** Stops the worker until it is still asleep a quarter of a second later. Throws after 8 s. */
export async function stopUntilAsleep(browser: BrowserSession, stop: () => Promise<void>): Promise<void> {
  await waitFor(
    'the worker to stay asleep',
    async () => {
      if (await browser.workerAwake()) await stop();
      await pause(250);
      return !(await browser.workerAwake());
    },
    8_000,
  );
}
