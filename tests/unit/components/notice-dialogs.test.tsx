/**
 * Tests that the helpline's row in a dialog of the notice leads where the row on the notice leads, in the same way.
 * @vitest-environment happy-dom
 */
import { beforeAll, expect, test } from 'vitest';
import { LinkedText } from '../../../components/contact/linked-text.tsx';
import { createDialogs } from '../../../components/notice/dialogs.tsx';
import { loadHelp } from '../../../utils/notice/load-help.ts';
import { loadPlaceLaw } from '../../../utils/notice/load-law.ts';
import { mainHelpline, mainHelplineLinks } from '../../../utils/notice/main-helpline.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { NOTHING } from '../preview/nothing.ts';
import { settle, show } from './page.tsx';

beforeAll(() => {
  // happy-dom's dialogs have no `showModal`, and its elements no `checkVisibility`.
  HTMLDialogElement.prototype.showModal ??= () => {};
  Element.prototype.checkVisibility ??= () => true;
});

async function openLaw(country: string) {
  const help = await loadHelp(country, 'en');
  const said = mainHelpline(help, 'en', await loadWords('main-helpline', 'en')).line;
  const links = mainHelplineLinks(help, await loadWords('contact', 'en'));
  await show(
    <>
      <div class="notice-main-helpline">
        <p data-helpline={country}>
          <LinkedText said={said} links={links} />
        </p>
      </div>
      <div id="dialog" />
    </>,
  );
  const onNotice = [...document.querySelectorAll<HTMLAnchorElement>('.notice-main-helpline a')];
  const { law } = createDialogs({
    snapshot: { ...NOTHING, place: { country, region: null, from: 'user' } },
    placeLaw: await loadPlaceLaw({ country: 'SE', region: null }, 'en'),
    language: 'en',
    today: '2026-11-21',
    words: await loadWords('notice', 'en'),
    copy: async () => {},
    slot: document.getElementById('dialog') as HTMLElement,
    onPlace: async () => true,
  });
  const open = async () => {
    await law();
    await settle();
    return [...document.querySelectorAll<HTMLAnchorElement>('#dialog .dialog-helpline a')];
  };
  return { onNotice, open };
}

const ways = (links: HTMLAnchorElement[]) => links.map(({ href, target }) => `${href} ${target}`);

test('a link that opens a web page or WhatsApp has a tab of its own there too, so that the notice stays', async () => {
  const { onNotice, open } = await openLaw('MX');
  expect(ways(onNotice).some((way) => /wa\.me.* _blank$/.test(way))).toBe(true);
  expect(ways(await open())).toEqual(ways(onNotice));
});

test('a number that Firefox has opened in its hidden frame is still no page', async () => {
  const { onNotice, open } = await openLaw('US');
  const before = ways(onNotice);
  for (const link of onNotice) link.target = 'call';
  expect(ways(await open())).toEqual(before);
});
