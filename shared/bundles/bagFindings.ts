import { BundleError, type BundleErrorCode } from './bundleError.ts';
import { LIMITS } from './limits.ts';

/** Something noticed about a bag. `entry` names the file, made visible; `detail` says more where a rule needs it. */
export interface BagFinding {
  code: Extract<BundleErrorCode, 'BAG_INVALID' | 'SIGNATURE_INVALID' | 'DAMAGED'>;
  rule: string;
  entry: string;
  detail: string;
}

/** Collects what is wrong (the bag is not whole or not valid) and what is only odd. Bounded: beyond a limit they are counted. */
export interface BagFindings {
  problem(rule: string, entry?: string, detail?: string): void;
  signatureProblem(rule: string, entry?: string): void;
  /** `entry`: the file that was being read. */
  damaged(rule: string, entry: string): void;
  warning(rule: string, entry?: string, detail?: string): void;
  problems: BagFinding[];
  warnings: BagFinding[];
  problemCount(): number;
}

export function bagFindings(): BagFindings {
  const problems: BagFinding[] = [];
  const warnings: BagFinding[] = [];
  let count = 0;

  function add(code: BagFinding['code'], rule: string, entry: string, detail: string): void {
    count += 1;
    if (problems.length < LIMITS.reportedProblems) problems.push({ code, rule, entry, detail });
  }

  return {
    problems,
    warnings,
    problem: (rule, entry = '', detail = '') => add('BAG_INVALID', rule, entry, detail),
    damaged: (rule, entry) => add('DAMAGED', rule, entry, ''),
    signatureProblem: (rule, entry = '') => add('SIGNATURE_INVALID', rule, entry, ''),
    warning(rule, entry = '', detail = '') {
      const known = warnings.some((warning) => warning.rule === rule && warning.entry === entry);
      if (!known && warnings.length < LIMITS.reportedProblems)
        warnings.push({ code: 'BAG_INVALID', rule, entry, detail });
    },
    problemCount: () => count,
  };
}

/** A bag that breaks the format is a finding; anything else (a newer version) ends the reading. */
export function reportedOr<Value>(error: unknown, findings: BagFindings, instead: Value): Value {
  if (!(error instanceof BundleError) || error.code !== 'BAG_INVALID') throw error;
  findings.problem(
    String(error.data.rule ?? 'BAG_INVALID'),
    String(error.data.entry ?? ''),
    String(error.data.field ?? ''),
  );
  return instead;
}
