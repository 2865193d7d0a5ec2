/** Saves a file as a download. The address is the page's own memory (`blob:`), so there is no network request. */

/** @param name - the file's name; the reader or the browser chooses the folder. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  // A neutral type, so that no browser opens the file instead or changes its name.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Not at once: Firefox reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
