/** Replaces the extension's API on a page of the static site. Nothing is installed, so nothing is stored, set or answered. */
import { version } from '../../package.json';

const NOT_INSTALLED = 'Nothing is installed here';

/** What the deploy, preview and learn pages call. Any other call fails. */
const standIn = {
  runtime: {
    id: 'static-site',
    getManifest: () => ({ version }),
    sendMessage: () => Promise.reject(new Error(NOT_INSTALLED)),
  },
  storage: {
    local: { get: async () => ({}), onChanged: { addListener: () => undefined } },
  },
};

Object.assign(globalThis, { browser: standIn });
