import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import styles from './Results.module.css';
import { surveyResultTexts } from './texts.js';

export interface Share {
  key: string;
  name: string;
  times: number;
}
interface Props {
  caption: string;
  shares: readonly Share[];
  /** How many have answered; with several choices the shares come to more. */
  of: number;
}

/** A table whose rows are bars too: the shape for the eye, the numbers for everybody. */
export function Distribution({ caption, shares, of }: Props) {
  const { t } = useTexts(surveyResultTexts);
  return (
    <table className={styles.table}>
      <caption>
        <Hidden>{caption}</Hidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('answer')}</th>
          <th scope="col">{t('times')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ key, name, times }) => {
          const percent = Math.round((times / of) * 100);
          return (
            <tr key={key}>
              <th scope="row">
                {name}
                <span className={styles.track} aria-hidden>
                  <span style={{ width: `${percent}%` }} />
                </span>
              </th>
              <td>
                {times} <span className={styles.share}>{t('share', { percent })}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
