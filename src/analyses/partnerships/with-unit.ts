/** A label with the currency of its amounts, where the files name one. */
export const withUnit = (label: string, currency: string | null): string =>
  currency === null ? label : `${label} (${currency})`;
