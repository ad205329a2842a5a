import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  arrangeBehind,
  categoryOf,
  dayTaken,
  type FiledFile,
} from '#electron/jobs/importsArrange.ts';
import { isWithin, joinPath, readableName, systemPath } from '#electron/jobs/importsPaths.ts';
import { titleOfName } from '#electron/jobs/importsTitle.ts';
import { recordFieldsSchema } from '#shared/records/recordFields.ts';

const files = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    name: fc.string({ unit: 'grapheme', minLength: 1 }),
    role: fc.constantFrom('ORIGINAL', 'ATTACHMENT', 'PAGE'),
    kind: fc.constantFrom('image', 'pdf', 'video', 'audio', 'text', 'other'),
    takenAt: fc.option(
      fc.constantFrom('2024-01-02T03:04:05', '2024-01-02T03:04:06+08:00', '2019-12-31T23:59:59'),
    ),
  }) satisfies fc.Arbitrary<FiledFile>,
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('arranging', () => {
  it('keeps every file once, with at most one original, whatever order they came in', () => {
    fc.assert(
      fc.property(files, fc.constantFrom('ONE', 'GROUP'), fc.nat(), (some, shape, turn) => {
        const arranged = arrange(some, shape);
        expect(arranged.map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort());
        expect(arranged.filter(({ role }) => role === 'ORIGINAL').length).toBeLessThanOrEqual(1);
        const cut = some.length === 0 ? 0 : turn % some.length;
        const turned = [...some.slice(cut), ...some.slice(0, cut)];
        const namesOf = (list: typeof arranged) => list.map(({ name, role }) => [name, role]);
        if (new Set(some.map(({ name }) => name)).size === some.length) {
          expect(namesOf(arrange(turned, shape))).toEqual(namesOf(arranged));
        }
      }),
    );
  });

  it('leaves what was there as it was and attaches behind it', () => {
    const present = [{ id: 'a', name: 'z', role: 'PAGE' as const }];
    const added: FiledFile[] = [
      { id: 'b', name: '10', role: 'PAGE', kind: 'image', takenAt: null },
      { id: 'c', name: '9', role: 'PAGE', kind: 'pdf', takenAt: null },
    ];
    expect(arrangeBehind(present, added)).toEqual([
      { id: 'a', name: 'z', role: 'PAGE' },
      { id: 'c', name: '9', role: 'ATTACHMENT' },
      { id: 'b', name: '10', role: 'ATTACHMENT' },
    ]);
  });

  it('takes the category from the original, pages for a document', () => {
    const file = (role: FiledFile['role'], kind: FiledFile['kind']): FiledFile => ({
      id: '1',
      name: 'x',
      role,
      kind,
      takenAt: null,
    });
    expect(categoryOf([file('PAGE', 'image')], 'GROUP')).toBe('ZP');
    expect(categoryOf([file('PAGE', 'image')], 'ONE')).toBe('WS');
    expect(categoryOf([file('ATTACHMENT', 'pdf'), file('ORIGINAL', 'video')], 'ONE')).toBe('LX');
  });

  it('takes only days that may stand as a date', () => {
    expect(dayTaken('2024-02-29T10:00:00')).toBe('2024-02-29');
    expect(dayTaken('2999-01-01T10:00:00')).toBeNull();
    expect(dayTaken(null)).toBeNull();
  });
});

describe('titles of names', () => {
  it('are always allowed as titles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 700 }), (name) => {
        expect(recordFieldsSchema.shape.title.safeParse(titleOfName(name)).success).toBe(true);
      }),
    );
    for (const name of ['\u202E', '\uD800', ' ', '.', '\u0000.jpg', 'é'.normalize('NFD').repeat(600)]) {
      expect(recordFieldsSchema.shape.title.safeParse(titleOfName(name)).success).toBe(true);
    }
  });

  it('lose a real ending only', () => {
    expect(titleOfName('年度报告.pdf')).toBe('年度报告');
    expect(titleOfName('关于V2.0的说明')).toBe('关于V2.0的说明');
    expect(titleOfName('.gitignore')).toBe('.gitignore');
  });
});

describe('paths', () => {
  it('of any bytes read back apart from each other and stay the same path', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        (left, right) => {
          const [a, b] = [Buffer.from(left), Buffer.from(right)];
          expect(Buffer.from(systemPath(a))).toEqual(a);
          if (!a.equals(b)) expect(readableName(a)).not.toBe(readableName(b));
        },
      ),
    );
  });

  it('know what lies in what', () => {
    const folder = Buffer.from('/a/b');
    expect(isWithin(joinPath(folder, Buffer.from('c')), folder)).toBe(true);
    expect(isWithin(folder, folder)).toBe(true);
    expect(isWithin(Buffer.from('/a/bc'), folder)).toBe(false);
    expect(joinPath(Buffer.from('/'), Buffer.from('x')).toString()).toBe('/x');
  });
});
