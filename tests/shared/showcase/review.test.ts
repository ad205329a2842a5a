import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Consent,
  checkDecision,
  type Decision,
  type DecisionInput,
  FINDINGS,
  GATE_POINTS,
  isReview,
  type PanelFacts,
  POINTS_OF,
  statusOf,
} from '#shared/showcase/gate.ts';
import {
  afterEdit,
  afterStep,
  checkStep,
  exhibitionProblems,
  type PanelReview,
  STEPS,
  type StepInput,
} from '#shared/showcase/review.ts';

const TODAY = '2026-11-28';
const PUBLIC: PanelFacts = {
  isPublic: true,
  picturesPublic: true,
  picturesPresent: true,
  isRedacted: true,
  owners: [],
};
const OWNED: PanelFacts = { ...PUBLIC, owners: ['东海肿瘤医院', '江北研究院'] };
const PAPER = {
  recordId: '01935d3e-7f00-7000-8000-000000000001',
  fileId: '01935d3e-7f00-7000-8000-000000000002',
  sha256: 'a'.repeat(64),
};
const consent = (holder: string): Consent => ({ holder, paper: PAPER });
const DRAFT: PanelReview = {
  state: 'DRAFT',
  contentHash: 'A',
  decisions: [],
  preparedBy: '',
  validTo: null,
  approvedHash: null,
};
const step = (name: StepInput['step'], actor = '林总协调人', rest: Partial<StepInput> = {}): StepInput => ({
  step: name,
  actor,
  remark: '',
  validTo: null,
  ...rest,
});
const decided = (point: Decision['point'], rest: Partial<Decision> = {}): Decision => ({
  point,
  finding: 'PASSED',
  reviewer: POINTS_OF.UNIT_REVIEW.includes(point) ? '李主任' : '赵保密员',
  decidedOn: TODAY,
  evidence: '见审批表',
  paper: PAPER,
  consents: [consent('东海肿瘤医院')],
  contentHash: 'A',
  ...rest,
});

describe('the nine points', () => {
  test('are nine, each under one review', () => {
    expect(GATE_POINTS).toHaveLength(9);
    expect(Object.values(POINTS_OF).flat().sort()).toEqual([...GATE_POINTS].sort());
  });

  test.each<[Partial<DecisionInput>, PanelReview['state'], string | null]>([
    [{ point: 'ACCURACY' }, 'UNIT_REVIEW', null],
    [{ point: 'ACCURACY' }, 'DRAFT', 'POINT_NOT_UNDER_REVIEW'],
    [{ point: 'LEVEL' }, 'UNIT_REVIEW', 'POINT_NOT_UNDER_REVIEW'],
    [{ point: 'LEVEL', finding: 'NOT_APPLICABLE' }, 'SECRECY_REVIEW', 'FINDING_NOT_FOR_POINT'],
    [{ point: 'PATENT', finding: 'WAIVED', paper: null }, 'IP_REVIEW', 'PAPER_REQUIRED'],
    [{ point: 'PATENT', finding: 'WAIVED' }, 'IP_REVIEW', null],
    [{ point: 'PATENT', paper: null }, 'IP_REVIEW', null],
    [{ point: 'TRADE_SECRET', consents: [] }, 'IP_REVIEW', 'CONSENT_REQUIRED'],
    [{ point: 'TRADE_SECRET', paper: null }, 'IP_REVIEW', null],
    [{ point: 'TRADE_SECRET', finding: 'NOT_APPLICABLE', consents: [] }, 'IP_REVIEW', null],
    [{ point: 'PERSONAL_INFO', consents: [] }, 'UNIT_REVIEW', 'CONSENT_REQUIRED'],
    [{ point: 'CLAIMS', decidedOn: '2026-11-29' }, 'UNIT_REVIEW', 'DAY_NOT_YET'],
  ])('%j in %s: %s', (changes, state, rule) => {
    const { contentHash: _, ...input } = decided('ACCURACY', changes as Partial<Decision>);
    expect(checkDecision(input, state, [], TODAY)?.rule ?? null).toBe(rule);
  });

  test('a decision is void on another content, and the level contradicts what is not public', () => {
    expect(statusOf([decided('CLAIMS')], 'CLAIMS', 'B', PUBLIC)).toBe('VOID');
    expect(statusOf([decided('LEVEL')], 'LEVEL', 'A', { ...PUBLIC, picturesPublic: false })).toBe(
      'CONTRADICTED',
    );
    expect(statusOf([decided('LEVEL'), decided('LEVEL', { finding: 'FAILED' })], 'LEVEL', 'A', PUBLIC)).toBe(
      'FAILED',
    );
  });
});

describe('the owners of what is shown', () => {
  test('each must consent by name, however it is written', () => {
    const { contentHash: _, ...input } = decided('TRADE_SECRET');
    expect(checkDecision(input, 'IP_REVIEW', OWNED.owners, TODAY)).toEqual({
      rule: 'CONSENT_OF_OWNER_MISSING',
      field: 'consents',
      params: { owner: '江北研究院' },
    });
    const consents = [consent('江北 研究院'), consent('另一方'), consent('东海肿瘤医院')];
    expect(checkDecision({ ...input, consents }, 'IP_REVIEW', OWNED.owners, TODAY)).toBeNull();
  });

  test('one who comes later contradicts the decision; one paper of an earlier time stands', () => {
    const status = (decision: Decision, facts: PanelFacts) =>
      statusOf([decision], 'TRADE_SECRET', 'A', facts);
    expect(status(decided('TRADE_SECRET'), OWNED)).toBe('CONTRADICTED');
    expect(status(decided('TRADE_SECRET'), { ...PUBLIC, owners: ['东海肿瘤医院'] })).toBe('GREEN');
    expect(status(decided('TRADE_SECRET', { consents: [] }), OWNED)).toBe('GREEN');
    expect(status(decided('TRADE_SECRET', { finding: 'NOT_APPLICABLE', consents: [] }), OWNED)).toBe('GREEN');
  });
});

test.each<[Partial<PanelFacts>, string]>([
  [{ isPublic: false, isRedacted: false }, 'NOT_PUBLIC'],
  [{ picturesPublic: false }, 'PICTURES'],
  [{ picturesPresent: false }, 'PICTURES'],
  [{ isRedacted: false }, 'NOT_REDACTED'],
])('a level said to be public is contradicted by %j, and says why', (facts, why) => {
  const review = { ...DRAFT, decisions: GATE_POINTS.map((point) => decided(point)), approvedHash: 'A' };
  expect(exhibitionProblems(review, { ...PUBLIC, ...facts }, TODAY)).toEqual([
    { rule: 'POINT_CONTRADICTED', params: { point: 'LEVEL', why } },
  ]);
});

describe('the approval', () => {
  const last: PanelReview = {
    ...DRAFT,
    state: 'SECRECY_REVIEW',
    preparedBy: '王承办',
    decisions: GATE_POINTS.map((point) => decided(point)),
  };
  const rules = (review: PanelReview, input: StepInput) =>
    checkStep(review, input, PUBLIC, TODAY).map(({ rule }) => rule);

  test.each<[StepInput, string[]]>([
    [step('PASS', '林总协调人', { validTo: '2027-01-01' }), []],
    [step('PASS', '王 承办', { validTo: '2027-01-01' }), ['APPROVER_PREPARED_IT']],
    [step('PASS'), ['VALID_TO_REQUIRED']],
    [step('PASS', '林总协调人', { validTo: '2026-11-27' }), ['VALID_TO_PAST']],
    [step('PUBLISH'), ['STEP_NOT_FROM_STATE']],
    [step('RETURN'), ['REASON_TEXT_REQUIRED']],
  ])('%j: %j', (input, expected) => expect(rules(last, input)).toEqual(expected));

  test('needs another reviewer for secrecy than for the content', () => {
    const decisions = GATE_POINTS.map((point) => decided(point, { reviewer: '李主任' }));
    const input = step('PASS', '林总协调人', { validTo: '2027-01-01' });
    expect(rules({ ...last, decisions }, input)).toEqual(['SECRECY_REVIEWER_IS_AUTHOR']);
  });

  test('ends with its day', () => {
    const approved = { ...last, state: 'PUBLISHED' as const, approvedHash: 'A', validTo: '2026-11-28' };
    expect(exhibitionProblems(approved, PUBLIC, TODAY)).toEqual([]);
    expect(exhibitionProblems(approved, PUBLIC, '2026-11-29')).toMatchObject([{ rule: 'APPROVAL_EXPIRED' }]);
  });
});

type Deed =
  | { kind: 'edit'; hash: string }
  | { kind: 'decide'; decision: DecisionInput }
  | { kind: 'step'; input: StepInput };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), hash: fc.constantFrom('A', 'B') }),
  fc.record({
    kind: fc.constant('decide' as const),
    decision: fc.record({
      point: fc.constantFrom(...GATE_POINTS),
      finding: fc.oneof(
        { weight: 5, arbitrary: fc.constant('PASSED' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...FINDINGS) },
      ),
      reviewer: fc.constantFrom('李主任', '赵保密员'),
      decidedOn: fc.constant(TODAY),
      evidence: fc.constant('见审批表'),
      paper: fc.constant(PAPER),
      consents: fc.array(fc.constant(consent('东海肿瘤医院')), { maxLength: 1 }),
    }),
  }),
  fc.record({
    kind: fc.constant('step' as const),
    input: fc.record({
      step: fc.constantFrom(...STEPS, 'PASS', 'PASS', 'SUBMIT'),
      actor: fc.constantFrom('王承办', '林总协调人'),
      remark: fc.constantFrom('', '理由'),
      validTo: fc.constantFrom(null, '2027-01-01'),
    }),
  }),
);

/** A diligent path with noise between: bare noise seldom gets anywhere. */
const diligent: Deed[] = [
  { kind: 'step', input: step('SUBMIT', '王承办') },
  ...(['UNIT_REVIEW', 'IP_REVIEW', 'SECRECY_REVIEW'] as const).flatMap((state): Deed[] => [
    ...POINTS_OF[state].map((point): Deed => {
      const { contentHash: _, ...decision } = decided(point);
      return { kind: 'decide', decision };
    }),
    { kind: 'step', input: step('PASS', '林总协调人', { validTo: '2027-01-01' }) },
  ]),
  { kind: 'step', input: step('PUBLISH') },
];

function play(review: PanelReview, deed: Deed): PanelReview {
  switch (deed.kind) {
    case 'edit':
      return afterEdit(review, deed.hash);
    case 'decide': {
      if (checkDecision(deed.decision, review.state, [], TODAY) !== null) return review;
      const decision = { ...deed.decision, contentHash: review.contentHash };
      return { ...review, decisions: [...review.decisions, decision] };
    }
    case 'step':
      return checkStep(review, deed.input, PUBLIC, TODAY).length === 0
        ? afterStep(review, deed.input)
        : review;
  }
}

test('whatever is done in whatever order, what is approved or published has nine green points on its present content', () => {
  let published = 0;
  const path = fc
    .array(fc.tuple(fc.nat(diligent.length), fc.array(deeds, { maxLength: 3 })), { maxLength: 4 })
    .map((noise) =>
      diligent.flatMap((deed, at) => [
        ...noise.filter(([where]) => where === at).flatMap(([, extra]) => extra),
        deed,
      ]),
    );
  fc.assert(
    fc.property(path, (all) => {
      let review = DRAFT;
      for (const deed of all) {
        review = play(review, deed);
        if (review.state !== 'APPROVED' && review.state !== 'PUBLISHED') continue;
        published += 1;
        expect(review.approvedHash).toBe(review.contentHash);
        expect(exhibitionProblems(review, PUBLIC, TODAY)).toEqual([]);
        const edited = afterEdit(review, 'another');
        expect(edited.state).toBe('DRAFT');
        expect(exhibitionProblems(edited, PUBLIC, TODAY).length).toBeGreaterThanOrEqual(9);
      }
    }),
    { numRuns: 400 },
  );
  expect(published).toBeGreaterThan(100);
});

test('a point can be decided only under review', () => {
  expect(isReview('DRAFT')).toBe(false);
  expect(isReview('IP_REVIEW')).toBe(true);
});
