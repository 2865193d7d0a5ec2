/** A reporter for `node --test` that writes one line of JSON: how many tests passed, failed and were skipped, and where they failed. */
import type { TestEvent } from 'node:test/reporters';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export interface BrowserTotals extends Totals {
  /** Totals of each file in which a test failed. */
  failedFiles: Record<string, Totals>;
  /** Seconds each file took, its browser's start included. */
  seconds: Record<string, number>;
}

/** Suites are not counted, only the tests in them; a file that ends in an error counts as one failure. */
export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
  const files = new Map<string, Totals>();
  const seconds: Record<string, number> = {};
  for await (const event of events) {
    if (event.type === 'test:summary' && event.data.file)
      seconds[event.data.file] = event.data.duration_ms / 1000;
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    // A file that fails as a whole is reported by its path.
    const path = event.data.file ?? event.data.name;
    const file = files.get(path) ?? { passed: 0, failed: 0, skipped: 0 };
    files.set(path, file);
    const outcome =
      event.data.skip !== undefined || event.data.todo !== undefined
        ? 'skipped'
        : event.type === 'test:pass'
          ? 'passed'
          : 'failed';
    sum[outcome]++;
    file[outcome]++;
  }
  const failedFiles = Object.fromEntries([...files].filter(([, { failed }]) => failed > 0));
  yield `${JSON.stringify({ ...sum, failedFiles, seconds })}\n`;
}
