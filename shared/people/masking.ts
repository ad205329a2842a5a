/** A telephone number as lists show it: the first three and the last four signs, of short numbers the last two. */
export function maskPhone(phone: string): string {
  const signs = [...phone.trim()];
  if (signs.length === 0) return '';
  if (signs.length < 8) return `${'*'.repeat(Math.max(signs.length - 2, 1))}${signs.slice(-2).join('')}`;
  return `${signs.slice(0, 3).join('')}${'*'.repeat(signs.length - 7)}${signs.slice(-4).join('')}`;
}

/** A mail address as lists show it: the first letter and the domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return email === '' ? '' : '***';
  return `${[...email][0] ?? ''}***${email.slice(at)}`;
}
