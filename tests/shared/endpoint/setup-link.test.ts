import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSetupLink, setupLink } from '#shared/endpoint/setup-link';

const hex64 = fc.stringMatching(/^[0-9a-f]{64}$/);
const setup = fc.record({
  address: fc.record({
    url: fc.constantFrom('https://team.example:7443', 'http://127.0.0.1:80', 'https://[fd00::1]'),
    receiverKey: hex64,
    certSha256: fc.option(hex64),
  }),
  secret: fc.stringMatching(/^[A-Za-z0-9_-]{16,128}$/),
});

test('what is set up survives its link, also broken into lines by a mail program', () => {
  fc.assert(
    fc.property(setup, fc.nat(250), (each, at) => {
      const link = setupLink(each);
      const broken = `<${link.slice(0, at)}\n ${link.slice(at)}>`;
      expect(parseSetupLink(broken)).toEqual(each);
    }),
  );
});

test.each([
  '',
  'outlog://join#x',
  `outlog://setup#1.${'a'.repeat(64)}.-.short.https://a.example`,
  `outlog://setup#1.${'a'.repeat(64)}.-.${'s'.repeat(32)}.http://a.example`,
  `outlog://setup#2.${'a'.repeat(64)}.-.${'s'.repeat(32)}.https://a.example`,
])('%j is no setup link', (text) => {
  expect(parseSetupLink(text)).toBeNull();
});
