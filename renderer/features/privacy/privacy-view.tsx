import '../../i18n/view-words.ts';
import { useEffect, useState } from 'react';
import type { StoredPlace } from '#shared/unsent-changes';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { PageColumns } from '../../ui/page-columns.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Facts } from './facts.tsx';
import { NextBatch } from './next-batch.tsx';
import css from './privacy.module.css';
import { ProblemLog } from './problem-log.tsx';
import { sentFacts } from './sent-facts.ts';

const NEVER = ['screen', 'keys', 'idle', 'others', 'camera', 'place', 'telemetry'] as const;

/** Everything that is stored and sent, to whom, and what never is. */
export function PrivacyView() {
  const { workspace, sync, start } = useSessionOf('workspace', 'sync', 'start');
  const places = usePlaces();
  const pathOf = (what: StoredPlace['what']) => places.find((each) => each.what === what)?.path;
  return (
    <Page title={t('privacy.title')} width="columns">
      <PageColumns
        first={
          workspace && (
            <Panel title={t('privacy.next.title')}>
              <p className={css['lead']}>{t('privacy.next.text')}</p>
              <NextBatch workspace={workspace.id} />
            </Panel>
          )
        }
        second={
          <>
            <Panel title={t('privacy.sent.title')}>
              <Facts facts={sentFacts({ sync, updateUrl: start?.settings.updateUrl ?? null })} />
            </Panel>
            <Panel title={t('privacy.stored.title')}>
              <Facts
                facts={[
                  {
                    name: t('privacy.stored.journal'),
                    text: t('privacy.stored.journalText'),
                    path: pathOf('journal'),
                  },
                  {
                    name: t('privacy.stored.database'),
                    text: t('privacy.stored.databaseText'),
                    path: pathOf('database'),
                  },
                  {
                    name: t('privacy.stored.key'),
                    text: t(
                      start?.keyProtection === 'system'
                        ? 'privacy.stored.keySystem'
                        : 'privacy.stored.keyFile',
                    ),
                  },
                  {
                    name: t('privacy.stored.settings'),
                    text: t('privacy.stored.settingsText'),
                    path: pathOf('settings'),
                  },
                  { name: t('privacy.stored.drafts'), text: t('privacy.stored.draftsText') },
                  {
                    name: t('privacy.stored.log'),
                    text: t('privacy.stored.logText'),
                    path: pathOf('log'),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('privacy.never.title')}>
              <ul className={css['never']}>
                {NEVER.map((what) => (
                  <li key={what}>{t(`privacy.never.${what}`)}</li>
                ))}
              </ul>
              <p className={css['muted']}>{t('privacy.never.text')}</p>
            </Panel>
            <Panel title={t('privacy.problems.title')}>
              <ProblemLog />
            </Panel>
          </>
        }
      />
    </Page>
  );
}

function usePlaces(): readonly StoredPlace[] {
  const [places, setPlaces] = useState<readonly StoredPlace[]>([]);
  useEffect(() => {
    void bridge.storedPlaces().then((found) => found.ok && setPlaces(found.value));
  }, []);
  return places;
}
