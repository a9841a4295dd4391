/** Line and column of an offset in a text, both from 1; offsets past the end count as the end. */
export function lineIndex(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const inside = Math.min(Math.max(0, offset), text.length);
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if (starts[middle]! <= inside) from = middle;
      else to = middle;
    }
    return { line: from + 1, column: inside - starts[from]! + 1 };
  };
}
