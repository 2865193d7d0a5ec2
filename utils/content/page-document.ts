/**
 * Reads the page's document through its prototype: an element named `createElement` or `documentElement` shadows the
 * plain property, in Chromium for content scripts too (HTML, "named access on the Document object").
 */

/** @returns a property of the document as the browser has it. */
export function documentProperty<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document) as Document[Name];
}

/** @returns a new element of HTML, also where the document is SVG or XML. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const create = documentProperty('createElementNS') as (space: string, name: Name) => Element;
  return create.call(document, 'http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[Name];
}

/** Adds a listener that runs before the page's own, whatever the page does with the event. */
export function listen(target: EventTarget, name: string, listener: (event: Event) => void): void {
  EventTarget.prototype.addEventListener.call(target, name, listener, true);
}
