import type { QuarterKey } from '#shared/plan/priority';
import { t } from '../../i18n/text.ts';
import type { IntentBranch, IntentFields } from '../../services/strategy.ts';

/**
 * A first strategy to begin from, for a team that answers customers and keeps a catalogue. Everything
 * it will add is in it: nothing else is written.
 */
export function exampleStrategy(quarter: QuarterKey): readonly IntentBranch[] {
  return [
    {
      level: 'goal',
      fields: named('goal'),
      children: [
        {
          level: 'priority',
          fields: { ...named('fast'), quarter },
          children: [
            {
              level: 'objective',
              fields: { ...named('support'), team: t('strategy.example.supportTeam') },
              children: [
                keyResult('answers', {
                  source: 'measure',
                  measure: 'slaCompliance',
                  start: 0.8,
                  target: 0.95,
                }),
                keyResult('satisfied', {
                  source: 'hand',
                  unit: t('strategy.example.satisfiedUnit'),
                  start: 4.2,
                  target: 4.6,
                }),
              ],
            },
          ],
        },
        {
          level: 'priority',
          fields: { ...named('catalogue'), quarter },
          children: [
            {
              level: 'objective',
              fields: { ...named('listings'), team: t('strategy.example.listingsTeam') },
              children: [
                keyResult('live', {
                  source: 'measure',
                  measure: 'quantity',
                  unit: t('strategy.example.liveUnit'),
                  target: 1200,
                }),
                keyResult('right', { source: 'measure', measure: 'accuracy', target: 0.99 }),
              ],
            },
          ],
        },
      ],
    },
  ];
}

type Line =
  | 'goal'
  | 'fast'
  | 'support'
  | 'answers'
  | 'satisfied'
  | 'catalogue'
  | 'listings'
  | 'live'
  | 'right';

const named = (line: Line) => ({
  name: t(`strategy.example.${line}`),
  why: t(`strategy.example.${line}Why`),
});

const keyResult = (line: Line, fields: Omit<IntentFields, 'name'>): IntentBranch => ({
  level: 'keyResult',
  fields: { ...named(line), ...fields },
  children: [],
});
