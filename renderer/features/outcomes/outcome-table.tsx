import { MoreHorizontal } from 'lucide-react';
import type { DayKey } from '#shared/day';
import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { setOutcomeArchived } from '../../services/plan.ts';
import { outcomeDraftKey, useOutcomeDrafts } from '../../state/outcome-drafts.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MeasureCell } from './measure-cell.tsx';
import type { OutcomeGroup } from './outcome-groups.ts';
import css from './outcome-table.module.css';
import { OwnerCell } from './owner-cell.tsx';
import type { ReadMonth } from './use-readings.ts';

interface OutcomeTableProps {
  readonly plan: Plan;
  readonly group: OutcomeGroup;
  /** Tables below the first have the same columns: their headings are only read out. */
  readonly isFirst: boolean;
  readonly today: DayKey;
  readonly read: ReadMonth;
}

const COLUMNS = ['outcome', 'measures', 'owner', 'people', 'sops'] as const;

export function OutcomeTable({ group, isFirst, ...row }: OutcomeTableProps) {
  return (
    <Panel title={group.title} note={group.outcomes.length}>
      <table className={css['table']}>
        <colgroup>
          {COLUMNS.map((key) => (
            <col key={key} className={css[key]} />
          ))}
          <col className={css['actions']} />
        </colgroup>
        <thead className={isFirst ? undefined : css['hidden']}>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {key === 'measures' ? (
                  <span className={css['measuresHead']}>
                    {t('outcomes.column.measures')}
                    <span>{t('outcomes.column.reading')}</span>
                  </span>
                ) : (
                  t(`outcomes.column.${key}`)
                )}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('outcomes.column.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.outcomes.map((outcome) => (
            <OutcomeRow key={outcome.id} {...row} outcome={outcome} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface OutcomeRowProps extends Pick<OutcomeTableProps, 'plan' | 'today' | 'read'> {
  readonly outcome: Outcome;
}

function OutcomeRow({ plan, outcome, today, read }: OutcomeRowProps) {
  const members = outcome.memberIds.flatMap((id) => plan.memberById.get(id) ?? []);
  const present = members.filter((member) => !member.isGone).map((member) => member.name);
  const sops = plan.sops.filter((sop) => sop.outcomeId === outcome.id && !sop.isArchived);
  const currency = plan.workspace?.currency ?? 'USD';
  const draftKey = outcomeDraftKey(plan.workspace?.id ?? '', outcome.id);
  const isUnsaved = useOutcomeDrafts((held) => held[draftKey] !== undefined);
  return (
    <tr className={css['row']} data-archived={outcome.isArchived || undefined}>
      <td>
        <button
          type="button"
          className={css['name']}
          onClick={() => go('outcome', { id: outcome.id })}
        >
          {outcome.name}
        </button>
        {outcome.isArchived && <Badge>{t('outcomes.archivedBadge')}</Badge>}
        {isUnsaved && <Badge tone="accent">{t('outcomes.unsavedBadge')}</Badge>}
        <p className={css['statement']}>{outcome.statement}</p>
      </td>
      <td>
        <MeasureCell outcome={outcome} currency={currency} today={today} read={read} />
      </td>
      <td>
        <OwnerCell outcome={outcome} plan={plan} />
      </td>
      <td>
        {present.length > 0 ? (
          present.join(', ')
        ) : (
          <span className={css['none']}>{t('outcomes.nobody')}</span>
        )}
      </td>
      <td>
        {sops.length === 0 && <span className={css['none']}>{t('outcomes.noSop')}</span>}
        {sops.map((sop) => (
          <button
            key={sop.id}
            type="button"
            className={css['link']}
            onClick={() => go('sops', { sopId: sop.id })}
          >
            {sop.title || t('sops.untitled')}
            {sop.publishedVersion === 0 && (
              <span className={css['draft']}>{t('outcomes.draftSop')}</span>
            )}
          </button>
        ))}
      </td>
      <td>
        <OutcomeMenu outcome={outcome} />
      </td>
    </tr>
  );
}

function OutcomeMenu({ outcome }: Pick<OutcomeRowProps, 'outcome'>) {
  const { id, name, isArchived } = outcome;
  const archive = async () => {
    const done = isArchived ? 'outcomes.undo.restored' : 'outcomes.undo.archived';
    announceSaved(t(done, { name }), await setOutcomeArchived(outcome, !isArchived));
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          label={t('outcomes.moreMenu', { name })}
          icon={<MoreHorizontal size={16} aria-hidden />}
        />
      }
      items={[
        {
          key: 'edit',
          label: t('outcomes.edit'),
          onSelect: () => go('outcome', { id }),
        },
        {
          key: 'sop',
          label: t('outcomes.writeSop'),
          onSelect: () => go('sops', { new: '1', outcomeId: id }),
        },
        {
          key: 'entries',
          label: t('outcomes.seeEntries'),
          onSelect: () => go('entries', { outcomeId: id, stage: 'all' }),
        },
        { key: 'rule', kind: 'separator' },
        {
          key: 'archive',
          label: isArchived ? t('outcomes.restore') : t('outcomes.archive'),
          onSelect: () => void archive(),
        },
      ]}
    />
  );
}
