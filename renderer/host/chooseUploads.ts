import type { PickedFiles } from './door.ts';

/** The browser's own file dialog. null: nothing was chosen. */
export function chooseUploads(many: boolean): Promise<PickedFiles | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = many;
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const entries = [...(input.files ?? [])].map((file) => ({ path: file.name, file }));
      resolve(entries.length === 0 ? null : { kind: 'uploads', entries });
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
