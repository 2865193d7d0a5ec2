/** Defines readers of the notice as the worker would store them, and stores one of them. */

import type { BrowserSession } from '../session.ts';
import { waitFor } from '../wait.ts';
import { API } from './own-page.ts';

const STATEMENT =
  'Example Works does not allow anyone to buy sex, or to arrange it, on work time or with our devices, networks, vehicles, premises, travel or money. Breaking this rule can lead to dismissal.';

/** What the worker stores for the pages, for one kind of reader each. Every text is about as long as texts get. */
export const READERS = {
  personal: {
    audience: { value: 'personal', from: 'user' },
    reason: 'For my daughter, and for the man I want to be when she asks me about it.',
  },
  family: {
    audience: { value: 'family', from: 'user' },
    trustedAdult: 'Aunt Rosa or Mr. Lindqvist from school',
  },
  workplace: {
    managed: true,
    mode: { value: 'zero-tolerance', from: 'policy' },
    audience: { value: 'workplace', from: 'policy' },
    organization: {
      name: 'Example Works',
      statement: STATEMENT,
      policyUrl: 'https://example.com/policy',
      contact: 'People team, extension 1234',
      assistanceName: 'Employee assistance',
      assistancePhone: '555-0100',
    },
    campaign: { name: 'Example County', text: 'Together against exploitation.' },
  },
} as const;

/** A reader who chose nothing. Resets what the previous reader left. */
const NOBODY = {
  managed: false,
  mode: { value: 'educate', from: 'default' },
  audience: { value: 'personal', from: 'default' },
  organization: {},
  campaign: null,
  reason: '',
  trustedAdult: '',
};

/** Waits until the worker has written its last snapshot, so that it does not overwrite what `storeReader` writes. */
export async function snapshotWritten(browser: BrowserSession): Promise<void> {
  const known = `${API}.storage.local.get('published').then(({ published }) => published?.effective.policyKnown === true)`;
  await waitFor('the policy to be known', () => browser.inExtension<boolean>(known), 60_000);
}

/**
 * Replaces the stored reader. A notice that is open follows it.
 *
 * @param place - an ISO 3166 code such as `US-GA`; null if the place is not known.
 */
export async function storeReader(
  browser: BrowserSession,
  reader: object,
  place: string | null,
  language: string,
): Promise<void> {
  const country = place?.split('-')[0] ?? null;
  const where = { country, region: place?.includes('-') ? place : null, from: place ? 'user' : 'unknown' };
  await browser.inExtension(
    `${API}.storage.local.get('published').then(({ published }) => ${API}.storage.local.set({ published: {
      ...published, place: ${JSON.stringify(where)},
      effective: { ...published.effective, ...${JSON.stringify({ ...NOBODY, ...reader })}, language: { value: ${JSON.stringify(language)}, from: 'user' } } } }))`,
  );
}

/**
 * Makes the next notice the first of its session, which begins with the law, or one that follows others. Keeps what else the session
 * stores: without the worker's report, the popup says that the worker does not answer.
 *
 * @param shown - ids of the messages that were shown, newest first.
 */
export async function setMessagesShown(
  browser: BrowserSession,
  shown: readonly string[] = [],
): Promise<void> {
  await browser.inExtension(`${API}.storage.session.set({ shown: ${JSON.stringify(shown)} })`);
}
