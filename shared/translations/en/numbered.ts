import type { RuleParams } from '../catalogue.ts';

/** A count with its noun, as in `1 file`, `12 files`; a count comes as a figure, as grouped text, or as the param of a rule. */
export function numbered(count: RuleParams[string] | undefined, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}
