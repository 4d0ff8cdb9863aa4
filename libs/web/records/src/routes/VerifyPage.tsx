import { brand, isProblem, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Doorway,
  Empty,
  Form,
  FormActions,
  Notice,
  PageHeader,
  Skeleton,
  SkeletonBlock,
  TextField,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { certificateQuery } from '../api/certificate.js';
import { CertificateSign } from '../components/CertificateSign.js';
import { recordsTexts } from '../texts.js';

/** Where anybody who was shown a certificate sees whether it holds. Nobody has to sign in. */
export function VerifyPage() {
  const { t } = useTexts(recordsTexts);
  const { code } = useParams();
  usePageTitle(t('verify.title'));
  return <Doorway brand={brand}>{code ? <Checked key={code} code={code} /> : <AskForCode />}</Doorway>;
}

function AskForCode() {
  const { t } = useTexts(recordsTexts);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (code.trim()) void navigate(paths.verifyCode(encodeURIComponent(code.trim())));
  };
  return (
    <>
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <Form onSubmit={submit} label={t('verify.title')}>
        <TextField
          label={t('verify.code')}
          hint={t('verify.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={tried && !code.trim() ? t('verify.missing') : null}
        />
        <FormActions>
          <Button type="submit" variant="main">
            {t('verify.check')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function Checked({ code }: { code: string }) {
  const { t } = useTexts(recordsTexts);
  const { data, error, isFetching, refetch } = useQuery(certificateQuery(code));
  const another = <Link to={paths.verify}>{t('verify.another')}</Link>;
  if (data) return <CertificateSign certificate={data} another={another} />;
  if (isProblem(error, 'not-found'))
    return (
      <>
        <PageHeader title={t('verify.title')} />
        <Empty
          plain
          level={2}
          title={t('verify.notFound')}
          text={t('verify.notFoundText', { code })}
          action={another}
        />
      </>
    );
  return (
    <>
      <PageHeader title={t('verify.title')} />
      {error ? (
        <Notice tone="danger">{problemText(error)}</Notice>
      ) : (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={180} />
        </Skeleton>
      )}
      {error && (
        <FormActions>
          <Button variant="main" busy={isFetching} onClick={() => void refetch()}>
            {t('verify.again')}
          </Button>
          {another}
        </FormActions>
      )}
    </>
  );
}
