/**
 * Numbers that cannot be mixed up. One unit per dimension inside drsim; every other unit exists only
 * where text is read (`input/`) or written (`present/`).
 */
declare const unit: unique symbol;
type In<U extends string> = number & { readonly [unit]: U };

/** A duration, or an instant counted from the start of the scenario, in milliseconds. */
export type Ms = In<'ms'>;
/** An amount of data, in bytes. */
export type Bytes = In<'B'>;
/** A flow of data, in bytes per second. */
export type BytesPerSecond = In<'B/s'>;
/** An amount of money, in the scenario's currency. */
export type Money = In<'money'>;
/** A flow of money, in the scenario's currency per hour. */
export type MoneyPerHour = In<'money/h'>;
/** A price of moved data, in the scenario's currency per byte. */
export type MoneyPerByte = In<'money/B'>;
/** A price of kept data, in the scenario's currency per byte and year. */
export type MoneyPerByteYear = In<'money/B/year'>;
/** How often something happens, per year of 365.25 days. */
export type PerYear = In<'1/year'>;
/** A part of a whole, 0 to 1. */
export type Share = In<'share'>;

export const ms = (n: number) => n as Ms;
export const bytes = (n: number) => n as Bytes;
export const bytesPerSecond = (n: number) => n as BytesPerSecond;
export const share = (n: number) => n as Share;

export const SECOND = ms(1_000);
export const MINUTE = ms(60_000);
export const HOUR = ms(3_600_000);
export const DAY = ms(86_400_000);
export const WEEK = ms(604_800_000);
/** 365.25 days, so that 99.99 % allows 52.6 minutes a year. */
export const YEAR = ms(31_557_600_000);

export const inSeconds = (t: Ms) => t / SECOND;
export const inHours = (t: Ms) => t / HOUR;
export const inYears = (t: Ms) => t / YEAR;
