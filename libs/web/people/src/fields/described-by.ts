/**
 * Ties the hint and the error of our field to a control of the component library, which otherwise names only its own.
 */
export const describedBy = (ids: { 'aria-describedby': string | undefined }) => ({
  input: { 'aria-describedby': ids['aria-describedby'] },
});
