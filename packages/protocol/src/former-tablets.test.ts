/**
 * Bodies as tablets of former versions send them: `tests/fixtures/wire-formats`, one file a version, never changed. A
 * tablet that was in a drawer for a year has to get rid of what is on it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  anonymousResponse,
  mutation,
  mutationPayloads,
  push,
  pushAnonymous,
  pushSealed,
  readPulledNotices,
  sealedPayload,
  signInDevice,
} from './index.ts';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'wire-formats');
const versions = fs.readdirSync(folder).filter((file) => file.endsWith('.json'));
const bodyOf = (version: string, name: string): unknown =>
  (JSON.parse(fs.readFileSync(path.join(folder, version), 'utf8')) as Record<string, unknown>)[name];

it('there is a version to try', () => {
  expect(versions).toContain('1.json');
});

describe.each(versions)('a tablet of version %s', (version) => {
  it('is understood in every record it sends', () => {
    const { mutations } = push.body.parse(bodyOf(version, 'push'));
    for (const one of mutations) {
      const { kind, payload } = mutation.parse(one);
      const read = sealedPayload.safeParse(payload).success
        ? null
        : mutationPayloads[kind].safeParse(payload);
      expect(read?.error, kind).toBeUndefined();
    }
  });

  it('is understood in its anonymous responses, its boxes and its sign-in', () => {
    const { responses } = pushAnonymous.body.parse(bodyOf(version, 'pushAnonymous'));
    for (const one of responses) expect(anonymousResponse.safeParse(one).error).toBeUndefined();
    expect(pushSealed.body.safeParse(bodyOf(version, 'pushSealed')).error).toBeUndefined();
    expect(signInDevice.body.safeParse(bodyOf(version, 'signInDevice')).error).toBeUndefined();
  });

  it('is understood in what it says of notices that were read on it, from version 2 on', () => {
    const read = bodyOf(version, 'readPulledNotices');
    if (read === undefined) return expect(version).toBe('1.json');
    expect(readPulledNotices.body.safeParse(read).error).toBeUndefined();
  });
});
