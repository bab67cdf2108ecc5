const places = 4;

/** The difference of two exact amounts of at most four places, exact: `"12.5000"` minus `"0.25"` is `"12.2500"`. */
export function minus(a: string, b: string): string {
  const difference = scaled(a) - scaled(b);
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0');
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function scaled(text: string): bigint {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`not an exact amount: ${text}`);
  return BigInt(`${sign}${whole}${part.padEnd(places, '0')}`);
}
