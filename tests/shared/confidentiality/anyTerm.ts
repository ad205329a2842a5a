import fc from 'fast-check';

/** Every term in its one spelling. */
export const anyTerm = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((count) => `P${count}Y`),
  fc
    .integer({ min: 1, max: 999 })
    .filter((count) => count % 12 !== 0)
    .map((count) => `P${count}M`),
  fc.integer({ min: 1, max: 9999 }).map((count) => `P${count}D`),
  fc.constantFrom('PERMANENT', 'UNTIL_PUBLISHED'),
);
