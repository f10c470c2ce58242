import type { Member } from '#shared/plan/member';
import type { Reader } from '#shared/sops/readers';
import { concernedBy, readersOf } from '#shared/sops/readers';
import type { SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { acknowledgements } from '../../../data/about-sops.ts';
import { useLive } from '../../../data/live.ts';
import { runsOfSop } from '../../../data/runs.ts';
import { formatAgo, formatDateTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { copyReminder } from './copy-reminder.ts';
import { today } from '../../../services/clock.ts';
import { useNow } from '../../../state/use-now.ts';
import { useSession } from '../../../state/session.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { SopTabProps } from '../sop-tab.ts';
import css from './readers.module.css';

/** Who has read or run the version in force, and who has not. */
export function ReadersTab({ plan, sop, versions }: SopTabProps) {
  const memberId = useSession((session) => session.memberId);
  const known = useLive(async () => {
    const [runs, read] = await Promise.all([runsOfSop(sop.id), acknowledgements(sop.id)]);
    return { runs, read };
  }, [sop.id]);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  const inForce = versionInForce(versions, today(zone));
  if (!inForce) return <p className={css['none']}>{t('sopVersions.readers.noVersion')}</p>;
  const concerned = concernedBy(sop, plan.members, plan.outcomes);
  if (concerned.length === 0) {
    return (
      <EmptyState title={t('sopVersions.readers.none')} text={t('sopVersions.readers.noneText')} />
    );
  }
  if (!known) return <LoadingState />;
  const readers = readersOf(concerned, versions, inForce, known);
  const knownCount = readers.filter(({ state }) => isKnown(state)).length;
  return (
    <div className={css['tab']}>
      <p className={css['summary']}>
        {t('sopVersions.readers.inForce', { number: inForce.number })}
        {' · '}
        {t('sopVersions.readers.known', { known: knownCount, count: readers.length })}
      </p>
      <ul>
        {readers.map((reader) => {
          const member = plan.memberById.get(reader.memberId);
          return (
            member && (
              <ReaderLine
                key={member.id}
                reader={reader}
                member={member}
                version={inForce}
                zone={zone}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}

const isKnown = ({ kind }: Reader['state']): boolean => kind === 'ran' || kind === 'read';

const TONES: Readonly<Record<Reader['state']['kind'], Tone>> = {
  ran: 'good',
  read: 'good',
  behind: 'warn',
  new: 'neutral',
};

interface ReaderLineProps {
  readonly reader: Reader;
  readonly member: Member;
  readonly version: SopVersion;
  readonly zone: string;
}

function ReaderLine({ reader: { state }, member, version, zone }: ReaderLineProps) {
  const nowMs = useNow();
  const atMs = 'atMs' in state ? state.atMs : null;
  return (
    <li className={css['line']}>
      <Avatar name={member.name} />
      <span className={css['who']}>
        <span className={css['name']}>{member.name}</span>
        <span className={css['hint']}>{aboutWords(state, zone)}</span>
      </span>
      <span data-tooltip={atMs === null ? undefined : formatDateTime(atMs, zone)}>
        <Badge tone={TONES[state.kind]}>{stateWords(state, nowMs)}</Badge>
      </span>
      {state.kind === 'behind' && (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`${t('sopVersions.readers.remind')}: ${member.name}`}
          onClick={() => void copyReminder(member, version)}
        >
          {t('sopVersions.readers.remind')}
        </Button>
      )}
    </li>
  );
}

function stateWords(state: Reader['state'], nowMs: number): string {
  switch (state.kind) {
    case 'ran':
      return t('sopVersions.readers.ran', { when: formatAgo(state.atMs, nowMs) });
    case 'read':
      return t('sopVersions.readers.readIt', { when: formatAgo(state.atMs, nowMs) });
    case 'behind':
      return t('sopVersions.readers.notYet');
    case 'new':
      return t('sopVersions.readers.never');
  }
}

function aboutWords(state: Reader['state'], zone: string): string {
  if (state.kind === 'new') return t('sopVersions.readers.first');
  if (state.kind !== 'behind') return formatDateTime(state.atMs, zone);
  const knows = t('sopVersions.readers.knows', { number: state.number });
  return state.lastRunMs === null ? knows : `${knows}, ${formatDateTime(state.lastRunMs, zone)}`;
}
