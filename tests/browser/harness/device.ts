/** Simulates a device: an administrator who writes to `/etc` and `/opt`, and an ordinary user who starts the browser. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

/** Why this machine cannot simulate a device, or false if it can. Give it to `test` as its `skip`. */
export const NO_DEVICE: string | false = reason();

/** The name of the account that is made for the test. */
const USER = 'pilot';

export interface Device {
  /** Runs a shell script as the administrator, in the user's copy of the project. @returns its output; throws with its errors. */
  asAdministrator(script: string): string;
  /** Does the same as the ordinary user. */
  asUser(script: string): string;
  /** Spread this into `launch`: the browser then runs as the ordinary user, in that user's profile, which stays until the end. */
  options: { wrapper: readonly string[]; profile: string };
  close(): Promise<void>;
}

/**
 * Starts a mount namespace with layers in memory over `/etc`, `/opt` and `/home`, so that nothing of the machine is changed. The
 * account exists only there. Its home contains the project under `second-thought`, as a clone would.
 * Both accounts use the strictest file mode creation mask: a file that others must read has to be made readable.
 */
export async function startDevice(): Promise<Device> {
  const profile = temporaryFolder('device');
  const holder = spawn('unshare', ['-m', 'sh', '-c', LAYERS, 'sh', resolve('.')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => void holder.kill('SIGKILL');
  process.once('exit', stop);
  await ready(holder);
  const within = ['nsenter', '-m', '-t', String(holder.pid), '--'];
  const home = `/home/${USER}`;
  const user = ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--init-groups', '--no-new-privs'];
  const asUser = [...user, 'env', `HOME=${home}`, `USER=${USER}`, `LOGNAME=${USER}`];
  const run = (account: string[], script: string) => {
    const shell = ['sh', '-c', `set -eu; umask 077; cd ${home}/second-thought; ${script}`];
    const [program = '', ...words] = [...within, ...account, ...shell];
    const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`${script}\nended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  };
  const id = Number(run(asUser, 'id -u'));
  if (id === 0) throw new Error('The ordinary user is root');
  chownSync(profile.folder, id, id);
  return {
    asAdministrator: (script) => run([], script),
    asUser: (script) => run(asUser, script),
    options: { wrapper: [...within, ...asUser], profile: profile.folder },
    close: async () => {
      stop();
      process.off('exit', stop);
      profile.remove();
    },
  };
}

const LAYERS = [
  'set -e',
  'layers=$(mktemp -d)',
  'mount -t tmpfs none "$layers"',
  // The permissions of a layer's root are those of its folder.
  'chmod 755 "$layers"',
  'cover() { mkdir -p "$layers/$3/upper" "$layers/$3/work"; mount -t overlay none -o "lowerdir=$1,upperdir=$layers/$3/upper,workdir=$layers/$3/work" "$2"; }',
  'for folder in etc opt home; do cover "/$folder" "/$folder" "$folder"; done',
  `useradd --create-home --shell /bin/sh ${USER}`,
  `mkdir /home/${USER}/second-thought`,
  `cover "$1" /home/${USER}/second-thought project`,
  `chown ${USER}: /home/${USER}/second-thought`,
  // Chromium, run as root by other tests, leaves a folder in the build that only root can read.
  `chmod -R a+rX /home/${USER}/second-thought/.output`,
  `chmod 755 /home/${USER} /home/${USER}/second-thought`,
  'echo ready',
  'exec sleep infinity',
].join('\n');

function reason(): string | false {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root, to become somebody else';
  return spawnSync('unshare', ['-m', 'true']).status === 0 ? false : 'needs private mount namespaces';
}

async function ready(holder: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    holder.stdout?.once('data', () => resolve());
    holder.once('exit', (status) => reject(new Error(`The device did not start (${status})`)));
  });
}
