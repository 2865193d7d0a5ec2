/** Reports for `node --test` in one line of JSON how many tests passed, failed and were skipped. */
import type { TestEvent } from 'node:test/reporters';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts the tests in suites, not the suites. A file that ends in an error counts as one failure. */
export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.data.skip !== undefined || event.data.todo !== undefined) sum.skipped++;
    else if (event.type === 'test:pass') sum.passed++;
    else sum.failed++;
  }
  yield `${JSON.stringify(sum)}\n`;
}
