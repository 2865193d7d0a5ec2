/** Lists every switch that a Chromium under test starts with, and why. `asShipped` drops those that only stop its own requests. */
import type { LaunchOptions } from './session.ts';

/** A switch, and its reason. */
type Switch = readonly [words: string, reason: string];

/** Features that are on in a Chromium as shipped. Each makes requests or changes behavior in ways that most tests do not expect. */
const FEATURES_OFF: readonly Switch[] = [
  [
    'HttpsUpgrades',
    'an address typed as http would be asked for as https first; as-shipped.test.ts has it on',
  ],
  ['HttpsFirstBalancedMode', 'a page over http would be warned of'],
  ['HttpsFirstBalancedModeAutoEnable', 'it would switch the warning on by itself'],
  ['HttpsFirstModeV2ForTypicallySecureUsers', 'the same, after some days of use'],
  ['MediaRouter', 'looks for screens in the network'],
  ['OptimizationHints', 'asks the maker for hints about pages'],
  ['Translate', 'offers a translation in a bubble over the page'],
  [
    'WebUIOmniboxPopup',
    'each start draws the address bar’s list as a hidden page, for half a second of a processor',
  ],
  ['WebUIOmniboxAimPopup', 'the same for the list that offers the maker’s answers'],
];

const FOR_QUIET: readonly Switch[] = [
  ['--no-first-run', 'a first-run page in front of the one under test'],
  ['--no-default-browser-check', 'a bar over the page'],
  ['--disable-component-update', 'requests to the maker'],
  ['--disable-client-side-phishing-detection', 'requests to the maker'],
  ['--disable-search-engine-choice-screen', 'a dialog in front of everything in some countries'],
  ['--disable-sync', 'requests to the maker'],
  ['--metrics-recording-only', 'requests to the maker'],
  ['--lang=en-US', 'the words that tests look for'],
  ['--window-size=1366,900', 'what fits on a common screen'],
];

const FOR_DRIVING: readonly Switch[] = [
  ['--remote-debugging-pipe', 'how a test drives the browser'],
  ['--enable-unsafe-extension-debugging', 'how a test installs the build'],
  ['--ignore-certificate-errors', 'the loopback site signs its own certificate'],
  ['--password-store=basic', 'a machine without a desktop has no keyring, and Chromium would wait for one'],
  ['--use-mock-keychain', 'the same on macOS'],
];

const FOR_SHARED_PROCESSES: readonly Switch[] = [
  ['--disable-site-isolation-trials', 'a process for each site'],
  ['--process-per-site', 'a process for each tab of a site'],
  ['--renderer-process-limit=2', 'one for pages and one for the extension are enough'],
];

/** @returns the command line's words after the program's name. */
export function chromiumSwitches(options: LaunchOptions, profile: string): string[] {
  const { extension, asShipped = false } = options;
  return [
    ...wordsOf(FOR_DRIVING),
    `--user-data-dir=${profile}`,
    // Name resolution: every host leads to the loopback site.
    `--host-resolver-rules=MAP * 127.0.0.1:${options.port}`,
    ...(asShipped ? [] : [`--disable-features=${wordsOf(FEATURES_OFF).join(',')}`, ...wordsOf(FOR_QUIET)]),
    ...(options.sharedProcesses ? wordsOf(FOR_SHARED_PROCESSES) : []),
    ...(options.visible ? [] : ['--headless']),
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The browser's own networking must stay on where it fetches the extension because of a policy.
    ...(options.backgroundNetworking || asShipped
      ? []
      : ['--disable-background-networking', '--disable-default-apps']),
    ...(options.restore ? ['--restore-last-session'] : []),
    ...(extension && options.installedBy === 'profile'
      ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : []),
    ...(options.switches ?? []),
    ...(options.address ? [options.address] : options.restore ? [] : ['about:blank']),
  ];
}

function wordsOf(switches: readonly Switch[]): string[] {
  return switches.map(([words]) => words);
}
