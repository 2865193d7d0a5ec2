/** The one file with the extension's id and address on each channel it is distributed through. */

/** Chromium ids are the first 32 hexadecimal digits of the public key's SHA-256, written with the letters a to p. */
export const CHANNELS = {
  /** Unpacked builds. The private half of this key was discarded, so a packed copy that an organization hosts has another id. */
  selfHosted: {
    id: 'lkphlbihphnmfikfmagkbjapigdnpopf',
    publicKey:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvLAFxtzeoQ7VqwMDFm4/HhBDjAq+L65rBtg64ML2IaP5kB9HNzbHAxjxJ2nTtl1fAa6Y+Zxig+L4eseofNWh7g7L67JLO/w2WADtRiorz7J+lj9hnN08anuCjIjbndfzH/Q7ILtBrxIEgjFysl/CP7Q+6MvBy+Cgqphxn+mWkDJe/BDvhCr3FmkrU1GA8Objn+BL7VrMtLBvTRDpQSh2OZoilxTGWg7XhuihEIPItmxxbyX8Wv1R1fiQFrsfiJ50xU+XnF+sLVtPFmJLtK3Mcri2T17VRQ9CGEy9P52+ZXQIlB8ITN+fCqwiEpfo9mv2EWAa5TKfFNrnMNEv8YDs+QIDAQAB',
    /** The organization that hosts the copy decides its address. */
    updateUrl: null,
  },
  /** The store gives the id at the first upload; until then the kit asks for it. */
  chromeWebStore: { id: null, updateUrl: 'https://clients2.google.com/service/update2/crx' },
  /** Microsoft's store gives its copy another id. */
  edgeAddons: { id: null, updateUrl: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx' },
  /** Firefox keeps the manifest's id on every channel. */
  firefox: {
    id: 'second-thought@second-thought',
    installUrl:
      'https://addons.mozilla.org/firefox/downloads/latest/second-thought@second-thought/latest.xpi',
  },
} as const;
