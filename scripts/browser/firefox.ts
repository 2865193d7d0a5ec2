/** Starts Firefox with the extension, with every address leading to the loopback site. */
import { mkdirSync } from 'node:fs';
import { Bidi } from './bidi.ts';
import { findBrowser, whatToInstall } from './find-browsers.ts';
import { useCaches } from './firefox-caches.ts';
import { writeProfile } from './firefox-profile.ts';
import { FirefoxSession } from './firefox-session.ts';
import type { LaunchOptions } from './session.ts';
import { startProcess, temporaryFolder } from './start-process.ts';
import { waitFor } from './wait.ts';

/** Launches Firefox. If it does not start, throws with what it printed. */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxSession> {
  const program = findBrowser('firefox');
  if (!program) throw new Error(whatToInstall('firefox'));
  const temporary = options.profile ? null : temporaryFolder('firefox');
  const profile = options.profile ?? (temporary?.folder as string);
  mkdirSync(profile, { recursive: true });
  // A wrapper may start Firefox as another user, who would not own files that this process copies.
  if (!options.asShipped && !options.wrapper) useCaches(program, profile);
  writeProfile(profile, options);
  const words = [
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    ...(options.visible ? [] : ['--headless']),
    ...(options.switches ?? []),
    ...(options.address ? [options.address] : options.restore ? [] : ['about:blank']),
  ];
  // Its own home folder: Firefox keeps caches and crash reports there.
  const environment = {
    ...process.env,
    HOME: profile,
    MOZ_CRASHREPORTER_DISABLE: '1',
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
  };
  const started = startProcess(program, words, options.wrapper ?? [], environment, 0);
  try {
    const address = await waitFor(
      'Firefox to offer its connection',
      () => /listening on (ws:\S+)/.exec(started.said())?.[1],
      30_000,
    );
    const { bidi, version } = await Bidi.connect(address);
    const session = new FirefoxSession(bidi, {
      version,
      profile,
      extension: options.extension ?? null,
      restores: options.restore !== undefined,
      end: async () => {
        await started.ended(15_000);
        temporary?.remove();
      },
      kill: async () => {
        await started.ended(0);
        temporary?.remove();
      },
    });
    if (options.extension && (options.installedBy ?? 'test') === 'test')
      await session.install(options.extension);
    return session;
  } catch (error) {
    started.child.kill('SIGKILL');
    await started.ended(1_000);
    temporary?.remove();
    throw new Error(`Firefox did not start: ${(error as Error).message}\n${started.said()}`);
  }
}
