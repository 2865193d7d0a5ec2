/** Plays every scene on the installation it needs: a person's own, one with lost data, one that an employer manages. */
import { allowPrivate } from '../extension/allow-private.ts';
import { ask } from '../extension/ask.ts';
import { guardRegistered } from '../extension/guard-registered.ts';
import { kitInstall } from '../extension/kit-install.ts';
import { withdrawAccess } from '../extension/site-access.ts';
import { builtExtension, launch } from '../open-browser.ts';
import type { BrowserSession } from '../session.ts';
import { plainPage } from '../site/classifieds.ts';
import type { Site } from '../site/site.ts';
import { temporaryFolder } from '../start-process.ts';
import { waitFor } from '../wait.ts';
import { BROKEN, brokenPolicyScene, FINE, managedScene } from './managed.ts';
import { noticeScene, searchScene } from './notice.ts';
import { pageScene } from './page.ts';
import { deployScene, learnScene, previewScene } from './paper.ts';
import type { Scene } from './scene.ts';
import { privateScene, settingsScene, withdrawnScene } from './settings.ts';
import { welcomeScene } from './welcome.ts';

/** What listed and unlisted pages show in a scene. */
export const MADE_UP = plainPage('<h1>Made-up page</h1><p>Nobody is behind this page.</p>');

/** The scenes that can share one browser, in an order that works. */
export const OWN_SCENES: Readonly<Record<string, Scene>> = {
  notice: noticeScene,
  search: searchScene,
  page: pageScene,
  learn: learnScene,
  deploy: deployScene,
  preview: previewScene,
  welcome: welcomeScene,
  settings: settingsScene,
};

export const LATER_SCENES: Readonly<Record<string, Scene>> = {
  withdrawn: async (browser, take) => {
    await withdrawAccess(browser);
    await withdrawnScene(browser, take);
  },
};

export const PRIVATE_SCENES: Readonly<Record<string, Scene>> = {
  'private windows': async (browser, take) => {
    await allowPrivate(browser, false);
    await privateScene(browser, take);
  },
};

/** @returns a browser with a person's own installation, past its first run. The site answers with `MADE_UP`. */
export async function ownInstallation(site: Site): Promise<BrowserSession> {
  const browser = await launch({ port: site.port, extension: builtExtension() });
  await guardRegistered(browser);
  await ask(browser, 'settings/welcomed', {});
  return browser;
}

/** Launches the browser under each policy in turn, and plays that policy's scene. */
export async function playManaged(
  site: Site,
  play: (name: string, scene: Scene, browser: BrowserSession) => Promise<void>,
): Promise<void> {
  for (const [name, policy, scene] of [
    ['managed', FINE, managedScene],
    ['policy with errors', BROKEN, brokenPolicyScene],
  ] as const) {
    const managed = kitInstall({ policy: {} });
    managed.deployRaw(policy);
    site.handle(managed.handler);
    const profile = temporaryFolder('managed-look');
    const browser = await managed.launch({ port: site.port, profile: profile.folder });
    try {
      await waitFor(
        'the policy',
        async () => (await ask(browser, 'settings/get', {})).effective.managed,
        60_000,
      );
      await play(name, scene, browser);
    } finally {
      await browser.close();
      managed.remove();
      profile.remove();
    }
  }
}
