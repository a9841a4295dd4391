import type { MoneyPerByte, MoneyPerByteYear, MoneyPerHour, Ms } from '../base/units.js';

/** What it costs to keep data in a storage class, and to read it. */
export interface StoragePrice {
  readonly price: MoneyPerByteYear;
  /** What is deleted before it is so old is paid for up to that age. */
  readonly minimum: Ms;
  /** For each byte that is read back. */
  readonly retrieval: MoneyPerByte;
}

/** Dated list prices of one provider, in the scenario's currency. */
export interface PriceList {
  readonly name: string;
  readonly asOf: string;
  /** By server type. */
  readonly servers: ReadonlyMap<string, MoneyPerHour>;
  /** By storage class. */
  readonly storage: ReadonlyMap<string, StoragePrice>;
  /** Storage class of live data. */
  readonly liveStorage: string;
  readonly transfer: {
    /** Between two regions, unless the pair has its own price. */
    readonly betweenRegions: MoneyPerByte;
    /** By `region/region`, the two in code-unit order. */
    readonly pairs: ReadonlyMap<string, MoneyPerByte>;
  };
}

/** Price of moving a byte between two regions; 0 within one. */
export function transferPrice(prices: PriceList, a: string, b: string): MoneyPerByte | 0 {
  if (a === b) return 0;
  const pair = a < b ? `${a}/${b}` : `${b}/${a}`;
  return prices.transfer.pairs.get(pair) ?? prices.transfer.betweenRegions;
}
