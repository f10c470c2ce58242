import { ArrowLeft, Copy, Pencil, Printer, UserRound } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../../bridge.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { TranslateButton } from '../../app/parts/translations/translate-button.tsx';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.ts';
import { RoleDialog } from './role-dialog.tsx';
import { describeRole } from './role-description.ts';
import type { DescribedOutcome } from './role-description.ts';
import { roleMarkdown } from './role-markdown.ts';
import css from './role-page.module.css';

interface RolePageProps {
  readonly plan: Plan;
  readonly roleId: string;
}

const back = () => go('outcomes', { tab: 'roles' });

/** A role as a description that one hands to who holds it: what they answer for, and how that is told. */
export function RolePage({ plan, roleId }: RolePageProps) {
  const [isEditing, setIsEditing] = useState(false);
  const role = plan.roleById.get(roleId);
  if (!role) {
    return (
      <Page title={t('outcomes.tabs.roles')}>
        <EmptyState
          icon={<UserRound aria-hidden />}
          title={t('roles.page.gone')}
          text={t('roles.page.goneText')}
          action={<Button onClick={back}>{t('roles.page.back')}</Button>}
        />
      </Page>
    );
  }
  const description = describeRole(role, plan);
  return (
    <Page
      title={description.name}
      subtitle={
        <Button
          size="sm"
          variant="quiet"
          className={css['back']}
          icon={<ArrowLeft size={14} aria-hidden />}
          onClick={back}
        >
          {t('roles.page.back')}
        </Button>
      }
      width="reading"
      actions={
        <>
          <TranslateButton item={{ type: 'role', id: role.id, name: role.name }} />
          <Button
            icon={<Copy size={14} aria-hidden />}
            onClick={() => void copy(roleMarkdown(description))}
          >
            {t('roles.page.copy')}
          </Button>
          <Button icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>
            {t('roles.page.print')}
          </Button>
          <Button
            variant="primary"
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => setIsEditing(true)}
          >
            {t('roles.edit')}
          </Button>
        </>
      }
    >
      <article className={css['sheet']}>
        <h1 className={css['printTitle']}>{description.name}</h1>
        <p className={css['people']}>{description.people}</p>
        {description.why !== '' && <p className={css['why']}>{description.why}</p>}
        <h2 className={css['heading']}>{t('roles.page.answersFor')}</h2>
        {description.outcomes.length === 0 && <p>{t('roles.page.nothing')}</p>}
        <ol className={css['outcomes']}>
          {description.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <RoleOutcome outcome={outcome} />
            </li>
          ))}
        </ol>
      </article>
      {isEditing && <RoleDialog plan={plan} role={role} onClose={() => setIsEditing(false)} />}
    </Page>
  );
}

function RoleOutcome({ outcome }: { readonly outcome: DescribedOutcome }) {
  return (
    <section className={css['outcome']} aria-label={outcome.name}>
      <p className={css['statement']}>{outcome.statement}</p>
      <button
        type="button"
        className={css['name']}
        onClick={() => go('outcome', { id: outcome.id })}
      >
        {outcome.name}
      </button>
      <dl className={css['facts']}>
        {outcome.facts.map(({ label, lines }) => (
          <div key={label} className={css['fact']}>
            <dt>{label}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

async function copy(text: string): Promise<void> {
  const copied = await bridge.copyText({ text });
  if (copied.ok) showToast({ title: t('roles.page.copied') });
  else announceFailure(copied.error);
}
