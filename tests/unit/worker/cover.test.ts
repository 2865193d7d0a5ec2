/** Tests that a tab is led to the notice whatever its page does, and is left alone once it has shown the notice. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cover, noticeArrived } from '../../../utils/worker/tabs/cover.ts';
import { isLeaving } from '../../../utils/worker/tabs/redirect-retry.ts';

const SECTION = 'https://general.example/adult/1';
const OUTSIDE = 'https://general.example/books';
const NOTICE = 'chrome-extension://unit/notice.html';
const SEARCH = 'https://engine.example/?q=covered';
const INNOCENT = 'https://engine.example/?q=weather';
const TAB = 7;

/** One tab of a browser in which a general site's page may delay its own navigation. */
const { tab, sent, page } = vi.hoisted(() => ({
  tab: { url: '' } as { url: string; pendingUrl?: string },
  sent: [] as string[],
  page: { hasPass: false, showsBanner: false, guardsRun: 0 },
}));

vi.mock('../../../utils/extension-api.ts', () => ({
  browser: {
    tabs: {
      get: async () => ({ ...tab }),
      update: async (_: number, { url }: { url: string }) => void sent.push(url),
    },
    scripting: {
      executeScript: async ({ files }: { files?: string[] }) => {
        if (!files) return [{ result: page.showsBanner }];
        page.guardsRun++;
        return [{}];
      },
    },
    runtime: { getURL: (path: string) => `chrome-extension://unit${path}` },
  },
}));
vi.mock('../../../utils/worker/passes/passes.ts', () => ({ hasPass: async () => page.hasPass }));
vi.mock('../../../utils/worker/state.ts', () => ({
  currentState: async () => ({
    effective: { mode: { value: page.hasPass ? 'educate' : 'zero-tolerance' } },
    noticePath: '/notice.html',
  }),
}));
vi.mock('../../../utils/pattern/match.ts', () => ({
  match: (url: string) =>
    url.includes('/adult/') ? { kind: 'path' } : url.includes('q=covered') ? { kind: 'search' } : null,
}));

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  delete tab.pendingUrl;
  Object.assign(page, { hasPass: false, showsBanner: false, guardsRun: 0 });
});
afterEach(async () => {
  noticeArrived(TAB);
  await vi.advanceTimersByTimeAsync(30_000);
  vi.useRealTimers();
});

test('a page that stays is sent off again and again', async () => {
  tab.url = SECTION;
  void cover(SECTION, TAB);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.length).toBeGreaterThan(3);
  expect(new Set(sent)).toEqual(new Set([NOTICE]));
});

test('a page that puts on an unlisted address of its site in the meantime is sent off anyway', async () => {
  tab.url = SECTION;
  void cover(SECTION, TAB);
  tab.url = OUTSIDE;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.length).toBeGreaterThan(1);
});

test.each([
  ['who opens an unlisted page of the same site after the notice is not called back', 20],
  // The first look is over, and the pause before the next one is running.
  ['a storm that was heard of before the notice came starts nothing anew after it', 80],
])('%s', async (_, milliseconds) => {
  tab.url = SECTION;
  void cover(SECTION, TAB);
  // Many changes of address were reported before the page stopped.
  await cover(`${SECTION}?2`, TAB);
  await vi.advanceTimersByTimeAsync(milliseconds);
  tab.url = NOTICE;
  noticeArrived(TAB);
  tab.url = OUTSIDE;
  sent.length = 0;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual([]);
});

test('a section entered after the notice is covered at once, even while the last look is not over', async () => {
  tab.url = SECTION;
  void cover(SECTION, TAB);
  await vi.advanceTimersByTimeAsync(20);
  tab.url = NOTICE;
  noticeArrived(TAB);
  tab.url = `${SECTION}?again`;
  sent.length = 0;
  void cover(`${SECTION}?again`, TAB);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toContain(NOTICE);
});

test('a search that stays is sent off again and again', async () => {
  tab.url = SEARCH;
  void cover(SEARCH, TAB);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.length).toBeGreaterThan(3);
});

test.each([0, 20, 100, 700])(
  'an innocent search that follows after %i ms is left alone',
  async (milliseconds) => {
    tab.url = SEARCH;
    void cover(SEARCH, TAB);
    await vi.advanceTimersByTimeAsync(milliseconds);
    tab.url = INNOCENT;
    sent.length = 0;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent).toEqual([]);
    expect(isLeaving(TAB, INNOCENT)).toBe(false);
  },
);

test('a person who is on the way from a covered search to another page is not called back', async () => {
  tab.url = SEARCH;
  void cover(SEARCH, TAB);
  tab.pendingUrl = INNOCENT;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual([]);
});

test('a section that follows a covered search is sent off as often as any other', async () => {
  tab.url = SEARCH;
  void cover(SEARCH, TAB);
  await vi.advanceTimersByTimeAsync(100);
  tab.url = SECTION;
  void cover(SECTION, TAB);
  await vi.advanceTimersByTimeAsync(500);
  sent.length = 0;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.length).toBeGreaterThan(2);
});

test('a page with a pass gets a guard for its banner once, not each time it changes its address', async () => {
  page.hasPass = true;
  await cover(SECTION, TAB);
  expect(page.guardsRun).toBe(1);
  page.showsBanner = true;
  await cover(`${SECTION}#picture`, TAB);
  expect(page.guardsRun).toBe(1);
  page.hasPass = false;
  await Promise.all([cover(SECTION, TAB), vi.advanceTimersByTimeAsync(1_000)]);
  expect(page.guardsRun).toBe(2);
});
