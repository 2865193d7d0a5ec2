/** Starts a browser's process and ends it cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Started {
  child: ChildProcess;
  /** @returns the last lines that the browser wrote to standard error. */
  said(): string;
  /** Resolves when the process has ended; kills it after `limit` milliseconds. */
  ended(limit: number): Promise<void>;
}

/**
 * @param wrapper - words before the program, such as `unshare -rm sh -c '... exec "$@"' --`.
 * @param pipes - how many pipes the program gets in addition to standard error, from file descriptor 3 on.
 */
export function startProcess(
  program: string,
  words: readonly string[],
  wrapper: readonly string[],
  environment: NodeJS.ProcessEnv,
  pipes: number,
): Started {
  const line = [...wrapper, program, ...words];
  const child = spawn(line[0] as string, line.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe', ...Array.from({ length: pipes }, () => 'pipe' as const)],
    env: environment,
    // Its own process group, so that the browser's helper processes end with it.
    detached: process.platform !== 'win32',
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    // Leaves out Chromium's many messages about a missing message bus, which a machine without a desktop does not have.
    const lines = chunk.toString().split('\n');
    text = (text + lines.filter((line) => !line.includes('dbus/')).join('\n')).slice(-4_000);
  });
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      text += error.message;
      resolve();
    });
  });
  const killAll = () => killGroup(child);
  process.once('exit', killAll);
  endOnSignals();
  return {
    child,
    said: () => text,
    ended: async (limit) => {
      const timer = setTimeout(killAll, limit);
      await exit;
      clearTimeout(timer);
      process.off('exit', killAll);
      killAll();
    },
  };
}

let listening = false;

/** Ends the program cleanly on Ctrl+C, which also ends the browsers: in their own process group, they do not receive it. */
function endOnSignals(): void {
  if (listening) return;
  listening = true;
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** @returns a new temporary folder, such as for a profile, and a function that removes it. */
export function temporaryFolder(name: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `second-thought-${name}-`));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // The process has ended already.
  }
}
