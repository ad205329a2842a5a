/** RFC 6266: the name only in its encoded form, so that no character of it can end the header. */
export function disposition(inline: boolean, name: string): string {
  if (inline) return 'inline';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
