/**
 * Tests that a page cannot keep the guard from its work with elements named like what the guard looks for. An element is a property of
 * the window in a content script too (HTML, "named access on the Window object").
 * @vitest-environment happy-dom
 */
import { expect, test, vi } from 'vitest';

// happy-dom's window takes no listener through the prototype.
vi.mock('../../../utils/content/page-document.ts', async (original) => ({
  ...(await original<object>()),
  listen: () => undefined,
}));

test('elements of the page named like the extension API, or like an earlier guard, change nothing', async () => {
  const asked: unknown[] = [];
  const runtime = {
    getURL: (path: string) => `chrome-extension://unit${path}`,
    sendMessage: async (message: unknown) => {
      asked.push(message);
      return { kind: 'pass', banner: null };
    },
  };
  for (const name of ['browser', 'secondThought', 'secondThoughtPassed'])
    vi.stubGlobal(name, document.createElement('form'));
  vi.stubGlobal('chrome', { runtime });
  const { guard } = await import('../../../utils/content/guard.ts');
  guard();
  await vi.waitFor(() => expect(asked).toMatchObject([{ type: 'guard/ask' }]));
  vi.unstubAllGlobals();
});
