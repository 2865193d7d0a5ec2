/** Shows the pages to read and to work with: learn, deploy, and the preview with its sheet to sign. */
import { ask, openPage, seeText } from '../extension/ask.ts';
import { barSays, fill, filledForm, noticeSays, openPreview } from '../extension/deploy-form.ts';
import { waitFor } from '../wait.ts';
import type { Scene } from './scene.ts';

/** A made-up logo, wide and drawn for paper, as an organization might have one. */
const MADE_UP_LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMAAAAA4AgMAAADWcx/gAAAADFBMVEX///8LU5TmkTggKDDg2sQNAAAABHRSTlMA////sy1AiAAAAQpJREFUeNrV1sENwyAMAMBQKZ/+WaJTMEIe9T4Zpc/KU3QzGjC0TWKM/YjU8AlEnMAhgIfhT4sHAEt/BwAwGQDkEmwDWIbwBMA4ozKnGOOLXn9rm6arYFKCsYK7EtQQKAgFyH19DaIPHE1mLEHoQKCBWiDXPs2xRFuefeDL93QUtQqEGrwWLI+5VvogTx1xTkEELbgiPn/Buse66VLMN0SkmhLgAmY9CAQGPbgk8Dg1SMuQFsIzYO87I5wGCCvNAulfaoD238osi7wfGmC740TA7eke2J0aPbA7l0TAnXwi4M7WLtie3iLg7gcZMDeQDJg7TgbMLSqD9T19SCZgzjXM2Yw9XzJnZIeWNwvtmfmScTEpAAAAAElFTkSuQmCC';

/** One section of each kind. All sections are made of the same blocks. */
const SECTIONS = ['recognize', 'questions', 'parents', 'policy', 'training', 'programs', 'numbers'];

export const learnScene: Scene = async (browser, take) => {
  await ask(browser, 'settings/get', {});
  const tab = await openPage(browser, 'learn.html', 'Español');
  await take({ surface: 'learn', name: 'topics', tab, key: true });
  for (const section of SECTIONS) {
    await browser.evaluate(tab, `void (location.hash = ${JSON.stringify(section)})`);
    await waitFor(section, () =>
      browser.evaluate<boolean>(
        tab,
        `document.querySelector('main .overview') === null && document.querySelector('main h1') !== null`,
      ),
    );
    await take({ surface: 'learn', name: section, tab, key: section === 'recognize' });
  }
  await browser.closeTab(tab);
};

export const deployScene: Scene = async (browser, take) => {
  const tab = await openPage(browser, 'deploy.html', 'No files yet');
  await take({ surface: 'deploy', name: 'as it comes', tab });
  await filledForm(browser, tab);
  await browser.evaluate(
    tab,
    `void document.querySelectorAll('.file details').forEach((details, place) => { details.open = place < 2; })`,
  );
  await take({ surface: 'deploy', name: 'files made', tab, key: true });
  await fill(browser, tab, { 'policy-policyUrl': 'intranet', 'policy-campaignFrom': 'soon' });
  await waitFor('the errors', async () => (await barSays(browser, tab)).startsWith('No files yet'));
  await take({ surface: 'deploy', name: 'errors', tab });
};

/** An organization with a logo and offices in four places, each with its own law. */
export const OFFICES = {
  mode: 'zero-tolerance',
  audience: 'workplace',
  organizationName: 'Example Works',
  organizationLogo: MADE_UP_LOGO,
  jurisdictions: ['US-GA', 'US-TX', 'DE', 'GB-SCT'],
  policyStatement: 'Our devices, networks and time are not for buying sex.',
  contactText: 'People Office, extension 100',
};

export const previewScene: Scene = async (browser, take) => {
  const tab = await browser.newTab();
  await openPreview(browser, tab, {
    mode: 'zero-tolerance',
    audience: 'workplace',
    organizationName: 'Example Works',
    jurisdictions: ['US-GA'],
    policyStatement: 'Our devices, networks and time are not for buying sex.',
  });
  await noticeSays(browser, tab, 'In Georgia');
  await seeText(browser, tab, 'Signature');
  await take({ surface: 'preview', name: 'notice and sheet', tab, key: true });
  await browser.closeTab(tab);
  const offices = await browser.newTab();
  await openPreview(browser, offices, OFFICES);
  await noticeSays(browser, offices, 'Your organization works in');
  await seeText(browser, offices, 'Signature');
  await take({ surface: 'preview', name: 'logo and several offices', tab: offices, key: true });
  await browser.closeTab(offices);
};
