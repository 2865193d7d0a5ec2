/** Copies a text. */

/** Rejects if the browser refuses, and if it offers no clipboard because the page came without https. */
export function copyText(text: string): Promise<void> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  return clipboard?.writeText(text) ?? Promise.reject(new Error('No clipboard'));
}
