import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './handover.module.css';
import { RunsAndWork } from './runs-and-work.tsx';

interface FactsProps {
  readonly facts: HandOverFacts;
}

/** What the next one has to know beside what they get. */
export function FactsPanels({ facts }: FactsProps) {
  return (
    <>
      <Blockers facts={facts} />
      <RunsAndWork facts={facts} />
      <Procedures facts={facts} />
      <Contacts facts={facts} />
      <Instructions facts={facts} />
    </>
  );
}

function Blockers({ facts: { blockers, member } }: FactsProps) {
  return (
    <Panel title={t('handover.blockers.title')} note={blockers.length || undefined}>
      {blockers.length === 0 ? (
        <p className={css['intro']}>{t('handover.blockers.none')}</p>
      ) : (
        <dl className={css['pairs']}>
          {blockers.map(({ what, who, reason, sinceMs, way }) => (
            <div key={`${what} ${way} ${who} ${sinceMs} ${reason}`}>
              <dt>{what}</dt>
              <dd>
                {[
                  t(`handover.blockers.${way}`, { who }),
                  reason,
                  t('handover.blockers.since', { when: formatDateTime(sinceMs, member.timeZone) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function Procedures({ facts: { sops } }: FactsProps) {
  if (sops.length === 0) return null;
  return (
    <Panel title={t('handover.sops.title')} note={sops.length}>
      <dl className={css['pairs']}>
        {sops.map(({ id, title, others }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd data-tone={others.length === 0 ? 'warn' : undefined}>
              {others.map(({ name, why }) => t(`handover.sops.${why}`, { name })).join(', ') ||
                t('handover.sops.nobody')}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Contacts({ facts: { contacts } }: FactsProps) {
  return (
    <Panel title={t('handover.contacts.title')} note={contacts.length || undefined}>
      {contacts.length === 0 ? (
        <p className={css['intro']}>{t('handover.contacts.none')}</p>
      ) : (
        <dl className={css['pairs']}>
          {contacts.map(({ name, about }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{about.join(', ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function Instructions({ facts: { instructions } }: FactsProps) {
  if (instructions.length === 0) return null;
  return (
    <Panel title={t('handover.instructions.title')} note={instructions.length}>
      <dl className={css['pairs']}>
        {instructions.map(({ text, isAgreed }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>{t(isAgreed ? 'handover.instructions.agreed' : 'handover.instructions.open')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
