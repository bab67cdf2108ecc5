/** What a `$name` can be filled with. A number becomes a numeric literal, a list `['a', 'b']`, a Date a timestamp. */
export type Scalar = string | number | bigint | boolean | null;
export type Params = Readonly<Record<string, Scalar | readonly Scalar[]>>;
