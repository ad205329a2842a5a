import type { Writer } from '#db/write.ts';

const INTERVAL_MS = 400;

/** The user's writer, telling the screens of many writes a few times a second instead of each time. */
export function quietWriter(writer: Writer): { writer: Writer; tell(): void } {
  const nouns = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  function tell(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (nouns.size === 0) return;
    const told = new Set(nouns);
    nouns.clear();
    writer.changed(told);
  }

  return {
    writer: {
      ...writer,
      changed(changed) {
        for (const noun of changed) nouns.add(noun);
        nouns.add('imports');
        timer ??= setTimeout(tell, INTERVAL_MS).unref();
      },
    },
    tell,
  };
}
