/** Sets the device's clock while the browser runs, as a person might who wants a wait to end. Linux only. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

export interface DeviceClock {
  /** Words to put in front of the browser's command line. */
  wrapper: readonly string[];
  /** Sets the clock this many seconds ahead of the real one; a negative number is behind. Takes effect at once. */
  set(seconds: number): void;
  remove(): void;
}

/** Compiles `device-clock.c` and makes its file. Throws with what to install if there is no C compiler. */
export function deviceClock(): DeviceClock {
  const { folder, remove } = temporaryFolder('clock');
  const library = join(folder, 'device-clock.so');
  const source = join(import.meta.dirname, 'device-clock.c');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-o', library, source], {
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    remove();
    throw new Error(`A C compiler is needed (Debian: gcc and libc6-dev): ${built.error ?? built.stderr}`);
  }
  const shift = join(folder, 'seconds');
  const set = (seconds: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    // Writes in place instead of replacing the file, because the browser has mapped this file into its memory.
    writeFileSync(shift, bytes, { flag: existsSync(shift) ? 'r+' : 'w' });
  };
  set(0);
  return { wrapper: ['env', `LD_PRELOAD=${library}`, `TEST_CLOCK_FILE=${shift}`], set, remove };
}
