/** Writes `update.xml`, the list of versions that Chromium reads from the host of an extension. */
import { element, xmlDocument } from '../../utils/deploy/xml-text.ts';

/** @param codebase - address of the CRX. @returns the document (protocol 2.0). */
export function updateXml(id: string, version: string, codebase: string): string {
  const check = element('updatecheck', { codebase, version });
  return xmlDocument(
    element('gupdate', { xmlns: 'http://www.google.com/update2/response', protocol: '2.0' }, [
      element('app', { appid: id }, [check]),
    ]),
  );
}

/** @returns the version that such a document names for an extension, or null if it names none in the form written here. */
export function versionIn(document: string, id: string): string | null {
  if (!document.includes(`appid="${id}"`)) return null;
  return /<updatecheck [^>]*\bversion="(\d+(?:\.\d+){0,3})"/.exec(document)?.[1] ?? null;
}
