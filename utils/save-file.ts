/** Saves a file as a download. The address is the page's own memory (`blob:`), so there is no network request. */

/** @param name - the file's name; where it goes is the reader's or the browser's choice. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  // Without a type of its own, so that no browser opens it instead or changes its name.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Not at once: Firefox reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
