const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "83.3" of a score in per cent. Rounded down, so that nobody reads a pass mark that they did not reach. */
export const scoreText = (score: number): string => oneDecimal.format(Math.floor(score * 10 + 1e-6) / 10);
