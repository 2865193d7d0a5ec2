/** Shows the deploy page in tests, and reads and fills in its form. */
import { act } from 'preact/test-utils';
import { Deploy } from '../../../components/deploy/deploy.tsx';
import { PAUSE } from '../../../components/deploy/use-kit.ts';
import { type KitWords, wordsOfFiles } from '../../../utils/deploy/deployment-kit.ts';
import { type KitConfig, readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { FULL_LANGUAGES, type Language } from '../../../utils/words/languages.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { button, PLACES, press, show, text, until } from './page.tsx';

export const UPDATE = 'https://intranet.example.com/second-thought/update.xml';

export const kitWords = Object.fromEntries(
  await Promise.all(
    FULL_LANGUAGES.map(async (language) => [
      language,
      { deploy: await loadWords('deploy', language), policy: await loadWords('policy', language) },
    ]),
  ),
) as KitWords;

/** @returns the checked configuration. Throws with its problems if it is not valid. */
export function configOf(raw: unknown): KitConfig {
  const read = readKitConfig(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

/** Shows the deploy page. @returns a list to which each saved file is added. */
export async function open(language: Language = 'en') {
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const [words, controls] = await Promise.all([
    loadWords('deploy-page', language),
    loadWords('controls', language),
  ]);
  await show(
    <Deploy
      language={language}
      places={PLACES}
      words={words}
      controls={controls}
      kitWords={wordsOfFiles({ language }, kitWords).deploy}
      policyWords={wordsOfFiles({ language }, kitWords).policy}
      fileWords={kitWords}
      save={(name, bytes) => saved.push({ name, bytes })}
    />,
  );
  return saved;
}

export const byId = <E extends HTMLElement = HTMLInputElement>(id: string) =>
  document.getElementById(id) as unknown as E;
export const status = () => document.querySelector('.deploy-bar [role=status]')?.textContent ?? '';
export const described = (id: string) =>
  (byId(id).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((one) => document.getElementById(one)?.textContent)
    .join(' ');

/**
 * Waits until there are files of everything typed so far. While somebody types, the page shows those of the last pause, which on a
 * busy machine may be one between two fields.
 */
export async function untilMade(): Promise<void> {
  await act(async () => {
    await new Promise((done) => setTimeout(done, PAUSE + 50));
  });
  await until(() => /^\d.* files made\.$/.test(status()));
}

/** Saves the configuration. @returns its content. */
export async function exported(saved: { name: string; bytes: Uint8Array }[]): Promise<unknown> {
  await press(button('Save the configuration'));
  return JSON.parse(new TextDecoder().decode(saved.at(-1)?.bytes));
}

/** Imports a file with this content, and waits until the page shows its name. */
export async function importText(
  content: string | Uint8Array<ArrayBuffer>,
  name = 'kit.json',
): Promise<void> {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => text().includes(name));
}
