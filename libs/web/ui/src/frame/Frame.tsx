import type { ReactNode } from 'react';
import { Toasts } from '../toast/Toasts.js';
import { Logo } from './Logo.js';
import type { FrameTexts, Place } from './place.js';
import { Rail } from './Rail.js';
import styles from './Frame.module.css';
import { Tabs } from './Tabs.js';

interface Props {
  places: readonly Place[];
  texts: FrameTexts;
  /** Where the logo leads. */
  home: string;
  /** Who is signed in, and what they can do about it. */
  user: ReactNode;
  /** Right of the logo: the way to what is new. */
  bell?: ReactNode;
  /** The offline strip, when there is one. */
  strip?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: a rail on the canvas, one sheet for the work; on a phone a bar above and below. */
export function Frame({ places, texts, home, user, bell, strip, children }: Props) {
  return (
    <>
      <a className={styles.skip} href="#main">
        {texts.skip}
      </a>
      <div className={styles.frame}>
        <Rail places={places} texts={texts} user={user} home={home} bell={bell} />
        <header className={styles.top}>
          <Logo brand={texts.brand} to={home} size={28} />
          {bell}
        </header>
        <div className={styles.work}>
          {strip && <div className={styles.strip}>{strip}</div>}
          <main className={styles.sheet} id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <Tabs places={places} texts={texts} user={user} />
      <Toasts />
    </>
  );
}
