/** The preferences of a Firefox under test: no networking of its own, every address through the loopback site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firefoxId } from './extension-folder.ts';
import type { LaunchOptions } from './session.ts';
import { packXpi } from './xpi.ts';

type Preferences = Record<string, string | number | boolean>;

/** The extension's pages are found at this address in every test. */
export const UUID = '5ec07d00-0000-4000-8000-7400094700aa';

const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'app.update.auto': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topsites': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'browser.warnOnQuit': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'startup.homepage_welcome_url': 'about:blank',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** Writes `user.js`, and the packed extension where it is to be there from the start. */
export function writeProfile(profile: string, options: LaunchOptions): void {
  const preferences: Preferences = {
    ...QUIET,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'dom.security.https_first': false,
    'dom.security.https_first_pbm': false,
    'dom.security.https_first_schemeless': false,
    'browser.startup.page': options.restore ? 3 : 0,
    'browser.sessionstore.resume_from_crash': Boolean(options.restore),
    // A test of session restore must not wait for the next saving; the others need none.
    'browser.sessionstore.interval': options.restore === undefined ? 60_000 : 500,
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
  };
  if (options.extension) {
    const id = firefoxId(options.extension);
    preferences['extensions.webextensions.uuids'] = JSON.stringify({ [id]: UUID });
    if (options.installedBy === 'profile') {
      mkdirSync(join(profile, 'extensions'), { recursive: true });
      packXpi(options.extension, join(profile, 'extensions', `${id}.xpi`));
    }
  }
  const lines = Object.entries({ ...preferences, ...options.preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}
