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
  const offices = officesOf(page);
  const inPage = page.flatMap((each) =>
    personsIn(each.text, people)
      .filter((person) => !isAllowed(each, person, consented, offices))
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

/** Addresses by which panels may be asked about, each with its panel. */
function officesOf(page: readonly PackText[]): ReadonlySet<string> {
  const contacts = page.filter(({ field }) => field.startsWith('contact'));
  return new Set(
    contacts.flatMap(({ panel, text }) =>
      personalDataIn(text)
        .filter(({ kind }) => kind === 'EMAIL')
        .map(({ masked }) => `${panel} ${masked}`),
    ),
  );
}

/** 岗位 + 公共电话: the address of an office may stand where a panel says whom to ask, and in the code that repeats it. */
function isAllowed(
  { panel, field }: PackText,
  { kind, what }: Person,
  consented: ReadonlySet<number>,
  offices: ReadonlySet<string>,
): boolean {
  if (kind === 'IDENTITY' || panel === null) return false;
  if (consented.has(panel)) return true;
  return kind === 'EMAIL' && /^(contact|code\.text$)/.test(field) && offices.has(`${panel} ${what}`);
}

function finding({ file, panel, field }: PackText, { kind, what }: Person): Problem {
  return {
    rule: kind === 'NAME' ? 'LEAK_PERSON' : 'LEAK_PERSONAL',
    file,
    params: { what, panel: panel ?? 0, field },
  };
}

const PAGE = 'index.html';
