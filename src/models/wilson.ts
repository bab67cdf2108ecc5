/** z = 1.96, of which 2.5 % of a normal distribution lie above; and z² ÷ 2, z² ÷ 4, z². */
const [z, half, quarter, square] = [1.959963984540054, 1.920729410347062, 0.960364705173531, 3.841458820694124];

/**
 * SQL of the limits of the 95 % interval of a share, of whole numbers of those in it and of all.
 * source: Wilson, Journal of the American Statistical Association 22 (1927)
 */
export function wilsonSql(part: string, all: string): {low: string; high: string} {
  const spread = `${z} * sqrt(${part}::double * (${all} - ${part}) / ${all} + ${quarter})`;
  return {
    low: `greatest(0, (${part} + ${half} - ${spread}) / (${all} + ${square}))`,
    high: `least(1, (${part} + ${half} + ${spread}) / (${all} + ${square}))`
  };
}
