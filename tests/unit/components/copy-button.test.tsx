/**
 * Tests that copying says so where the browser offers no clipboard: the static site may be on a server without https.
 * @vitest-environment happy-dom
 */
import { expect, test } from 'vitest';
import { ContactNumber } from '../../../components/contact/contact-number.tsx';
import { CopyButton } from '../../../components/controls/copy-button.tsx';
import { copyText } from '../../../components/controls/copy-text.ts';
import { callLink } from '../../../utils/notice/contact-links.ts';
import { loadWords } from '../../../utils/words/load.ts';
import { button, press, show, text } from './page.tsx';

Object.defineProperty(navigator, 'clipboard', { value: undefined });

test('a button says that it could not copy', async () => {
  await show(<CopyButton text="x" label="Copy" copied="yes" notCopied="no" />);
  await press(button('Copy'));
  expect(text()).toContain('no');
});

test('a number on the learn page says so too', async () => {
  const contact = await loadWords('contact', 'en');
  const link = callLink({ name: 'A', phone: '112', sms: null }, contact);
  if (!link) throw new Error('no link');
  const words = { contact, copy: 'Copy', copied: 'yes', notCopied: 'no' };
  await show(<ContactNumber link={link} words={words} copy={copyText} />);
  await press(button('Copy'));
  expect(text()).toContain('no');
});
