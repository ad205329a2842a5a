import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#shared/errors.ts';
import { zhCN } from '#shared/translations/zhCN.ts';
import { fieldError, isAtField } from '../../../renderer/components/problems.ts';

describe('a problem is at the field', () => {
  test.each([
    ['docDate', 'docDate'],
    ['plan.fields.docDate', 'docDate'],
    ['changes.keywords.3', 'keywords'],
    ['plan.peopleIds.0', 'peopleIds'],
    ['fields.term', 'fields.term'],
  ])('%s is at %s', (path, field) => expect(isAtField({ rule: 'REQUIRED', field: path }, field)).toBe(true));

  test.each([
    ['education.0.title', 'title'],
    ['subtitle', 'title'],
    ['title.long', 'title'],
  ])('%s is not at %s', (path, field) =>
    expect(isAtField({ rule: 'REQUIRED', field: path }, field)).toBe(false),
  );

  test('none without a field', () => expect(isAtField({ rule: 'REQUIRED' }, 'title')).toBe(false));
});

test('the field says what is wrong with it, without its own name', () => {
  const problems: Problem[] = [{ rule: 'DATE_NOT_REAL', field: 'plan.fields.docDate' }];
  const error = new ORPCError('INVALID', { status: 422, data: { problems }, defined: true });
  expect(fieldError(zhCN, error, 'docDate')).toBe(zhCN.rules.DATE_NOT_REAL);
  expect(fieldError(zhCN, error, 'title')).toBeUndefined();
});
