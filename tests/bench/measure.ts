/** A thing to time; it may be a promise. */
export type Work = () => unknown;

export type Pair = { ours: number; beside: number };

/**
 * Median milliseconds of two things timed in turns, so that whatever else the machine does falls on both. Each is run a few times
 * before it counts.
 */
export async function sideBySide(
  ours: Work,
  beside: Work,
  { rounds = 21, warmUps = 15 }: { rounds?: number; warmUps?: number } = {},
): Promise<Pair> {
  for (let round = 0; round < warmUps; round++) {
    await ours();
    await beside();
  }
  const times = { ours: [] as number[], beside: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const turns = round % 2 === 0 ? (['ours', 'beside'] as const) : (['beside', 'ours'] as const);
    for (const turn of turns) times[turn].push(await timed(turn === 'ours' ? ours : beside));
  }
  return { ours: median(times.ours), beside: median(times.beside) };
}

export async function timed(work: Work): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export async function medianOf(work: Work, rounds = 21, warmUps = 15): Promise<number> {
  for (let round = 0; round < warmUps; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(work));
  return median(times);
}

export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** The longest time in milliseconds that this thread did nothing else while the work ran. */
export async function longestBlock(work: Work): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(tick);
  };
  await new Promise((done) => setImmediate(done));
  last = performance.now();
  setImmediate(tick);
  try {
    await work();
  } finally {
    running = false;
  }
  await new Promise((done) => setImmediate(done));
  return Math.max(longest, performance.now() - last);
}
