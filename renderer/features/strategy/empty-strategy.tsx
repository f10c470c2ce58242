import { useState } from 'react';
import { CASCADE_LEVELS } from '#shared/plan/cascade';
import type { QuarterKey } from '#shared/plan/priority';
import { t } from '../../i18n/text.ts';
import { announceFailure, announceSaved } from '../../services/announce.ts';
import { addBranches, addIntent } from '../../services/strategy.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './empty-strategy.module.css';
import { ExampleDialog } from './example-dialog.tsx';
import { exampleStrategy } from './example.ts';
import { LevelIcon } from './level-icon.tsx';
import { setActive } from './tree-state.ts';

/** Before there is anything: what the levels are, the first goal, or an example to change. */
export function EmptyStrategy({ quarter }: { readonly quarter: QuarterKey }) {
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isExampleShown, setIsExampleShown] = useState(false);
  const addGoal = async () => {
    if (name.trim() === '') {
      setIsMissing(true);
      return;
    }
    const fields = { name: name.trim(), order: 0 };
    const { id, saved } = await addIntent({ level: 'goal', parentId: '', fields });
    if (saved.ok) setActive(id);
    else announceFailure(saved.error);
  };
  const addExample = async () => {
    setIsExampleShown(false);
    const label = t('strategy.undo.example');
    announceSaved(t('strategy.told.example'), await addBranches(label, exampleStrategy(quarter)));
  };
  return (
    <div className={css['empty']}>
      <div>
        <h2 className={css['title']}>{t('strategy.empty.title')}</h2>
        <p className={css['text']}>{t('strategy.empty.text')}</p>
      </div>
      <ol className={css['levels']}>
        {CASCADE_LEVELS.map((level, at) => (
          <li key={level} className={css['level']} style={{ '--depth': at }}>
            <LevelIcon level={level} />
            <span className={css['levelName']}>{t(`strategy.level.${level}`)}</span>
            <span className={css['text']}>{t(`strategy.empty.${level}`)}</span>
          </li>
        ))}
      </ol>
      <form
        className={css['first']}
        onSubmit={(event) => {
          event.preventDefault();
          void addGoal();
        }}
      >
        <TextField
          label={t('strategy.empty.first')}
          value={name}
          placeholder={t('strategy.example.goal')}
          error={isMissing ? t('strategy.problem.name-missing') : undefined}
          onChange={(text) => {
            setName(text);
            setIsMissing(false);
          }}
        />
        <Button type="submit" variant="primary">
          {t('strategy.add.goal')}
        </Button>
        <Button onClick={() => setIsExampleShown(true)}>{t('strategy.empty.example')}</Button>
      </form>
      {isExampleShown && (
        <ExampleDialog
          branches={exampleStrategy(quarter)}
          quarter={quarter}
          onAdd={() => void addExample()}
          onClose={() => setIsExampleShown(false)}
        />
      )}
    </div>
  );
}
