/** Shows the welcome page: each step for each of the three readers. */
import { ask, clickOn, openPage, seeText } from '../extension/ask.ts';
import type { Scene } from './scene.ts';

export const welcomeScene: Scene = async (browser, take) => {
  for (const audience of ['personal', 'family', 'workplace'] as const) {
    await ask(browser, 'settings/change', { changes: { audience } });
    const tab = await openPage(browser, 'welcome.html', 'Who is it for?');
    const key = audience === 'family';
    await take({ surface: 'welcome', name: `${audience}, who`, tab, key });
    for (const [button, text, step] of [
      ['Next', 'Where do you live?', 'where'],
      ['Next', 'How firm should it be?', 'how firm'],
      ['Finish', 'Private windows are covered.', 'ready'],
    ] as const) {
      await clickOn(browser, tab, button);
      await seeText(browser, tab, text);
      await take({ surface: 'welcome', name: `${audience}, ${step}`, tab, key });
    }
    await browser.closeTab(tab);
  }
};
