/** Tells whether the extension may act on listed pages. A policy can prevent that without changing the permission. */
import { browser } from '../../extension-api.ts';

const REFUSED = 'access-refused';

/** @returns false if a person has withheld access, or if a policy was found to prevent it. */
export async function hostAccess(): Promise<boolean> {
  if (!(await browser.permissions.contains({ origins: ['<all_urls>'] }))) return false;
  return (await browser.storage.local.get(REFUSED))[REFUSED] !== true;
}

/**
 * Chromium's policy `runtime_blocked_hosts` leaves the permission as it is, but the extension's redirects and scripts have no
 * effect there (tried in Chromium 156). Only the error of a script shows it.
 * @returns true if such a policy applies to this tab's page now.
 */
export async function refusedByPolicy(tabId: number): Promise<boolean> {
  const error = await browser.scripting
    .executeScript({ target: { tabId }, func: () => undefined, injectImmediately: true })
    .then(
      () => '',
      (reason: Error) => reason.message,
    );
  return /ExtensionsSettings policy/i.test(error);
}

/** Remembers the refusal, so that the next start does not show a listed page first. Block rules work in spite of the policy. */
export async function rememberRefusal(): Promise<void> {
  await browser.storage.local.set({ [REFUSED]: true });
}

/** Forgets the refusal when access may have returned: after an update of the extension or the browser, or when a person grants it. */
export async function forgetRefusal(): Promise<void> {
  await browser.storage.local.remove(REFUSED);
}
