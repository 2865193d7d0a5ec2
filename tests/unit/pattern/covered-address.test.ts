/** Tests that a covered address comes back unchanged from the notice's own address, whatever characters it contains. */
import { expect, test } from 'vitest';
import { addressIn, overAddress, withoutAddress } from '../../../utils/pattern/covered-address.ts';

test('a covered address is read out of the notice’s as it was put in', () => {
  for (const page of ['/notice.html?c=US&l=en', '/notice/SE.en.html', '/notice/US.en.html#GA'])
    for (const address of [
      'https://a.example/',
      'https://a.example/x?y=1&z=%23#part',
      'http://a.example:8080/?#',
    ])
      expect(addressIn(new URL(overAddress(page, address), 'https://own.example')), page + address).toBe(
        address,
      );
  expect(addressIn(new URL('https://own.example/notice/US.en.html#GA'))).toBeNull();
  const written = new URL('https://own.example/notice/US.en.html?https://a.example/#part#GA');
  expect(addressIn(written)).toBe('https://a.example/#part');
  expect(withoutAddress(written)).toBe('#GA');
  expect(withoutAddress(new URL('https://own.example/notice.html?c=US#https://a.example/'))).toBe('?c=US');
  expect(
    new URL(overAddress('/notice/US.en.html#GA', 'https://a.example/#x'), 'https://own.example').hash,
  ).toBe('#GA');
});
