import { defineConfig } from 'wxt';
import { generatedFiles } from './scripts/build/generated-files.ts';
import { helpStripsModule } from './scripts/build/help-strips-plugin.ts';
import { list } from './scripts/build/list-plugin.ts';
import { manifest } from './scripts/build/manifest.ts';
import { noticeHtml } from './scripts/build/notice-html-plugin.ts';
import { words } from './scripts/build/words-plugin.ts';

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox', 'edge', 'safari'],
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: ({ browser }) => manifest(browser),
  vite: () => ({
    plugins: [words(), list(), helpStripsModule(), noticeHtml()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { modulePreload: false, sourcemap: !!process.env.MAP },
  }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await generatedFiles(wxt.config.browser)));
    },
  },
});
