/** Makes every file of a deployment from one configuration. Pure: the deploy page and the command line share it. */
import { FULL_LANGUAGES, type Language, languageEntry } from '../words/languages.ts';
import type { Words } from '../words/load.ts';
import { admlFile, admxFile } from './admx-file.ts';
import { browserName, CHROMIUM, type ChromiumBrowser, FIREFOX, type KitBrowser } from './browsers.ts';
import { detectionPowerShell, detectionScript, osqueryPack } from './detection-files.ts';
import { jamfSchema } from './jamf-schema.ts';
import type { KitConfig } from './kit-config.ts';
import type { KitFile } from './kit-file.ts';
import {
  firefoxPolicies,
  firefoxUndo,
  googleAdminPolicy,
  googleAdminUndo,
  LINUX_FILE,
  linuxPath,
  linuxPolicy,
  linuxUndo,
} from './linux-files.ts';
import { barePlists, extensionDomain, mobileconfig, profileIdentifier } from './mac-files.ts';
import { readmeFile } from './readme-file.ts';
import { registryFile, registryUndoFile } from './registry-file.ts';
import { policyStatement, STATEMENT_LENGTHS, staffNote } from './staff-words.ts';
import { chromiumRegistry, firefoxRegistry, hidesSettings } from './windows-files.ts';

const PLATFORM_NAMES = { windows: 'Windows', macos: 'macOS', linux: 'Linux' } as const;

interface FileWords {
  deploy: Words<'deploy'>;
  policy: Words<'policy'>;
}

/** The words of every language that has them. The templates need English besides the administrator's language. */
export type KitWords = Partial<Record<Language, FileWords>> & { en: FileWords };

/** The notice may be in a language in which the files have no words. The files are then in English. */
export const wordsOfFiles = (config: Pick<KitConfig, 'language'>, words: KitWords): FileWords =>
  words[config.language] ?? words.en;

/** @returns the files, `README.txt` first. The same configuration gives the same files, byte for byte. */
export function deploymentKit(config: KitConfig, words: KitWords): KitFile[] {
  const say = wordsOfFiles(config, words).deploy;
  const files = config.browsers.flatMap((browser) =>
    config.platforms.flatMap((platform) => {
      if (platform === 'windows') return windowsFiles(config, browser, words);
      if (platform === 'macos') return macFiles(config, browser, words);
      if (platform === 'linux') return linuxFiles(config, browser, say);
      return browser === 'chrome' ? googleFiles(config, say) : [];
    }),
  );
  const all = [
    ...files,
    ...firefoxJson(config, say),
    ...detectionFiles(config, say),
    ...wordFiles(config, say),
  ];
  const readme = file('README.txt', readmeFile(config, all, say), say('whatReadme'), true);
  return [readme, ...all];
}

function file(path: string, text: string, what: string, optional = false): KitFile {
  return { path, text, what, optional, encoding: 'utf-8' };
}

function windowsFiles(config: KitConfig, browser: KitBrowser, words: KitWords): KitFile[] {
  const say = wordsOfFiles(config, words).deploy;
  const name = { browser: browserName(browser) };
  const keys = browser === 'firefox' ? firefoxRegistry(config) : chromiumRegistry(config, browser);
  const hides = browser === 'firefox' && hidesSettings(keys);
  const stays = staying(browser, say);
  const registry = (path: string, text: string, what: string): KitFile => ({
    ...file(path, text, what),
    encoding: 'utf-16',
  });
  const template = `windows/admx/second-thought-${browser}.admx`;
  return [
    registry(
      `windows/${browser}.reg`,
      registryFile(keys, [say('commentSet', name), ...(hides ? [say('commentHidden')] : [])]),
      [say('whatReg', name), ...(hides ? [say('whatRegHidden')] : [])].join(' '),
    ),
    registry(
      `windows/${browser}-undo.reg`,
      registryUndoFile(keys, [say('commentUndo', name), ...stays]),
      [say('whatRegUndo', name), ...stays].join(' '),
    ),
    file(template, admxFile(config, browser), say('whatAdmx', name), true),
    ...FULL_LANGUAGES.flatMap((language) => {
      const spoken = words[language];
      // Windows looks for a template's words in a folder of this name.
      const folder = languageEntry(language)?.adml;
      if (!spoken || !folder) return [];
      const { policy, deploy } = spoken;
      const text = admlFile(browser, policy as (key: string) => string, deploy('admxSupported', name));
      return file(
        `windows/admx/${folder}/second-thought-${browser}.adml`,
        text,
        say('whatAdml', { ...name, file: template }),
        true,
      );
    }),
  ];
}

/** Firefox keeps a force-installed extension after its policy is removed, so the files say so. */
function staying(browser: KitBrowser, say: Words<'deploy'>): string[] {
  return browser === 'firefox' ? [say('firefoxStays')] : [];
}

function macFiles(config: KitConfig, browser: KitBrowser, words: KitWords): KitFile[] {
  const { deploy: say, policy } = wordsOfFiles(config, words);
  const name = { browser: browserName(browser) };
  const stays = staying(browser, say);
  const remove = `sudo profiles remove -identifier '${profileIdentifier(browser)}'`;
  const undo = ['#!/bin/sh', 'set -eu', ...stays.map((text) => `# ${text}`), remove, ''].join('\n');
  return [
    file(`macos/${browser}.mobileconfig`, mobileconfig(config, browser), say('whatMobileconfig', name)),
    file(`macos/${browser}-undo.sh`, undo, [say('whatMobileconfigUndo', name), ...stays].join(' ')),
    ...[...barePlists(config, browser)].map(([domain, text]) =>
      file(`macos/plist/${domain}.plist`, text, say('whatPlist', { ...name, domain }), true),
    ),
    ...(browser === 'firefox' ? [] : [jamfFile(config, browser, policy, say)]),
  ];
}

/** Only for the Chromium family: Firefox nests its values several levels deep, where a Jamf form is of no use. */
function jamfFile(
  config: KitConfig,
  browser: ChromiumBrowser,
  policy: Words<'policy'>,
  say: Words<'deploy'>,
): KitFile {
  const domain = extensionDomain(config, browser);
  const what = say('whatJamf', { browser: browserName(browser), domain });
  return file(`macos/jamf/${domain}.json`, jamfSchema(domain, policy), what, true);
}

/** The scripts that report whether a device is protected. */
function detectionFiles(config: KitConfig, say: Words<'deploy'>): KitFile[] {
  const scripts = config.browsers.flatMap((browser) =>
    config.platforms.flatMap((platform) => {
      if (platform === 'google-admin') return [];
      const what = say('whatDetect', { browser: browserName(browser), platform: PLATFORM_NAMES[platform] });
      return platform === 'windows'
        ? [file(`detect/windows-${browser}.ps1`, detectionPowerShell(config, browser), what, true)]
        : [file(`detect/${platform}-${browser}.sh`, detectionScript(config, browser, platform), what, true)];
    }),
  );
  if (scripts.length === 0) return [];
  return [...scripts, file('detect/osquery-pack.conf', osqueryPack(config), say('whatOsquery'), true)];
}

function linuxFiles(config: KitConfig, browser: KitBrowser, say: Words<'deploy'>): KitFile[] {
  if (browser === 'firefox') {
    const place = `${FIREFOX.linux}/policies.json`;
    const known = ['../firefox/policies.json', '../firefox/policies-undo.json'];
    const undo = linuxUndo(place, known, say('undoChanged', { place }), say('firefoxStays'));
    const what = `${say('whatLinuxUndoFirefox', { place })} ${say('firefoxStays')}`;
    return [file('linux/firefox-undo.sh', undo, what)];
  }
  const place = linuxPath(browser);
  const values = { browser: CHROMIUM[browser].name, place };
  const undo = linuxUndo(place, [`${browser}/${LINUX_FILE}`], say('undoChanged', { place }));
  return [
    file(
      `linux/${browser}/${LINUX_FILE}`,
      linuxPolicy(config, browser as ChromiumBrowser),
      say('whatLinux', values),
    ),
    file(`linux/${browser}-undo.sh`, undo, say('whatLinuxUndo', values)),
  ];
}

function firefoxJson(config: KitConfig, say: Words<'deploy'>): KitFile[] {
  if (!config.browsers.includes('firefox')) return [];
  if (config.platforms.every((platform) => platform === 'google-admin')) return [];
  return [
    file('firefox/policies.json', firefoxPolicies(config), say('whatFirefox')),
    file('firefox/policies-undo.json', firefoxUndo(), say('whatFirefoxUndo')),
  ];
}

function googleFiles(config: KitConfig, say: Words<'deploy'>): KitFile[] {
  return [
    file('google-admin/policy-for-extensions.json', googleAdminPolicy(config), say('whatGoogle')),
    file('google-admin/policy-for-extensions-undo.json', googleAdminUndo(), say('whatGoogleUndo')),
  ];
}

function wordFiles(config: KitConfig, say: Words<'deploy'>): KitFile[] {
  return [
    file('words/staff-note.txt', `${staffNote(config.policy, say)}\n`, say('whatStaffNote'), true),
    ...STATEMENT_LENGTHS.map((length) =>
      file(
        `words/policy-statement-${length}.txt`,
        `${policyStatement(length, config.policy, say)}\n`,
        say('whatStatement'),
        true,
      ),
    ),
  ];
}
