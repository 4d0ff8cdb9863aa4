/**
 * `here`: the yellow one, the next thing to do, once per view. `main`: filled. `usual`: outlined. `quiet`: text only.
 * `danger`: outlined in red, for what cannot be taken back.
 */
export interface ButtonLook {
  variant?: 'here' | 'main' | 'usual' | 'quiet' | 'danger';
  /** 40 px, 52 on a sign (`large`), 32 in a dense row (`small`); 48 on a phone. */
  size?: 'small' | 'usual' | 'large';
  wide?: boolean;
}

/** The attributes that the style sheet reads. */
export function lookAttributes({ variant = 'usual', size = 'usual', wide }: ButtonLook) {
  return { 'data-variant': variant, 'data-size': size, 'data-wide': wide || undefined };
}
