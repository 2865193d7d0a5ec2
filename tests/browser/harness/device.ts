/** A device of its own for a test: an administrator who writes to `/etc` and `/opt`, and an ordinary user who starts the browser. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { resolve } from 'node:path';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';

/** Why this machine cannot play a device, or false where it can; to be given to `test` as its `skip`. */
export const NO_DEVICE: string | false = reason();

/** The account that is made for the test. */
const USER = 'pilot';

export interface Device {
  /** Runs a shell script as the administrator, in the user's copy of the project. @returns what it printed; throws with what it said. */
  asAdministrator(script: string): string;
  /** The same as the ordinary user. */
  asUser(script: string): string;
  /** To be spread into `launch`: the browser runs as the ordinary user, in a profile that is theirs and stays until the end. */
  options: { wrapper: readonly string[]; profile: string };
  close(): Promise<void>;
}

/**
 * A mount namespace with layers in memory over `/etc`, `/opt` and `/home`, so that nothing of the machine is changed. The
 * account exists only in there. Its home contains the project under `second-thought`, as a clone would.
 * Both accounts write with the strictest file mode creation mask there is: what must be readable by others has to be made so.
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
  // What a layer's root allows is what its folder allows.
  'chmod 755 "$layers"',
  'cover() { mkdir -p "$layers/$3/upper" "$layers/$3/work"; mount -t overlay none -o "lowerdir=$1,upperdir=$layers/$3/upper,workdir=$layers/$3/work" "$2"; }',
  'for folder in etc opt home; do cover "/$folder" "/$folder" "$folder"; done',
  `useradd --create-home --shell /bin/sh ${USER}`,
  `mkdir /home/${USER}/second-thought`,
  `cover "$1" /home/${USER}/second-thought project`,
  `chown ${USER}: /home/${USER}/second-thought`,
  // Chromium run as root by other tests leaves a folder in the build that nobody else may read.
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
