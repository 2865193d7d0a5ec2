/** Shows options and popup on a person's own installation: freshly installed, with everything set and wrong, under a PIN and a promise. */
import { ask, clickOn, openPage, seeText } from '../extension/ask.ts';
import { seeNotice } from '../extension/notice-seen.ts';
import type { BrowserSession } from '../session.ts';
import { CHECK_ADDRESS } from '../site/listed.ts';
import { popupOver } from './page.ts';
import type { Scene } from './scene.ts';

const PIN = '2468';

/** A backup that weakens the protection, changes a text and contains an invalid value. */
const BACKUP = {
  choices: {
    audience: 'family',
    recognizeNames: false,
    trustedAdult: 'Aunt Rosa',
    blockedPatterns: ['example.net', 'example.com'],
    country: 'US',
    region: 'US-GA',
  },
};

export const settingsScene: Scene = async (browser, take) => {
  const fresh = await openPage(browser, 'options.html', 'Everything works as it should.');
  await take({ surface: 'options', name: 'as it comes', tab: fresh, key: true });
  await browser.closeTab(fresh);
  const popup = await openPage(browser, 'popup.html', 'Test it');
  await take({ surface: 'popup', name: 'on', tab: popup, key: true });
  await browser.closeTab(popup);
  const listed = await browser.newTab();
  await browser.open(listed, CHECK_ADDRESS);
  await seeNotice(browser, listed);
  const over = await popupOver(browser, listed, 'the notice');
  await take({ surface: 'popup', name: 'over the notice', tab: over });
  await browser.closeTab(over);
  await browser.closeTab(listed);

  await setEverything(browser);
  const options = await openPage(browser, 'options.html', 'You promised yourself to wait');
  // Chooses a longer promise, but does not make it.
  await browser.evaluate(
    options,
    "(() => { const list = document.getElementById('promise-wait'); list.value = '72'; list.dispatchEvent(new Event('change', { bubbles: true })); })()",
  );
  await seeText(browser, options, 'Shortening or ending it then takes 3 days.');
  await take({ surface: 'options', name: 'all set, errors, a waiting change', tab: options, key: true });
  await browser.evaluate(options, "document.getElementById('names').click()");
  await seeText(browser, options, 'Enter the PIN');
  await browser.press(options, ...'1357', 'Enter');
  await seeText(browser, options, 'Wrong PIN');
  await take({ surface: 'options', name: 'PIN asked for', tab: options });
  await browser.press(options, 'Escape');
  await previewImport(browser, options);
  await take({ surface: 'options', name: 'a backup that loosens', tab: options });
  await browser.closeTab(options);
  const counted = await openPage(browser, 'popup.html', 'days.');
  await take({ surface: 'popup', name: 'counting days', tab: counted });
  await browser.closeTab(counted);
};

async function setEverything(browser: BrowserSession): Promise<void> {
  await ask(browser, 'settings/change', {
    changes: {
      audience: 'personal',
      reason: 'for my daughter',
      daysSince: '2026-11-01',
      blockedPatterns: ['example.com', 'no site'],
      exemptions: ['example.org'],
      writeLine: true,
      promiseHours: 24,
    },
  });
  await ask(browser, 'settings/change', { changes: { writeLine: false } });
  await ask(browser, 'pin/set', { newPin: PIN });
}

async function previewImport(browser: BrowserSession, tab: string): Promise<void> {
  const { text } = await ask(browser, 'settings/export', {});
  const file = JSON.stringify({ ...JSON.parse(text), ...BACKUP });
  await browser.evaluate(
    tab,
    `(() => {
      const input = document.querySelector('input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(file)}], 'backup.json', { type: 'application/json' }));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`,
  );
  await seeText(browser, tab, 'It weakens the protection');
}

/** Shows the warnings when access to sites is withdrawn. The last scene of its browser, because nothing gives the access back. */
export const withdrawnScene: Scene = async (browser, take) => {
  const popup = await openPage(browser, 'popup.html', 'Needs attention');
  await take({ surface: 'popup', name: 'access missing', tab: popup, key: true });
  await browser.closeTab(popup);
  const options = await openPage(browser, 'options.html', 'missing');
  await take({ surface: 'options', name: 'access missing', tab: options });
  await browser.closeTab(options);
};

/** Shows how to cover private windows when they are not covered, in each place where a person may look for it. */
export const privateScene: Scene = async (browser, take) => {
  const popup = await openPage(browser, 'popup.html', 'not covered');
  await take({ surface: 'popup', name: 'private windows not covered', tab: popup });
  await browser.closeTab(popup);
  const options = await openPage(browser, 'options.html#status', 'Private windows are not covered yet.');
  await take({ surface: 'options', name: 'private windows not covered', tab: options });
  await browser.closeTab(options);
  const welcome = await openPage(browser, 'welcome.html', 'Who is it for?');
  await clickOn(browser, welcome, 'Skip, and use the defaults');
  await seeText(browser, welcome, 'Private windows are not covered yet.');
  await take({ surface: 'welcome', name: 'ready, private windows not covered', tab: welcome });
  await browser.closeTab(welcome);
};
