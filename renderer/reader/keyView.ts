import { parseIdentityFile } from '#shared/bundles/ageKeys.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { visibleName } from '#shared/bundles/names.ts';
import { el } from './dom.ts';
import { faultText } from './faultText.ts';
import type { Fault } from './messages.ts';
import { words } from './words.ts';

export interface KeyStage {
  file: File;
  needs: 'passphrase' | 'identity';
  fault: Fault | null;
}

/** Asks for what opens the file. */
export function keyView(
  { file, needs, fault }: KeyStage,
  onKeys: (identities: readonly string[], passphrase: string | null) => void,
  onBack: () => void,
): HTMLElement {
  const t = words();
  const problem = el('p', { class: 'notice bad', role: 'alert', id: 'key-problem' });
  const tell = (text: string): void => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  tell(fault === null ? '' : faultText(fault));
  const form =
    needs === 'passphrase' ? passphraseForm(onKeys, tell, onBack) : identityForm(onKeys, tell, onBack);
  return el(
    'section',
    { class: 'key' },
    el('h2', {}, needs === 'passphrase' ? t.needsPassphrase : t.needsIdentity),
    el('p', { class: 'file-name' }, el('bdi', {}, visibleName(file.name))),
    problem,
    form,
  );
}

type OnKeys = (identities: readonly string[], passphrase: string | null) => void;

function passphraseForm(onKeys: OnKeys, tell: (text: string) => void, onBack: () => void): HTMLElement {
  const t = words();
  const input = el('input', {
    type: 'password',
    id: 'passphrase',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'passphrase-help key-problem',
    'data-focus': true,
  });
  const shown = el('input', {
    type: 'checkbox',
    id: 'shown',
    onchange: () => {
      input.type = shown.checked ? 'text' : 'password';
    },
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (input.value === '') tell(t.faults.PASSPHRASE_EMPTY);
    else onKeys([], input.value);
  };
  return el(
    'form',
    { onsubmit: submit },
    el('label', { for: 'passphrase' }, t.passphrase),
    input,
    el('p', { class: 'help', id: 'passphrase-help' }, t.passphraseHelp),
    el('p', { class: 'check' }, shown, el('label', { for: 'shown' }, t.show)),
    el(
      'p',
      { class: 'actions' },
      el('button', { type: 'submit', class: 'button' }, t.open),
      backButton(onBack),
    ),
  );
}

function identityForm(onKeys: OnKeys, tell: (text: string) => void, onBack: () => void): HTMLElement {
  const t = words();
  const input = el('input', {
    type: 'file',
    id: 'identity',
    class: 'unseen',
    'aria-describedby': 'identity-help key-problem',
    'data-focus': true,
    onchange: () => void readIdentity(input.files?.[0], onKeys, tell),
  });
  return el(
    'div',
    {},
    input,
    el('p', { class: 'help', id: 'identity-help' }, t.identityHelp),
    el(
      'p',
      { class: 'actions' },
      el('label', { for: 'identity', class: 'button' }, t.chooseIdentity),
      backButton(onBack),
    ),
  );
}

function backButton(onBack: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'quiet', onclick: onBack }, words().cancel);
}

const MOST_BYTES_OF_AN_IDENTITY_FILE = 65_536;

async function readIdentity(
  file: File | undefined,
  onKeys: OnKeys,
  tell: (text: string) => void,
): Promise<void> {
  if (file === undefined) return;
  try {
    onKeys(parseIdentityFile(await file.slice(0, MOST_BYTES_OF_AN_IDENTITY_FILE).text()), null);
  } catch (error) {
    const code = error instanceof BundleError ? 'KEY_INVALID' : 'UNREADABLE';
    tell(faultText({ code, data: {} }));
  }
}
