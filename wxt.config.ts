import { defineConfig } from 'wxt';
import { generatedFiles } from './scripts/build/generated-files.ts';
import { manifest } from './scripts/build/manifest.ts';
import { narrowSchema } from './scripts/build/narrow-schema-plugin.ts';
import { noticeHtml } from './scripts/build/notice-html-plugin.ts';
import { plainNames } from './scripts/build/plain-names-plugin.ts';
import { words } from './scripts/build/words-plugin.ts';
import { WORKER_DATA_FILE } from './scripts/build/worker-data.ts';
import { workerDataModules } from './scripts/build/worker-data-plugin.ts';

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: ({ browser }) => manifest(browser),
  vite: () => ({
    plugins: [words(), workerDataModules(), narrowSchema(), noticeHtml(), plainNames()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      modulePreload: false,
      sourcemap: !!process.env.MAP,
      // It changes nothing by being there, so a bundle that does not use it (the worker's) need not carry it.
      rolldownOptions: {
        treeshake: { moduleSideEffects: [{ test: /[/]webextension-polyfill[/]/, sideEffects: false }] },
      },
    },
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, made) => {
      // An event page (Firefox) has no `importScripts`: the data comes first.
      const { background } = made;
      if (background && 'scripts' in background) background.scripts?.unshift(WORKER_DATA_FILE);
    },
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await generatedFiles(wxt.config.browser)));
    },
  },
});
