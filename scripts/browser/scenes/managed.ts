/** Shows a managed installation: one with a correct policy, and one whose policy has errors. */
import { openPage } from '../extension/ask.ts';
import type { Scene } from './scene.ts';

export const FINE = {
  organizationName: 'Example Works',
  mode: 'zero-tolerance',
  jurisdictions: ['US-GA'],
  policyStatement: 'Our devices are not for buying sex.',
  showWelcome: true,
};

/** `mode` is misspelled. */
export const BROKEN = { ...FINE, mode: 'educat' };

export const managedScene: Scene = async (browser, take) => {
  const options = await openPage(browser, 'options.html', 'Set by Example Works');
  await take({ surface: 'options', name: 'managed', tab: options, key: true });
  await browser.closeTab(options);
  const popup = await openPage(browser, 'popup.html', 'Example Works');
  await take({ surface: 'popup', name: 'managed', tab: popup });
  await browser.closeTab(popup);
  const welcome = await openPage(browser, 'welcome.html', 'Your workplace runs this browser');
  await take({ surface: 'welcome', name: 'managed', tab: welcome });
  await browser.closeTab(welcome);
};

export const brokenPolicyScene: Scene = async (browser, take) => {
  const options = await openPage(browser, 'options.html', 'What is wrong with the policy');
  await take({ surface: 'options', name: 'policy with errors', tab: options });
  await browser.closeTab(options);
  const popup = await openPage(browser, 'popup.html', 'The policy has errors');
  await take({ surface: 'popup', name: 'policy with errors', tab: popup });
  await browser.closeTab(popup);
};
