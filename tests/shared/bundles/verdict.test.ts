import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import { composeBag } from '#shared/bundles/composeBag.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { type VerdictFacts, verdictOf } from '#shared/bundles/verdict.ts';
import { samplePlan } from '../../bundles/samplePlan.ts';

const bundle: BundleJson = composeBag(samplePlan([[]]).plan, newSigningKey(), nodeHasher).bundle;
const valid = { state: 'VALID', publicKey: 'ssh-ed25519 x', fingerprint: 'SHA256:x' } as const;
const good: VerdictFacts = {
  whole: true,
  signature: valid,
  bundle,
  signer: 'VERIFIED',
  freshness: 'NEWEST',
  addressee: 'US',
  today: '2026-11-21',
};

describe('the verdict', () => {
  it('is good only when a verified card signed every byte and nothing speaks against it', () => {
    expect(verdictOf(good)).toEqual({
      tone: 'good',
      codes: ['SIGNER_VERIFIED', 'WHOLE', 'NEWEST', 'VALID_UNTIL', 'FOR_US'],
      data: {
        unit: '肿瘤产学研转化联合体',
        fingerprint: 'SHA256:x',
        createdAt: '2026-11-20T08:30:00.000Z',
        sequence: 1,
        expires: '2027-11-20',
        recipient: '合作医院',
        copy: 1,
      },
    });
  });

  it.each<[Partial<VerdictFacts>, string, string]>([
    [{ whole: false }, 'bad', 'CHANGED'],
    [{ signature: { state: 'MISSING' } }, 'bad', 'SIGNATURE_MISSING'],
    [{ signature: { state: 'INVALID', fault: 'SIGNATURE_WRONG' } }, 'bad', 'SIGNATURE_INVALID'],
    [{ signer: 'MISMATCH' }, 'bad', 'SIGNER_MISMATCH'],
    [{ freshness: 'REPLAYED' }, 'bad', 'REPLAYED'],
    [{ freshness: 'RECALLED' }, 'bad', 'RECALLED'],
    [{ signature: { state: 'UNSIGNED' }, bundle: null }, 'caution', 'UNSIGNED'],
    [{ signer: null }, 'caution', 'SIGNER_UNKNOWN'],
    [{ signer: 'KNOWN' }, 'caution', 'SIGNER_KNOWN'],
    [{ freshness: 'SUPERSEDED' }, 'caution', 'SUPERSEDED'],
    [{ freshness: 'RESTARTED' }, 'caution', 'RESTARTED'],
    [{ today: '2027-11-21' }, 'caution', 'EXPIRED'],
    [{ addressee: 'SOMEBODY_ELSE' }, 'caution', 'FOR_SOMEBODY_ELSE'],
    [{ today: '2027-11-20' }, 'good', 'VALID_UNTIL'],
    [{ freshness: null, addressee: null }, 'good', 'WHOLE'],
  ])('%j is %s: %s', (change, tone, code) => {
    const verdict = verdictOf({ ...good, ...change });
    expect(verdict.tone).toBe(tone);
    expect(verdict.codes).toContain(code);
  });

  it('believes nothing a bundle says of itself without a signature that holds', () => {
    fc.assert(
      fc.property(fc.constantFrom('MISSING', 'UNSIGNED'), fc.boolean(), (state, whole) => {
        const verdict = verdictOf({ ...good, whole, signature: { state } });
        expect(Object.values(verdict.data).every((value) => value === null)).toBe(true);
        expect(verdict.tone).not.toBe('good');
        expect(verdict.codes).toHaveLength(2);
      }),
    );
  });
});
