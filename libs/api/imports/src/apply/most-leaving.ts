/** A larger share of the people in question leaving at once is more likely a wrong file than a true one. */
export const MOST_LEAVING = 0.05;
