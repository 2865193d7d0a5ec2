/** Starts a browser's process and ends it cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Started {
  child: ChildProcess;
  /** The last lines the browser wrote to its error output. */
  said(): string;
  /** Resolves when the process has ended; kills it after `limit` milliseconds. */
  ended(limit: number): Promise<void>;
}

/**
 * @param wrapper - words before the program, such as `unshare -rm sh -c '... exec "$@"' --`.
 * @param pipes - how many pipes the program gets beyond standard error, from file descriptor 3 on.
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
    // A group of its own, so that helpers of the browser end with it.
    detached: process.platform !== 'win32',
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    // A machine without a desktop has no message bus; Chromium says so at length.
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

/** A browser in a group of its own does not hear Ctrl+C: the program ends cleanly, and ends the browser too. */
function endOnSignals(): void {
  if (listening) return;
  listening = true;
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** @returns a folder for a profile, and how to remove it. */
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
    // It has ended already.
  }
}
