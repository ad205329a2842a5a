import type { Tenure } from '#shared/body/appointment.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';

/** From and to, as every list of offices writes it. */
export function tenureText(t: Catalogue, { startsOn, endsOn }: Tenure): string {
  return `${startsOn} – ${endsOn ?? t.body.openEnd}`;
}
