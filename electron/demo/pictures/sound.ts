import { diceFor } from '../random.ts';

const RATE = 16_000;

/**
 * Some seconds of sound as WAV (PCM, 16 bit, one channel): a voice-like murmur in sentences with pauses. Nobody's words.
 */
export function murmur(seed: string, seconds: number): Uint8Array {
  const dice = diceFor(`sound/${seed}`);
  const samples = RATE * seconds;
  const bytes = Buffer.alloc(44 + samples * 2);
  writeHead(bytes, samples * 2);
  let [pitch, loudness, wanted, colour] = [130, 0, 0, 500];
  let [phase, filtered] = [0, 0];
  for (let index = 0; index < samples; index += 1) {
    if (index % 2400 === 0) {
      wanted = dice.chance(0.22) ? 0 : dice.between(0.35, 1);
      pitch = dice.between(105, 175);
      colour = dice.between(300, 1500);
    }
    loudness += (wanted - loudness) * 0.0012;
    phase = (phase + pitch / RATE) % 1;
    const source = (phase * 2 - 1) * 0.8 + (dice.next() - 0.5) * 0.35;
    filtered += (source - filtered) * Math.min(0.9, (6.28 * colour) / RATE);
    const room = (dice.next() - 0.5) * 0.012;
    bytes.writeInt16LE(Math.round((filtered * loudness * 0.45 + room) * 32_000), 44 + index * 2);
  }
  return bytes;
}

function writeHead(bytes: Buffer, length: number): void {
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + length, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(length, 40);
}
