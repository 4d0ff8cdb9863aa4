import type { SupplierPreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { supplierTexts } from '../texts/suppliers.js';
import styles from './suppliers.module.css';

/** Step by step what inviting does, in the order in which it happens. */
export function WhatHappens({ preview }: { preview: SupplierPreview }) {
  const { t } = useTexts(supplierTexts);
  const { organisation: o, coordinator: c, employeeNumber, way, address, holds } = preview;
  const names = { name: c.name, organisation: o.name };
  const tier = o.tier ?? 1;
  const steps = holds
    ? [t('step.holds', names)]
    : [
        !o.isNew
          ? t('step.uses', { name: o.name })
          : o.parentName
            ? t('step.createBelow', { name: o.name, tier, parent: o.parentName })
            : t('step.create', { name: o.name, tier }),
        c.isNew ? t('step.enter', { ...names, number: employeeNumber ?? '' }) : t('step.known', names),
        t('step.role', names),
        way === 'told' && !address ? t('step.toldSilently') : t(`step.${way}`, { address: address ?? '' }),
      ];
  return (
    <Section title={t('will')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Section>
  );
}
