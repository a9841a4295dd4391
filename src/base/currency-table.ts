/** Currencies in use, by their codes of ISO 4217 (list one of 2025, without funds and metals). */
const CODES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN ' +
    'BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL ' +
    'GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF ' +
    'KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
    'MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
    'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH ' +
    'UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Currencies that each symbol may stand for, the likeliest first; `$` serves every dollar. */
const SYMBOLS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '$',
    'USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD'.split(
      ' ',
    ),
  ],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
]);

/** Whether a text is a currency's code or symbol. */
export function isCurrency(text: string): boolean {
  return CODES.has(text) || SYMBOLS.has(text);
}

/** The code of a currency; of a symbol, that of the likeliest. */
export function currencyCode(written: string): string {
  return SYMBOLS.get(written)?.[0] ?? written;
}

/** Whether a code or symbol, as written, may stand for the currency with this code. */
export function meansCurrency(written: string, code: string): boolean {
  return written === code || (SYMBOLS.get(written)?.includes(code) ?? false);
}
