import type { BagFindings } from './bagFindings.ts';
import { BAGIT_DECLARATION, BAGIT_TXT } from './bagParts.ts';
import { linesOfText } from './bagText.ts';
import { BundleError } from './bundleError.ts';
import { decodeUtf8, encodeUtf8, equalBytes } from './text.ts';

/** bagit.txt of a bundle: exactly the one declaration. */
export function strictDeclaration(
  files: ReadonlyMap<string, Uint8Array>,
  findings: BagFindings,
): { version: string; encoding: string } {
  const bytes = files.get(BAGIT_TXT);
  if (bytes === undefined) findings.problem('TAG_FILE_MISSING', BAGIT_TXT);
  else if (!equalBytes(bytes, encodeUtf8(BAGIT_DECLARATION)))
    findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
  return { version: '1.0', encoding: 'UTF-8' };
}

const KNOWN_VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

/** Two lines of UTF-8 without a mark; white space other than the one space only in old versions, with a warning. */
export function declaration(
  files: ReadonlyMap<string, Uint8Array>,
  findings: BagFindings,
): { version: string; encoding: string } {
  const bytes = files.get(BAGIT_TXT);
  if (bytes === undefined) findings.problem('TAG_FILE_MISSING', BAGIT_TXT);
  // Two short lines: a long file is no declaration, and white space in it must not be searched through.
  const lines = bytes === undefined || bytes.length > 1024 ? [] : linesOfText(textOr(bytes, ''));
  const exact = /^BagIt-Version: (\d{1,3}\.\d{1,3})\nTag-File-Character-Encoding: (\S+)$/;
  const loose = /^BagIt-Version\s*:\s*(\d{1,3}\.\d{1,3})\s*\nTag-File-Character-Encoding\s*:\s*(\S+)\s*$/;
  const text = lines.join('\n');
  const match = exact.exec(text) ?? loose.exec(text);
  const version = match?.[1] ?? '1.0';
  if (Number(version) > 1)
    throw new BundleError('NEWER_VERSION', { entry: BAGIT_TXT, needs: `BagIt ${version}` });
  if (bytes !== undefined && (match === null || !KNOWN_VERSIONS.includes(version)))
    findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
  else if (match !== null && !exact.test(text)) {
    if (version === '1.0') findings.problem('BAGIT_DECLARATION', BAGIT_TXT);
    else findings.warning('BAGIT_DECLARATION_SPACES', BAGIT_TXT);
  }
  return { version, encoding: match?.[2] ?? 'UTF-8' };
}

function textOr(bytes: Uint8Array, otherwise: string): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    return otherwise;
  }
}
