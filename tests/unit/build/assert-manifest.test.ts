import { expect, test } from 'vitest';
import config from '../../../wxt.config.ts';
import { keptManifest, lastRelease } from '../../fixtures/releases.ts';

/** What WXT calls with each manifest that it has made. */
function build(target: string, command: 'build' | 'serve', more: object): void {
  type Hook = (wxt: object, made: object) => void;
  const hooks = config.hooks as unknown as Record<'build:manifestGenerated', Hook>;
  hooks['build:manifestGenerated'](
    { config: { browser: target, command } },
    { ...keptManifest(lastRelease(), target), ...more },
  );
}

test.each(['chrome', 'edge', 'firefox', 'safari'])('%s: a build that asks for more fails', (target) => {
  expect(() => build(target, 'build', {})).not.toThrow();
  expect(() => build(target, 'build', { optional_permissions: ['history'] })).toThrow(
    /asks for more than release .*\noptional_permissions: history/,
  );
});

test('while developing it may: WXT adds what it needs', () => {
  expect(() => build('chrome', 'serve', { optional_permissions: ['history'] })).not.toThrow();
});
