import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import {
  conclusionProblems,
  EXPERT_STATES,
  type ExpertState,
  groundsFound,
  PANEL_FLOOR,
  panelWarnings,
  RECUSAL_GROUNDS,
  type SheetStanding,
  seated,
} from '#shared/outcomes/panel.ts';

const expert = (sheet: SheetStanding = 'LOCKED', state: ExpertState = 'CLEAR', name = '甲') => ({
  name,
  state,
  sheet,
});
const five = [expert(), expert(), expert(), expert(), expert()];
const rules = (experts: Parameters<typeof conclusionProblems>[0]) =>
  conclusionProblems(experts).map(({ rule }) => rule);

describe('§5.2 a maturity panel', () => {
  test.each([
    [1, ['PANEL_UNDER_FIVE']],
    [3, ['PANEL_UNDER_FIVE']],
    [4, ['PANEL_UNDER_FIVE', 'PANEL_EVEN']],
    [5, []],
    [6, ['PANEL_EVEN']],
    [7, []],
  ])('§10.7 of %i experts warns %j and is not refused for it', (count, warnings) => {
    expect(panelWarnings(count)).toEqual(warnings);
  });

  test('names eight grounds for 回避', () => expect(RECUSAL_GROUNDS.length).toBe(8));

  test('finds by itself who is a contributor or of a contributing unit', () => {
    const [person, unit] = [newId(), newId()];
    expect(groundsFound({ personId: person, unitId: unit }, [])).toEqual([]);
    expect(groundsFound({ personId: person, unitId: null }, [{ partyId: person }])).toEqual(['COMPLETER']);
    expect(groundsFound({ personId: person, unitId: unit }, [{ partyId: unit }])).toEqual(['SAME_UNIT']);
    expect(
      groundsFound({ personId: person, unitId: unit }, [{ partyId: unit }, { partyId: person }]),
    ).toEqual(['COMPLETER', 'SAME_UNIT']);
  });

  test('counts those who are cleared or still to declare', () => {
    expect(seated(EXPERT_STATES.map((state) => ({ state }))).map(({ state }) => state)).toEqual([
      'INVITED',
      'CLEAR',
    ]);
  });
});

describe('§5.2 concluding', () => {
  test('takes a locked sheet of everybody who sits', () => {
    expect(rules(five)).toEqual([]);
    expect(rules([...five, expert('MISSING', 'INVITED')])).toEqual(['PANEL_NOT_DECLARED']);
    expect(rules([...five, expert('DRAFT')])).toEqual(['PANEL_SHEET_MISSING']);
    expect(rules([...five, expert('MISSING')])).toEqual(['PANEL_SHEET_MISSING']);
  });

  test('does not take a sheet whose evidence changed or that is not what was locked', () => {
    expect(rules([...five, expert('STALE')])).toEqual(['PANEL_SHEET_STALE']);
    expect(conclusionProblems([...five, expert('CHANGED', 'CLEAR', '乙')])).toEqual([
      { rule: 'PANEL_SHEET_CHANGED', params: { name: '乙' } },
    ]);
  });

  test.each(['RECUSED', 'EXCLUDED', 'ABSENT'] as const)('does not wait for who is %s', (state) => {
    expect(rules([...five, expert('MISSING', state)])).toEqual([]);
  });

  test('takes three sheets at least: a result of fewer would tell what single experts scored', () => {
    expect(PANEL_FLOOR).toBe(3);
    expect(rules([])).toEqual(['PANEL_WITHOUT_SHEETS']);
    expect(conclusionProblems([expert(), expert(), expert('MISSING', 'RECUSED')])).toEqual([
      { rule: 'PANEL_BELOW_FLOOR', params: { count: 2, needed: 3 } },
    ]);
    expect(rules([expert(), expert(), expert()])).toEqual([]);
  });

  test('is possible exactly when all who sit have locked, and three do', () => {
    const any = fc.record({
      name: fc.constant('甲'),
      state: fc.constantFrom(...EXPERT_STATES),
      sheet: fc.constantFrom<SheetStanding>('MISSING', 'DRAFT', 'LOCKED', 'STALE', 'CHANGED'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 9 }), (experts) => {
        const sitting = seated(experts);
        const complete = sitting.every(({ state, sheet }) => state === 'CLEAR' && sheet === 'LOCKED');
        expect(conclusionProblems(experts).length === 0).toBe(complete && sitting.length >= PANEL_FLOOR);
      }),
    );
  });
});
