/** Runs one command of a bigger job, prefixes its output with a name, and reports whether it succeeded. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @param name - put in front of every line of output.
 * @param limit - milliseconds after which the command is stopped and counts as failed.
 * @returns whether the command ended with status 0.
 */
export function runStep(
  name: string,
  command: readonly string[],
  limit: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const began = Date.now();
  const child = spawn(command[0] as string, command.slice(1), {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name} | ${line}`));
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      console.log(`${name} | ended: more than ${limit / 1000} s`);
      child.kill('SIGTERM');
    }, limit);
    const end = (good: boolean) => {
      clearTimeout(timer);
      console.log(`${name} | ${good ? 'done' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
      resolve(good);
    };
    child.once('error', (error) => {
      console.log(`${name} | ${error.message}`);
      end(false);
    });
    child.once('close', (status) => end(status === 0));
  });
}
