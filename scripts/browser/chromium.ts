/** Starts Chromium with the extension, with every address leading to the loopback site. */
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';
import { ChromiumSession } from './chromium-session.ts';
import { chromiumSwitches } from './chromium-switches.ts';
import { chromiumId } from './extension-folder.ts';
import { findBrowser, whatToInstall } from './find-browsers.ts';
import type { LaunchOptions } from './session.ts';
import { startProcess, temporaryFolder } from './start-process.ts';

/** Launches Chromium. If it does not start, throws with what it printed. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumSession> {
  const program = findBrowser('chromium');
  if (!program) throw new Error(whatToInstall('chromium'));
  const temporary = options.profile ? null : temporaryFolder('chromium');
  const profile = options.profile ?? (temporary?.folder as string);
  const words = chromiumSwitches(options, profile);
  const started = startProcess(program, words, options.wrapper ?? [], process.env, 2);
  try {
    const cdp = new Cdp(started.child.stdio[3] as Writable, started.child.stdio[4] as Readable);
    const { product } = await cdp.send('Browser.getVersion');
    const session = new ChromiumSession(cdp, {
      version: product,
      profile,
      extension: options.extension ?? null,
      id: options.id ?? (options.extension ? chromiumId(options.extension) : ''),
      end: async () => {
        await cdp.send('Browser.close').catch(() => undefined);
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
    throw new Error(`Chromium did not start: ${(error as Error).message}\n${started.said()}`);
  }
}
