/** What belongs to each of a list of things, by their names, in their order. */
export function byName<T extends { readonly name: string }, V>(
  items: readonly T[],
  valueOf: (item: T, number: number) => V,
): Record<string, V> {
  return Object.fromEntries(items.map((item, number) => [item.name, valueOf(item, number)]));
}
