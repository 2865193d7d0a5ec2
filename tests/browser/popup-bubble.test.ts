/** The popup as the browser itself shows it: in its bubble, and in Firefox also from the panel of extensions. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { openPage } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { spillsOf } from './harness/spills.ts';

let site: Site;
let browser: BrowserSession;
let options: Tab;

before(async () => {
  site = await startSite();
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    // In a headless Firefox no panel keeps the focus, and one without it would close.
    ...(BROWSER === 'firefox' && { preferences: { 'ui.popup.disable_autohide': true } }),
  });
  await guardRegistered(browser);
  await closeWelcome(browser);
  options = await openPage(browser, 'options.html', 'Everything works as it should.');
  await browser.bringToFront(options);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
afterEach(() =>
  browser.evaluate(
    options,
    `void ${API}.extension.getViews({ type: 'popup' }).forEach((view) => view.close())`,
  ),
);

interface Popup {
  width: number;
  spills: string[];
}

/** Waits until the popup says that it protects. @returns how wide it came to be, and what leaves its window. */
function popup(): Promise<Popup> {
  const look = `(() => {
    const [view] = ${API}.extension.getViews({ type: 'popup' });
    if (!view?.document.querySelector('.popup-word')) return null;
    return { width: view.innerWidth, spills: ${spillsOf('view.document')} };
  })()`;
  return waitFor('the popup', () => browser.evaluate<Popup | null>(options, look));
}

/** A width at which its two buttons fit in one row. */
function looksRight({ width, spills }: Popup): void {
  assert.deepEqual(spills, [], `${width} px`);
  assert.ok(width >= 340 && width <= 480, `${width} px`);
}

test('opened from the toolbar', async () => {
  await browser.evaluate(options, `${API}.action.openPopup().then(() => true)`);
  looksRight(await popup());
});

const inFirefox = BROWSER === 'firefox' ? describe : () => undefined;

inFirefox('from the panel of extensions', () => {
  /** Opens the panel, where the button is after installation, and presses it there. */
  const fromPanel = () =>
    (browser as FirefoxSession).inBrowser<string>(
      `const id = WebExtensionPolicy.getByHostname(args[0]).id;
      const widget = CustomizableUI.getWidgetIdsInArea(CustomizableUI.AREA_ADDONS).concat(CustomizableUI.getWidgetIdsInArea(CustomizableUI.AREA_NAVBAR))
        .find((each) => CustomizableUI.getWidget(each)?.webExtension && document.getElementById(each)?.dataset.extensionid === id)
        ?? [...document.querySelectorAll('[data-extensionid]')].find((each) => each.dataset.extensionid === id).id;
      CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_ADDONS);
      const until = async (ready) => { for (let turn = 0; turn < 200; turn++) { const found = ready(); if (found) return found; await new Promise((resolve) => setTimeout(resolve, 50)); } throw new Error('not there: ' + ready); };
      const button = () => document.getElementById(widget);
      await until(button);
      await gUnifiedExtensions.togglePanel(new Event('click'));
      await until(() => gUnifiedExtensions.panel.state === 'open');
      const press = button().querySelector('.unified-extensions-item-action-button') ?? button();
      press.click();
      return widget;`,
      new URL(browser.base).hostname,
    );

  test('where it stands as installed', async () => {
    await fromPanel();
    looksRight(await popup());
  });
});
