/** An ORCID in its one stored form, 0000-0002-1825-0097; null for what is none (ISO 7064 MOD 11-2 over 15 digits). */
export function readOrcid(written: string): string | null {
  const plain = written
    .trim()
    .normalize('NFKC')
    .replace(/^https?:\/\/(?:www\.)?orcid\.org\//i, '')
    .replace(/[\u2010-\u2015\u2212-]/g, '')
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(plain) || checkSign(plain.slice(0, 15)) !== plain[15]) return null;
  return (plain.match(/.{4}/g) ?? []).join('-');
}

function checkSign(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
