/** A number as people write it, with or without thousands parted; null for nothing typed; undefined for what is no number. */
export function numberTyped(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
