/** zxcvbn's score: 0 guessed at once, 4 not in our time. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What is tried first in this country and in this program's surroundings; the meter itself brings no word list. */
const TRIED_FIRST = [
  'password',
  'passw0rd',
  'admin',
  'administrator',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  '1qaz2wsx',
  '1q2w3e4r',
  'abc123',
  'iloveyou',
  'welcome',
  'letmein',
  'woaini',
  'woaini1314',
  '5201314',
  '1314520',
  '888888',
  '666666',
  'zhongguo',
  'beijing',
  'shanghai',
  'china',
  'mengbu',
  'lianheti',
  'chanxueyan',
  'mima',
  'guanliyuan',
  'secret',
  'secretary',
  '盟簿',
  '联合体',
  '产学研',
  '产学研联合体',
  '口令',
  '密码',
  '管理员',
  '我爱你',
  '中国',
];

let meter: { check(text: string, userInputs?: string[]): { score: Strength } } | undefined;

/** How hard a passphrase is to guess for one who knows `near`: the names that stand on the same form. */
export async function strengthOf(passphrase: string, near: readonly string[] = []): Promise<Strength> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  meter ??= new ZxcvbnFactory({ dictionary: { triedFirst: TRIED_FIRST } });
  // The estimate of a very long text takes long and says nothing new.
  return meter.check(
    passphrase.slice(0, 100),
    near.filter((word) => word !== ''),
  ).score;
}
