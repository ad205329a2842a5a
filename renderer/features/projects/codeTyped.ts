/** 项目号 as the archive writes it, from what was typed: full-width figures and small letters become plain capitals, the rest goes. */
export function codeTyped(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 12);
}
