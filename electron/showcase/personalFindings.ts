import type { Problem } from '#shared/errors.ts';
import { personalDataIn } from '#shared/showcase/personalData.ts';
import type { PackText } from './readBack.ts';

/**
 * Names of people above 公开 and numbers of persons: never outside the panels, within one only with the consent of its gate. In
 * the files beside the page nothing may stand that does not stand in the page, where it is judged.
 *
 * @param consented numbers of the panels whose gate has a consent
 */
export function personalFindings(
  texts: readonly PackText[],
  people: readonly string[],
  consented: ReadonlySet<number>,
): Problem[] {
  const page = texts.filter(({ file }) => file === PAGE);
  const beside = texts.filter(({ file }) => file !== PAGE);
  const told = new Set(page.flatMap(({ text }) => personsIn(text, people).map(({ what }) => what)));
  const inPage = page.flatMap((each) =>
    personsIn(each.text, people)
      .filter((person) => !isAllowed(each, person, consented))
      .map((person) => finding(each, person)),
  );
  const inOthers = beside.flatMap((each) =>
    personsIn(each.text, people)
      .filter(({ what }) => !told.has(what))
      .map((person) => finding(each, person)),
  );
  return [...inPage, ...inOthers];
}

type Person = { kind: 'NAME' | 'IDENTITY' | 'MOBILE' | 'EMAIL'; what: string };

function personsIn(text: string, people: readonly string[]): Person[] {
  const whole = withoutSpaces(text);
  return [
    ...personalDataIn(text).map(({ kind, masked }): Person => ({ kind, what: masked })),
    ...people
      .filter((name) => name.length > 1 && whole.includes(withoutSpaces(name)))
      .map((name): Person => ({ kind: 'NAME', what: name })),
  ];
}

/** A name spaced out is the same name. */
function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** 岗位 + 公共电话: the address of an office may stand where a panel says whom to ask. */
function isAllowed({ panel, field }: PackText, { kind }: Person, consented: ReadonlySet<number>): boolean {
  if (kind === 'IDENTITY' || panel === null) return false;
  return consented.has(panel) || (kind === 'EMAIL' && field.startsWith('contact'));
}

function finding({ file, panel, field }: PackText, { kind, what }: Person): Problem {
  return {
    rule: kind === 'NAME' ? 'LEAK_PERSON' : 'LEAK_PERSONAL',
    file,
    params: { what, panel: panel ?? 0, field },
  };
}

const PAGE = 'index.html';
