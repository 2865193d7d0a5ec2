/**
 * Tests that the preview always shows the newest choice, whichever files load first.
 * @vitest-environment happy-dom
 */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { NoticeFrame } from '../../../components/preview/notice-frame.tsx';
import { choiceOf, type PreviewChoice, snapshotFor } from '../../../utils/preview/preview-choice.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { NOTHING } from '../preview/nothing.ts';
import { show, until } from './page.tsx';

const showing = (changes: Partial<PreviewChoice>) => {
  const choice = { ...choiceOf(NOTHING, 'en', '2026-11-21'), country: 'US', ...changes };
  const { language, today } = choice;
  return { snapshot: snapshotFor(choice, NOTHING), language, today, random: 0, messageHistory: [] };
};

test('a language whose files load slowly is not drawn over one that was chosen after it', async () => {
  const shown: string[] = [];
  const frame = (changes: Partial<PreviewChoice>) => (
    <NoticeFrame
      title="preview"
      screen="phone"
      showing={showing(changes)}
      onShown={() => shown.push(root()?.lang ?? '')}
      onPlace={() => {}}
      onFailed={() => shown.push('failed')}
      say={() => {}}
    />
  );
  const root = () => document.querySelector('iframe')?.contentDocument?.documentElement;
  const page = () => document.getElementById('page') as HTMLElement;
  await show(frame({}));
  const iframe = document.querySelector('iframe') as HTMLIFrameElement;
  // happy-dom gives a frame no document here, and its `open` leaves the root in the document.
  const inside = document.implementation.createHTMLDocument('');
  Object.assign(inside, { open: () => inside.documentElement.remove() });
  Object.defineProperty(iframe, 'contentDocument', { value: inside });
  await act(() => void iframe.dispatchEvent(new Event('load')));
  await until(() => shown.length > 0);
  // Nothing of Ukrainian has been loaded, and everything of English.
  await act(() => render(frame({ language: 'uk' }), page()));
  await act(() => render(frame({ region: 'US-GA' }), page()));
  await until(() => shown.length > 1);
  await loadWords('notice', 'uk');
  await act(() => new Promise((done) => setTimeout(done, 500)));
  expect(shown).toEqual(['en', 'en']);
  expect(root()?.lang).toBe('en');
  expect(root()?.textContent).toContain('In Georgia');
});
