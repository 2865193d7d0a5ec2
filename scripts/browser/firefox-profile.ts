/** Writes the preferences of a Firefox under test: no requests of its own, every address through the loopback site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firefoxId } from './extension-folder.ts';
import type { LaunchOptions } from './session.ts';
import { packXpi } from './xpi.ts';

type Preferences = Record<string, string | number | boolean>;

/** Fixes the address of the extension's pages, so that it is the same in every test. */
export const UUID = '5ec07d00-0000-4000-8000-7400094700aa';

/** Each value and why a Firefox under test has it. `asShipped` leaves out all of these. */
const FOR_QUIET: Readonly<Record<string, readonly [value: string | number | boolean, reason: string]>> = {
  'app.normandy.enabled': [false, 'fetches experiments from the maker'],
  'app.shield.optoutstudies.enabled': [false, 'the same'],
  'app.update.auto': [false, 'another version in the midst of a test'],
  'app.update.disabledForTesting': [true, 'the same'],
  'browser.aboutwelcome.enabled': [false, 'a page in front of the one under test'],
  'browser.discovery.enabled': [false, 'asks the maker for recommendations'],
  'browser.newtabpage.activity-stream.feeds.system.topsites': [false, 'asks for the pictures of sites'],
  'browser.newtabpage.activity-stream.feeds.topsites': [false, 'the same'],
  'browser.newtabpage.enabled': [false, 'the same'],
  'browser.region.network.url': ['', 'asks the maker for the country'],
  'browser.safebrowsing.downloads.enabled': [false, 'asks for lists'],
  'browser.safebrowsing.malware.enabled': [false, 'the same'],
  'browser.safebrowsing.phishing.enabled': [false, 'the same'],
  'browser.safebrowsing.update.enabled': [false, 'the same'],
  'browser.search.update': [false, 'asks for search engines'],
  'browser.shell.checkDefaultBrowser': [false, 'a dialog in front of everything'],
  'browser.startup.homepage_override.mstone': ['ignore', 'a page about what is new'],
  'browser.tabs.warnOnClose': [false, 'a question at the end of a test'],
  'browser.warnOnQuit': [false, 'the same'],
  'datareporting.policy.dataSubmissionEnabled': [false, 'sends numbers to the maker'],
  'datareporting.usage.uploadEnabled': [false, 'the same'],
  'dom.ipc.processPrelaunch.enabled': [false, 'spare processes, which two cores feel'],
  'dom.push.connection.enabled': [false, 'an open connection to the maker'],
  'dom.security.https_first': [false, 'an address typed as http would be asked for as https first'],
  'dom.security.https_first_pbm': [false, 'the same in private windows'],
  'dom.security.https_first_schemeless': [false, 'the same for an address without a scheme'],
  'extensions.getAddons.cache.enabled': [false, 'asks for descriptions of extensions'],
  'extensions.systemAddon.update.enabled': [false, 'asks for parts of the browser'],
  'extensions.update.enabled': [false, 'asks for updates of extensions'],
  'network.captive-portal-service.enabled': [false, 'asks whether a network wants a login'],
  'network.connectivity-service.enabled': [false, 'asks whether there is a network'],
  'network.dns.disablePrefetch': [true, 'looks up names that nobody went to'],
  'network.http.speculative-parallel-limit': [0, 'opens connections that nobody asked for'],
  'network.prefetch-next': [false, 'fetches pages that nobody went to; resource-types.test.ts has it on'],
  'services.settings.server': ['data:,#remote-settings-dummy/v1', 'asks for settings'],
  'signon.rememberSignons': [false, 'a question over the page'],
  'startup.homepage_welcome_url': ['about:blank', 'a page in front of the one under test'],
  'toolkit.telemetry.enabled': [false, 'sends numbers to the maker'],
  'toolkit.telemetry.reportingpolicy.firstRun': [false, 'a page about it'],
  'trailhead.firstrun.didSeeAboutWelcome': [true, 'a page in front of the one under test'],
};

const FOR_SHARED_PROCESSES: typeof FOR_QUIET = {
  'dom.ipc.keepProcessesAlive.web': [4, 'a new process for the next page after the last one is closed'],
  'dom.ipc.processCount': [2, 'a process for each tab'],
  'fission.webContentIsolationStrategy': [0, 'a process for each site'],
};

const valuesOf = (preferences: typeof FOR_QUIET): Preferences =>
  Object.fromEntries(Object.entries(preferences).map(([name, [value]]) => [name, value]));

/** Writes `user.js`, and the packed extension where it has to be there from the start. */
export function writeProfile(profile: string, options: LaunchOptions): void {
  const preferences: Preferences = {
    ...(options.asShipped ? {} : valuesOf(FOR_QUIET)),
    ...(options.sharedProcesses ? valuesOf(FOR_SHARED_PROCESSES) : {}),
    // Name resolution: every address goes through the loopback site.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'browser.startup.page': options.restore ? 3 : 0,
    'browser.sessionstore.resume_from_crash': Boolean(options.restore),
    // A test of session restore must not wait long for Firefox to save the session. The other tests do not need it saved.
    'browser.sessionstore.interval': options.restore === undefined ? 60_000 : 500,
    // The build is not signed, and lies in the profile although nobody installed it there.
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
