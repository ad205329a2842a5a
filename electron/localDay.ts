/** The calendar day of this machine at a time, as YYYY-MM-DD: terms and dates are days of people, not of UTC. */
export function localDay(at: number): string {
  const date = new Date(at);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
