/** Every word that this document shows; it is too small to carry the app's translations. */
export const words = {
  content: 'Course content',
  supersededTitle: 'This course is open somewhere else',
  superseded: 'Everything up to now is kept. Carry on in the other window, or close it and open the course here again.',
  missingTitle: 'This part cannot be opened',
  missing: 'The course names a part that is not in its package. Please tell the people who look after this course.',
  chooseTitle: 'Choose a part',
  choose: 'This course opens nothing by itself now. Choose a part from its contents.',
};
