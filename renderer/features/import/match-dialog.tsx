import type { NameTarget } from '#shared/imports/mapping';
import { nameKey } from '#shared/imports/mapping';
import { resolveTable } from '#shared/imports/resolve-draft';
import type { ResolvedName } from '#shared/imports/resolve-names';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { changeMapping } from './change-table.ts';
import type { OpenTable } from './import-flow.ts';
import css from './match-dialog.module.css';
import { NamesTable } from './names-table.tsx';

export interface MatchDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly table: OpenTable;
  readonly plan: Plan;
  readonly kind: 'member' | 'outcome';
}

/** Each name in a column, and what it stands for here. */
export function MatchDialog(props: MatchDialogProps) {
  const { isOpen, onClose, kind } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t(`import.match.${kind}Title`)}
      description={t(`import.match.${kind}Text`)}
      size="lg"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('import.match.done')}
        </Button>
      }
    >
      <NameList {...props} />
    </Dialog>
  );
}

const NEW = 'new';
const NOBODY = 'nobody';

function targetOf(option: string, name: string): NameTarget {
  if (option === NOBODY) return { isNobody: true };
  return option === NEW ? { newName: name } : { id: option };
}

const matchOf = (
  matches: Readonly<Record<string, NameTarget>>,
  name: string,
): NameTarget | null => {
  const key = nameKey(name);
  return Object.hasOwn(matches, key) ? (matches[key] ?? null) : null;
};

const optionFor = (
  target: ResolvedName | undefined,
  known: readonly { readonly id: string }[],
): string =>
  target && (target.isNear || known.some(({ id }) => id === target.id)) ? target.id : NEW;

/** The commonest; a column with more names than this holds something other than names. */
const NAMES_SHOWN = 200;

function NameList({ table: { draft, mapping }, plan, kind }: MatchDialogProps) {
  if (!draft) return null;
  const isMember = kind === 'member';
  const names = isMember ? draft.memberNames : draft.outcomeNames;
  const resolved = resolveTable(draft, mapping, plan);
  const { byKey } = isMember ? resolved.members : resolved.outcomes;
  const known = isMember
    ? plan.members.filter((each) => !each.isGone)
    : plan.outcomes.filter((each) => !each.isArchived);
  const match = (name: string, to: NameTarget): void => {
    const matches = { ...mapping[kind].matches, [nameKey(name)]: to };
    changeMapping({ ...mapping, [kind]: { ...mapping[kind], matches } });
  };
  return (
    <>
      <NamesTable
        names={names.slice(0, NAMES_SHOWN)}
        renderTarget={(name) => {
          const target = byKey.get(nameKey(name));
          const chosen = matchOf(mapping[kind].matches, name);
          const isNobody = chosen !== null && 'isNobody' in chosen;
          return (
            <>
              <Select
                label={t('import.match.targetFor', { name })}
                isLabelHidden
                value={isNobody ? NOBODY : optionFor(target, known)}
                onChange={(option) => match(name, targetOf(option, name))}
                options={[
                  { value: NEW, label: t('import.match.new', { name }) },
                  ...(target?.isNew && target.isNear
                    ? [{ value: target.id, label: t('import.match.new', { name: target.name }) }]
                    : []),
                  ...(isMember ? [{ value: NOBODY, label: t('import.match.nobody') }] : []),
                  ...known.map((each) => ({ value: each.id, label: each.name })),
                ]}
              />
              {target?.isNear && <span className={css['near']}>{t('import.match.near')}</span>}
            </>
          );
        }}
      />
      {names.length > NAMES_SHOWN && (
        <p className={css['more']}>
          {t('import.match.more', { count: names.length - NAMES_SHOWN })}
        </p>
      )}
    </>
  );
}
