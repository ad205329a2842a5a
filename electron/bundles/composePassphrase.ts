import { randomInt } from 'node:crypto';

/** No 0 and O, 1 and l and I, that a voice or a hand could mistake. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;

/** Twenty characters of 31, about 99 bits, in groups that can be read aloud: abcd-efgh-jkmn-pqrs-tuvw. */
export function proposedPassphrase(): string {
  return Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
}
