/**
 * Tests that hosts, numbers and entries keep their order in languages that are written from right to left.
 * @vitest-environment happy-dom
 */
import { afterEach, expect, test } from 'vitest';
import { Organization } from '../../../components/notice/organization.tsx';
import { Why } from '../../../components/notice/why.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { NOTHING_KNOWN } from '../../../utils/policy/config-snapshot.ts';
import { setDocumentLanguage } from '../../../utils/words/document-language.ts';
import type { Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { show, testTools, text } from './page.tsx';
import { FINE, startWorker } from './worker.ts';

/** Isolates text whose order a browser must keep within a sentence of the other direction. */
const isolate = (foreign: string) => `\u2068${foreign}\u2069`;

afterEach(() => setDocumentLanguage(document.documentElement, 'en'));

async function showWhy(language: Language): Promise<void> {
  const message = { id: 'general-age', theme: 'age', text: '', citation: null } as const;
  const citation = { title: '18 U.S.C. 2423', url: 'https://example.com/', checked: '2026-11-21' } as const;
  await show(
    <Why
      context={{
        match: { kind: 'own', by: 'user', id: 'example.com/section/*', site: 'example.com' },
        listVersion: '2026-11-21',
        continue: { kind: 'never', why: 'not-listed' },
        search: null,
      }}
      ofSearch={false}
      content={{
        main: { ...message, citation },
        alongside: null,
        supporting: message,
        variant: 0,
        accent: null,
      }}
      language={language}
      effective={NOTHING_KNOWN}
      words={await loadWords('notice', language)}
      onMistake={() => {}}
      copy={async () => {}}
    />,
  );
}

test('an entry of the list keeps its own order in Arabic and Hebrew, and is as it is in English', async () => {
  for (const language of ['ar', 'he'] as const) {
    await showWhy(language);
    expect(text()).toContain(isolate('example.com/section/*'));
  }
  await showWhy('en');
  expect(text()).toContain('(example.com/section/*)');
});

test('a source that begins with a number keeps it there in Arabic and Hebrew', async () => {
  for (const language of ['ar', 'he'] as const) {
    await showWhy(language);
    expect(text()).toContain(isolate('18 U.S.C. 2423'));
  }
});

test('a telephone number that an organization gives as its contact keeps its order in Arabic', async () => {
  await show(
    <Organization
      effective={{
        ...NOTHING_KNOWN,
        managed: true,
        organization: { ...NOTHING_KNOWN.organization, contact: '555-0101' },
      }}
      language="ar"
      words={await loadWords('notice', 'ar')}
    />,
  );
  expect(text()).toContain(isolate('555-0101'));
});

test('the popup keeps the order of an entry in Hebrew', async () => {
  const worker = await startWorker({}, {});
  worker.status = {
    ...FINE,
    tab: { is: 'listed', match: { kind: 'host', by: 'list', id: 'a.example/b/', site: 'a.example' } },
  };
  setDocumentLanguage(document.documentElement, 'he');
  await show(
    <Popup
      client={worker.client}
      tools={testTools().tools}
      words={await loadWords('popup', 'he')}
      tabId={7}
      isPrivate={false}
    />,
  );
  expect(text()).toContain(isolate('a.example/b/'));
});
