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

/** Folders of the packages in the bundles, collected while the bundles are written. Each process builds one target. */
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
      // Importing the polyfill has no side effects, so a bundle that does not use it (the worker's) need not contain it.
      rolldownOptions: {
        treeshake: { moduleSideEffects: [{ test: /[/]webextension-polyfill[/]/, sideEffects: false }] },
      },
    },
  }),
  hooks: {
    'build:manifestGenerated': async (wxt, made) => {
      // During development WXT adds its own hosts.
      if (wxt.config.command === 'build') {
        allowStyles(made, await writeNoticePages(wxt.config.outDir));
        assertManifest(wxt.config.browser, made);
      }
      // An event page (Firefox) has no `importScripts`, so the data file is listed first.
      const { background } = made;
      if (background && 'scripts' in background) background.scripts?.unshift(WORKER_DATA_FILE);
    },
    'build:done': (wxt) => {
      // During development WXT bundles its own helpers, which no released package contains.
      if (wxt.config.command === 'build') writeBundled(packages, wxt.config.browser, wxt.config.outDir);
    },
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await generatedFiles(wxt.config.browser)));
    },
  },
});
