/** Tests whose messages the worker trusts: only the notice in a tab's top frame, and only the extension's own settings pages. */
import { describe, expect, test } from 'vitest';
import { isNoticePath } from '../../../utils/notice/notice-address.ts';
import { isOneOf, type Sender, tabOf } from '../../../utils/worker/messages/sender.ts';

const NOTICE = 'chrome-extension://abc/notice.html';
const OPTIONS = 'chrome-extension://abc/options.html';
const ROOT = 'chrome-extension://abc';
const isNotice = (address: string) =>
  address.startsWith(`${ROOT}/`) && isNoticePath(address.slice(ROOT.length));
const from = (url: string | undefined, more: Partial<Sender> = {}): Sender => ({
  id: 'abc',
  url,
  frameId: 0,
  tab: { id: 7, url },
  ...more,
});

describe('a notice speaks for the tab in whose top frame it is shown', () => {
  test.each([
    `${ROOT}/notice/US.en.html#https://listed.example/`,
    NOTICE,
    `${NOTICE}?c=US&l=en`,
    `${NOTICE}#https://listed.example/`,
    `${NOTICE}?a#b?c`,
  ])('%s', (url) => {
    expect(tabOf(from(url), isNotice)).toBe(7);
  });

  test.each<[string, Sender]>([
    ['framed', from(NOTICE, { frameId: 3 })],
    ['without a frame', from(NOTICE, { frameId: undefined })],
    ['without a tab', from(NOTICE, { tab: undefined })],
    ['in a tab without an id', from(NOTICE, { tab: { url: NOTICE } })],
    ['without an address', from(undefined)],
    ['a web page', from('https://listed.example/notice.html')],
    ['a web page that names it', from(`https://listed.example/#${NOTICE}`)],
    ['another extension', from('chrome-extension://abd/notice.html')],
    ['another page of ours', from(OPTIONS)],
    ['another page of ours that names it', from(`${OPTIONS}?${NOTICE}`)],
    ['another page in the folder', from(`${ROOT}/notice/options.html`)],
    ['a longer path', from(`${NOTICE}/more`)],
    ['a path in another case', from('chrome-extension://abc/Notice.html')],
    ['user name and host', from('chrome-extension://abc/notice.html@other/')],
  ])('but not %s', (_, sender) => {
    expect(tabOf(sender, isNotice)).toBeNull();
  });
});

describe('pages that may change settings', () => {
  test('speak from a tab or from the popup', () => {
    expect(isOneOf(from(`${OPTIONS}#lock`), [OPTIONS])).toBe(true);
    expect(isOneOf(from(OPTIONS, { frameId: undefined, tab: undefined }), [OPTIONS])).toBe(true);
  });

  test.each<[string, Sender]>([
    ['framed', from(OPTIONS, { frameId: 2 })],
    ['a notice', from(NOTICE)],
    ['a notice that names one', from(`${NOTICE}#${OPTIONS}`)],
    ['a web page', from('https://listed.example/options.html')],
    ['nobody', from(undefined)],
    ['an empty address', from('')],
  ])('but not %s', (_, sender) => {
    expect(isOneOf(sender, [OPTIONS])).toBe(false);
  });
});
