/** Tests the popup as the browser itself shows it: in its bubble, and in Firefox also from the extensions panel. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { openPage } from '../../scripts/browser/extension/ask.ts';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { API } from '../../scripts/browser/extension/own-page.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import type { FirefoxSession } from '../../scripts/browser/firefox-session.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';
import { readWords } from '../../scripts/read-words.ts';
import { spillsOf } from './harness/spills.ts';

/** English words by their keys, so that an edited sentence breaks no test. */
const say = readWords('popup', 'en');

let site: Site;
let browser: BrowserSession;
let options: Tab;

before(async () => {
  site = await startSite();
  browser = await launch({
    port: site.port,
    extension: builtExtension(),
    // A panel of a headless Firefox loses the focus, and would then close.
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

/** Waits until the popup says that it protects. @returns its width, and what overflows its window. */
function popup(): Promise<Popup> {
  const look = `(() => {
    const [view] = ${API}.extension.getViews({ type: 'popup' });
    if (!view?.document.querySelector('.popup-word')) return null;
    return { width: view.innerWidth, spills: ${spillsOf('view.document')} };
  })()`;
  return waitFor('the popup', () => browser.evaluate<Popup | null>(options, look));
}

/** Checks for a width at which the popup's two buttons fit in one row. */
function looksRight({ width, spills }: Popup): void {
  assert.deepEqual(spills, [], `${width} px`);
  assert.ok(width >= 340 && width <= 480, `${width} px`);
}

test('opened from the toolbar', async () => {
  await browser.evaluate(options, `${API}.action.openPopup().then(() => true)`);
  looksRight(await popup());
});

const inFirefox = BROWSER === 'firefox' ? describe : () => undefined;

const PANEL = `await gUnifiedExtensions.togglePanel(new Event('click'));
  await until('the panel', () => gUnifiedExtensions.panel.state === 'open');`;

/** Where Firefox may have put the button, how it got there, and where it is when it is pressed. */
const PLACES: Readonly<Record<string, { move: string; open: string; stands: string }>> = {
  'in the panel of extensions, as installed': {
    move: 'CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_ADDONS);',
    open: PANEL,
    stands: 'unified-extensions-area',
  },
  'in the toolbar, pinned': {
    move: 'CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);',
    open: '',
    stands: 'nav-bar-customization-target',
  },
  'pinned, in a window too narrow for its toolbar': {
    move: `CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
      for (const other of ['find-button', 'print-button', 'zoom-controls', 'edit-controls', 'history-panelmenu'])
        CustomizableUI.addWidgetToArea(other, CustomizableUI.AREA_NAVBAR, 1);
      window.resizeTo(450, 700);
      await until('the overflow', () => button().getAttribute('overflowedItem') === 'true');`,
    open: PANEL,
    stands: 'overflowed-extensions-list',
  },
};

inFirefox('its button pressed', () => {
  const inWindow = <T>(body: string) =>
    (browser as FirefoxSession).inBrowser<T>(
      `const { id } = WebExtensionPolicy.getByHostname(args[0]);
      // As Firefox names the button of an extension.
      const widget = id.toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
      const until = async (what, ready) => {
        for (let turn = 0; turn < 200; turn++) {
          if (await ready()) return;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(what + ' did not come');
      };
      const button = () => CustomizableUI.getWidget(widget).forWindow(window).node;
      ${body}`,
      new URL(browser.base).hostname,
    );

  for (const [place, { move, open, stands }] of Object.entries(PLACES)) {
    test(place, async () => {
      const parent = await inWindow<string>(
        `${move}
        ${open}
        await until('the button', () => button().getBoundingClientRect().width > 0);
        const parent = button().parentNode.id;
        (button().querySelector('.unified-extensions-item-action-button') ?? button()).click();
        return parent;`,
      );
      assert.equal(parent, stands);
      looksRight(await popup());
      // Checks that it also works there.
      const before = await browser.tabs();
      await browser.evaluate(
        options,
        `void [...${API}.extension.getViews({ type: 'popup' })[0].document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(say('test'))}).click()`,
      );
      const opened = await waitFor('the test page', async () =>
        (await browser.tabs()).find((tab) => !before.includes(tab)),
      );
      await seeNotice(browser, opened);
      await browser.closeTab(opened);
      await browser.bringToFront(options);
    });
  }

  test('Firefox lets no button of an extension into its other menu of what overflows', async () => {
    // If this changes, that menu is one more place to test.
    const may = await inWindow<boolean>(
      'return CustomizableUI.canWidgetMoveToArea(widget, CustomizableUI.AREA_FIXED_OVERFLOW_PANEL)',
    );
    assert.equal(may, false);
  });
});
