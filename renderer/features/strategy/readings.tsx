import { X } from 'lucide-react';
import { useState } from 'react';
import type { KeyResultNode } from '#shared/plan/cascade';
import { quarterDays } from '#shared/plan/priority';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { addReading, deleteReading } from '../../services/strategy.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { amountSuffix, amountText, storedAmount } from './amounts.ts';
import css from './item-panel.module.css';
import type { RowFacts } from './tree-row.tsx';
import type { Strategy } from './use-strategy.ts';
import { ValueChart } from './value-chart.tsx';
import { valuePoints } from './value-points.ts';

interface ReadingsProps {
  readonly node: KeyResultNode;
  readonly strategy: Strategy;
  readonly facts: RowFacts;
}

/** How its value went over the quarter; told by hand, a field for today's. */
export function Readings({ node, strategy, facts }: ReadingsProps) {
  const { item } = node;
  const currency = facts.plan.workspace?.currency ?? 'USD';
  const days = quarterDays(strategy.cascade.quarter);
  const points = valuePoints(node, strategy.rows, { days, today: facts.today });
  const say = (value: number) => amountText(item, value, currency);
  const own = facts.progress.keyResults.get(item.id);
  return (
    <section aria-label={t('strategy.readings')} className={css['section']}>
      <h3 className={css['heading']}>{t('strategy.readings')}</h3>
      {points.length > 0 && (
        <ValueChart
          label={t('strategy.readingsOf', { name: item.name })}
          points={points}
          days={days}
          today={facts.today}
          start={item.start}
          target={item.target}
          format={say}
        />
      )}
      {item.source.kind === 'hand' ? (
        <>
          <CheckIn node={node} facts={facts} />
          <ReadingList node={node} facts={facts} />
        </>
      ) : (
        <p className={css['note']}>
          {own && own.n !== null && own.n > 0
            ? t('strategy.fromLog', { count: own.n })
            : t('strategy.fromLogNothing')}
        </p>
      )}
    </section>
  );
}

function CheckIn({ node: { item }, facts }: Omit<ReadingsProps, 'strategy'>) {
  const [value, setValue] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const currency = facts.plan.workspace?.currency ?? 'USD';
  const submit = async () => {
    if (value === null) return;
    const saved = await addReading(item, {
      day: facts.today,
      value: storedAmount(item, value, currency),
      note,
    });
    if (announceSaved(t('strategy.told.reading', { name: item.name }), saved)) {
      setValue(null);
      setNote('');
    }
  };
  return (
    <form
      className={css['checkIn']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NumberField
        label={t('strategy.valueToday')}
        value={value}
        onChange={setValue}
        suffix={amountSuffix(item, currency)}
      />
      <TextField label={t('strategy.note')} value={note} onChange={setNote} />
      <Button type="submit" isDisabled={value === null}>
        {t('strategy.checkIn')}
      </Button>
    </form>
  );
}

function ReadingList({ node: { item }, facts: { plan } }: Omit<ReadingsProps, 'strategy'>) {
  const currency = plan.workspace?.currency ?? 'USD';
  return (
    <ul>
      {item.readings.toReversed().map((reading) => (
        <li key={reading.id} className={css['reading']}>
          <span className={css['note']}>{formatDay(reading.day)}</span>
          <strong>{amountText(item, reading.value, currency)}</strong>
          <span className={css['readingNote']}>
            {[reading.note, plan.memberById.get(reading.byId)?.name].filter(Boolean).join(' · ')}
          </span>
          <IconButton
            size="sm"
            label={t('strategy.deleteReading', { day: formatDay(reading.day) })}
            icon={<X aria-hidden />}
            onClick={() =>
              void deleteReading(item, reading.id).then((saved) =>
                announceSaved(t('strategy.told.readingDeleted'), saved),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
