import { useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, RouteOutline, Section, toast } from '@lms/web-ui';
import { Fragment, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useStartVersion } from '../api/start-version.js';
import { useVersionStep } from '../api/version-step.js';
import { Confirm } from '../components/Confirm.js';
import { commonTexts } from '../texts/common.js';
import { approvalStops } from './approval-stops.js';
import { actionsOn, rightsOn, type LifeAction, type LivingVersion } from './life.js';
import { RefusalNotice } from './RefusalNotice.js';
import { ReturnDialog } from './ReturnDialog.js';
import styles from './Approval.module.css';

interface Props {
  kind: 'course' | 'path';
  /** The course or the path. */
  ownerId: string;
  version: LivingVersion;
  /** Mandatory: nobody publishes it alone. */
  twoPeople: boolean;
  /** Whether a draft or a review is open, so that no other can be begun. */
  openVersion: boolean;
  retire: { title: string; text: string };
  /** Other websites that its packages may use. */
  outsideHosts?: readonly string[];
  /** Saves what is still being typed; false when that did not work. */
  beforeStep?: () => Promise<boolean>;
  /** Asks what has to be known before a draft goes on, and then goes on. */
  release?: (step: ReleaseStep) => ReactNode;
}

export interface ReleaseStep {
  action: 'ask' | 'publish';
  busy: boolean;
  error: unknown;
  onGo: () => void;
  onClose: () => void;
}

const yellow: readonly LifeAction[] = ['ask', 'publish', 'approve'];

/** Where a version is on its way to people, and the next step for whoever looks at it. */
export function Approval({
  kind,
  ownerId,
  version,
  twoPeople,
  openVersion,
  retire,
  beforeStep,
  release,
  outsideHosts = [],
}: Props) {
  const { t } = useTexts(commonTexts);
  const me = useMe();
  const navigate = useNavigate();
  const step = useVersionStep(`${kind}-versions`, version.id);
  const start = useStartVersion(`${kind}s`, ownerId);
  const [asking, setAsking] = useState<'retire' | 'return' | 'ask' | 'publish' | null>(null);
  const rights = rightsOn(me, version, kind === 'course' ? 'courses.write' : 'paths.write');
  const actions = actionsOn(version, rights, twoPeople).filter((action) => action !== 'newVersion' || !openVersion);
  const { number } = version;

  const take = async (action: 'submit' | 'publish' | 'retire') => {
    if (action !== 'retire' && version.state === 'draft' && beforeStep && !(await beforeStep())) return;
    const said = action === 'submit' ? 'asked' : action === 'publish' ? 'published' : 'retired';
    step.mutate(action, {
      onSuccess: () => {
        toast(t(`life.toast.${said}`, { number }));
        setAsking(null);
      },
      onError: () => action === 'retire' && setAsking(null),
    });
  };
  const showDraft = () => {
    toast(t('life.toast.begun'));
    // Whichever version the address names, the draft is what comes next.
    void navigate('.');
  };
  const run: Record<LifeAction, () => void> = {
    ask: () => (release && version.state === 'draft' ? setAsking('ask') : void take('submit')),
    publish: () => (release && version.state === 'draft' ? setAsking('publish') : void take('publish')),
    approve: () => void take('publish'),
    return: () => setAsking('return'),
    takeBack: () => setAsking('return'),
    retire: () => setAsking('retire'),
    newVersion: () => start.mutate(undefined, { onSuccess: showDraft }),
  };
  const busy = step.isPending || start.isPending;
  const returned = (reason: string) =>
    step.mutate(
      { return: reason },
      {
        onSuccess: () => {
          setAsking(null);
          toast(t('life.toast.returned'));
        },
      },
    );
  return (
    <Section title={t('life.title')}>
      {(heading) => (
        <div className={styles.approval}>
          <RouteOutline labelledBy={heading} stops={approvalStops(version, rights, twoPeople, t)} />
          {outsideHosts.length > 0 && <Notice>{t('life.outside', { hosts: outsideHosts.join(', ') })}</Notice>}
          {(asking === null || asking === 'retire') && (
            <RefusalNotice error={step.error ?? start.error} version={version} />
          )}
          {version.state === 'in-review' && twoPeople && rights.mine && (
            <>
              <Button variant="here" wide aria-disabled aria-describedby={`${version.id}-why`}>
                {t('life.approve')}
              </Button>
              <span id={`${version.id}-why`}>
                <Hidden>{t('life.second')}</Hidden>
              </span>
            </>
          )}
          {actions.map((action, index) => (
            <Fragment key={action}>
              <Button
                wide
                variant={index === 0 && yellow.includes(action) ? 'here' : 'usual'}
                busy={busy}
                onClick={run[action]}
              >
                {t(`life.${action}`)}
              </Button>
              {action === 'newVersion' && version.state === 'published' && (
                <p className={styles.why}>{t('life.newVersionHint', { number })}</p>
              )}
            </Fragment>
          ))}
          {(asking === 'ask' || asking === 'publish') &&
            release?.({
              action: asking,
              busy: step.isPending,
              error: step.error,
              onGo: () => void take(asking === 'ask' ? 'submit' : 'publish'),
              onClose: () => setAsking(null),
            })}
          {asking === 'return' && (
            <ReturnDialog
              takeBack={rights.mine}
              busy={step.isPending}
              error={step.error}
              onReturn={returned}
              onClose={() => setAsking(null)}
            />
          )}
          {asking === 'retire' && (
            <Confirm
              {...retire}
              action={t('life.retire')}
              busy={step.isPending}
              onConfirm={() => void take('retire')}
              onClose={() => setAsking(null)}
            />
          )}
        </div>
      )}
    </Section>
  );
}
