import type { BagFindings } from './bagFindings.ts';
import { SIGNATURE, TAG_MANIFEST } from './bagParts.ts';
import type { BundleJson } from './bundleJson.ts';
import { keyFingerprint, publicKeyLine } from './sshKey.ts';
import { BUNDLE_NAMESPACE, readSignature, type SignatureFault } from './sshSignature.ts';

export type SignatureState =
  /** The bytes were signed by this key; whose key it is, a contact card tells. */
  | { state: 'VALID'; publicKey: string; fingerprint: string }
  | { state: 'INVALID'; fault: SignatureFault | 'SIGNER_IS_NOT_SENDER' | 'TAG_MANIFEST_MISSING' }
  | { state: 'MISSING' }
  /** A bag that never claimed to be signed. */
  | { state: 'UNSIGNED' };

/** Whether the tag manifest is signed, and by which key. What is wrong goes into the findings too. */
export function signatureOf(files: ReadonlyMap<string, Uint8Array>, findings: BagFindings): SignatureState {
  const armored = files.get(SIGNATURE);
  const signed = files.get(TAG_MANIFEST);
  if (armored === undefined) {
    findings.signatureProblem('SIGNATURE_MISSING', SIGNATURE);
    return { state: 'MISSING' };
  }
  if (signed === undefined) {
    findings.signatureProblem('TAG_MANIFEST_MISSING', TAG_MANIFEST);
    return { state: 'INVALID', fault: 'TAG_MANIFEST_MISSING' };
  }
  const reading = readSignature(armored, signed, BUNDLE_NAMESPACE);
  if (!reading.ok) {
    findings.signatureProblem(reading.fault, SIGNATURE);
    return { state: 'INVALID', fault: reading.fault };
  }
  const { publicKey } = reading;
  return { state: 'VALID', publicKey: publicKeyLine(publicKey), fingerprint: keyFingerprint(publicKey) };
}

/** The key that signed must be the one bundle.json names. */
export function signedBySender(
  signature: SignatureState,
  bundle: BundleJson | null,
  findings: BagFindings,
): SignatureState {
  if (signature.state !== 'VALID' || bundle === null) return signature;
  if (signature.publicKey === bundle.sender.signingKey) return signature;
  findings.signatureProblem('SIGNER_IS_NOT_SENDER', SIGNATURE);
  return { state: 'INVALID', fault: 'SIGNER_IS_NOT_SENDER' };
}
