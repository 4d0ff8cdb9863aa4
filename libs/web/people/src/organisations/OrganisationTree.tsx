import type { Organisation } from '@lms/contracts';
import type { Branch } from '@lms/domain';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { Button, Hidden, LinkButton, Plate } from '@lms/web-ui';
import { Link } from 'react-router';
import { commonTexts } from '../texts/common.js';
import { organisationTexts } from '../texts/organisations.js';
import styles from './OrganisationTree.module.css';

interface Props {
  nodes: readonly Branch<Organisation>[];
  labelledBy?: string;
  /** Left out for who only reads. */
  onEdit?: (id: string) => void;
}

/** Rows with hairlines; a lower tier branches off the row above it with the curve of a junction. */
export function OrganisationTree({ nodes, labelledBy, onEdit }: Props) {
  return (
    <ul className={styles.tree} aria-labelledby={labelledBy}>
      {nodes.map((node) => (
        <li key={node.organisation.id}>
          <OrganisationRow organisation={node.organisation} onEdit={onEdit} />
          {node.below.length > 0 && <OrganisationTree nodes={node.below} onEdit={onEdit} />}
        </li>
      ))}
    </ul>
  );
}

function OrganisationRow({ organisation, onEdit }: { organisation: Organisation } & Pick<Props, 'onEdit'>) {
  const { t } = useTexts(organisationTexts);
  const { t: common } = useTexts(commonTexts);
  const { id, kind, name, shortName, people, tier, sponsorName } = organisation;
  const short = shortName === name ? null : shortName;
  const sponsored = short ? 'shortAndSponsor' : 'sponsor';
  const facts = sponsorName ? t(sponsored, { name: sponsorName, short: short ?? '' }) : short;
  return (
    <div className={styles.row}>
      <div>
        <h3>
          {name} {tier !== null && tier > 1 && <Plate look="soft">{t('tier', { tier })}</Plate>}
        </h3>
        {facts && <p>{facts}</p>}
      </div>
      <span className={styles.people}>
        {people > 0 ? (
          <Link to={`${paths.people}?organisationId=${id}`}>
            {t('people', { count: people }).replace(String(people), formatCount(people))}
            <Hidden> {name}</Hidden>
          </Link>
        ) : (
          t('nobody')
        )}
      </span>
      {onEdit && (
        <span className={styles.acts}>
          {people > 0 && kind !== 'client' && (
            <LinkButton size="small" variant="quiet" to={paths.crew(id)}>
              {t('order')}
              <Hidden> {name}</Hidden>
            </LinkButton>
          )}
          <Button size="small" onClick={() => onEdit(id)}>
            {common('edit')}
            <Hidden> {name}</Hidden>
          </Button>
        </span>
      )}
    </div>
  );
}
