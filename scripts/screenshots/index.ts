/**
 * `npm run screenshots`: photographs every surface of the build in every state and look, and lays the pictures side by side.
 * `-- --firefox` takes Firefox instead of Chromium, `-- --only notice,settings` plays some scenes only, `-- --stores` makes the
 * pictures for the stores instead. Pictures go to `.work/screenshots`, which git ignores.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    firefox: { type: 'boolean', default: false },
    stores: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

// The harness reads the engine when it is loaded.
process.env.TEST_BROWSER = values.firefox ? 'firefox' : 'chromium';
const folder = `.work/screenshots/${values.stores ? 'stores' : process.env.TEST_BROWSER}`;
if (values.stores) {
  const { photographForStores } = await import('./stores.ts');
  await photographForStores(folder);
} else {
  const { photographAll } = await import('./photograph.ts');
  await photographAll(folder, values.only?.split(',') ?? null);
}
