import { defineConfig } from 'wxt';
import { assertManifest } from './scripts/build/assert-manifest.ts';
import { bundledPackages } from './scripts/build/bundled-packages-plugin.ts';
import { generatedFiles } from './scripts/build/generated-files.ts';
import { allowStyles, manifest } from './scripts/build/manifest.ts';
import { narrowSchema } from './scripts/build/narrow-schema-plugin.ts';
import { noticeHtml, noticeModuleLater } from './scripts/build/notice-html-plugin.ts';
import { writeNoticePages } from './scripts/build/notice-pages.ts';
import { plainNames } from './scripts/build/plain-names-plugin.ts';
import { words } from './scripts/build/words-plugin.ts';
import { WORKER_DATA_FILE } from './scripts/build/worker-data.ts';
import { workerDataModules } from './scripts/build/worker-data-plugin.ts';
import { writeBundled } from './scripts/release/bundled.ts';

/** Folders of the packages in the bundles, filled while those are written; one target a process. */
const packages = new Set<string>();

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: ({ browser }) => manifest(browser),
  vite: () => ({
    plugins: [
      words(),
      workerDataModules(),
      narrowSchema(),
      noticeHtml(),
      noticeModuleLater(),
      plainNames(),
      bundledPackages(packages),
    ],
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
    'build:manifestGenerated': async (wxt, made) => {
      // While developing, WXT adds hosts of its own.
      if (wxt.config.command === 'build') {
        allowStyles(made, await writeNoticePages(wxt.config.outDir));
        assertManifest(wxt.config.browser, made);
      }
      // An event page (Firefox) has no `importScripts`: the data comes first.
      const { background } = made;
      if (background && 'scripts' in background) background.scripts?.unshift(WORKER_DATA_FILE);
    },
    'build:done': (wxt) => {
      // While developing, WXT bundles helpers of its own that no package of ours carries.
      if (wxt.config.command === 'build') writeBundled(packages, wxt.config.browser, wxt.config.outDir);
    },
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await generatedFiles(wxt.config.browser)));
    },
  },
});
