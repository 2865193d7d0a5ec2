/** Translates keys, named as in `KeyboardEvent.key`, into the terms of each browser's protocol. */

interface Key {
  code: string;
  /** Windows virtual key code. */
  virtual: number;
  /** The character it types. */
  text?: string;
  /** Code point from the W3C WebDriver specification, for keys that type nothing. */
  webdriver?: string;
}

const KEYS: Record<string, Key> = {
  Enter: { code: 'Enter', virtual: 13, text: '\r', webdriver: '\uE007' },
  Tab: { code: 'Tab', virtual: 9, webdriver: '\uE004' },
  Escape: { code: 'Escape', virtual: 27, webdriver: '\uE00C' },
  Backspace: { code: 'Backspace', virtual: 8, webdriver: '\uE003' },
  ' ': { code: 'Space', virtual: 32, text: ' ' },
  Home: { code: 'Home', virtual: 36, webdriver: '\uE011' },
  End: { code: 'End', virtual: 35, webdriver: '\uE010' },
  PageDown: { code: 'PageDown', virtual: 34, webdriver: '\uE00F' },
  ArrowDown: { code: 'ArrowDown', virtual: 40, webdriver: '\uE015' },
  ArrowUp: { code: 'ArrowUp', virtual: 38, webdriver: '\uE013' },
  ArrowLeft: { code: 'ArrowLeft', virtual: 37, webdriver: '\uE012' },
  ArrowRight: { code: 'ArrowRight', virtual: 39, webdriver: '\uE014' },
};

/** @returns the fields of CDP's `Input.dispatchKeyEvent`. Throws for a key that is not in the table. */
export function keyStroke(key: string): Record<string, string | number> & { text?: string } {
  const known = KEYS[key];
  if (known) {
    const { code, virtual, text } = known;
    return { key, code, windowsVirtualKeyCode: virtual, ...(text !== undefined && { text }) };
  }
  if ([...key].length !== 1) throw new Error(`The harness does not know the key "${key}"`);
  // Only for letters and digits is the key code the character's code. The code of `.` would be Delete.
  const virtual = /^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0;
  return { key, text: key, windowsVirtualKeyCode: virtual };
}

/** @returns the value of a WebDriver key action. Throws for a key that is not in the table. */
export function webdriverKey(key: string): string {
  const value = KEYS[key] ? (KEYS[key].webdriver ?? key) : key;
  if ([...value].length !== 1) throw new Error(`The harness does not know the key "${key}"`);
  return value;
}
