/** Defines what counts as "no way through" on a notice. */
import assert from 'node:assert/strict';
import { messageOf } from '../../../scripts/browser/extension/ask.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';

/** Checks that there is no button for a screen reader, none in the document, and no pass for a page that requests one anyway. */
export async function noWayThrough(browser: BrowserSession, tab: Tab, address: string): Promise<void> {
  const names = (await browser.accessible(tab)).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => /continue/i.test(name)),
    [],
  );
  const html = await browser.evaluate<string>(tab, 'document.documentElement.outerHTML');
  assert.ok(!/continue anyway/i.test(html), 'the way through stands in the document');
  const answer = await browser.evaluate<object>(tab, messageOf('notice/continue', { address }));
  assert.deepEqual(answer, { granted: false, why: 'zero-tolerance' });
}
