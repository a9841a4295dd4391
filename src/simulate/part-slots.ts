import type { Part, Schedule } from './schedule.js';

/** Something that builds on full copies, which is due. */
interface PartSlot {
  readonly kind: Part;
  readonly slot: number;
}

/** When something that builds on full copies is due, in order of time. */
export function* partSlots(
  schedule: Schedule,
  kinds: readonly Part[],
  { from, last }: { from: number; last: number },
): Generator<PartSlot> {
  const next = kinds.map((kind) => ({ kind, slot: schedule.slotFrom(from, kind) }));
  const startOf = ({ kind, slot }: PartSlot) => schedule.startOfPart(kind, slot);
  while (next.length > 0) {
    const first = next.reduce((a, b) => (startOf(b) < startOf(a) ? b : a));
    if (startOf(first) > last) return;
    yield { ...first };
    first.slot++;
  }
}
