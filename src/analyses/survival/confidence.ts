/** The normal deviate that 95 % lie within, either side. */
export const z95 = 1.959963984540054;
