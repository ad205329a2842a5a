export type PersonalDatum = 'IDENTITY' | 'MOBILE' | 'EMAIL';

/** Personal data that a pattern can tell, masked as it may be shown. A post's own telephone is none. */
export function personalDataIn(text: string): { kind: PersonalDatum; masked: string }[] {
  const plain = text.normalize('NFKC');
  const found: { kind: PersonalDatum; masked: string }[] = [];
  for (const [number] of plain.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g))
    if (isIdNumber(number))
      found.push({ kind: 'IDENTITY', masked: `${number.slice(0, 3)}***${number.slice(-2)}` });
  for (const [, number = ''] of plain.matchAll(
    /(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\d.])/g,
  ))
    found.push({ kind: 'MOBILE', masked: `${number.slice(0, 3)}****${number.slice(-4)}` });
  for (const [address] of plain.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g))
    found.push({ kind: 'EMAIL', masked: `${address[0]}***@${address.split('@')[1]}` });
  return found;
}

/** 公民身份号码 with a right check digit and a real month and day (GB 11643-1999). */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false;
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECKS[sum % 11] === number[17]?.toUpperCase();
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
