import type { Block, Deliverable } from '#shared/deliverables/deliverable';
import { openBlock } from '#shared/deliverables/deliverable';
import type { Member } from '#shared/plan/member';
import { bridge } from '../bridge.ts';
import type { Plan } from '../data/plan.ts';
import { workTitle } from '../i18n/entry-words.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';
import { memberDays } from './work-clocks.ts';

/** Whom to ask about a wait: a name, or empty where only the kind of person is known. */
export function whomToAsk(work: Deliverable, block: Block, plan: Plan): string {
  const named = plan.memberById.get(block.whoId);
  if (named) return named.name;
  if (block.on === 'manager') return managerOf(work, plan)?.name ?? '';
  if (block.on !== 'client') return '';
  return work.client || (plan.outcomeById.get(work.outcomeId)?.client ?? '');
}

/** Who gave the work out, else the workspace's only manager. */
function managerOf(work: Deliverable, plan: Plan): Member | undefined {
  const managers = plan.members.filter(({ seat, isGone }) => seat === 'manager' && !isGone);
  return managers.find(({ id }) => id === work.assignedById) ?? managers[0];
}

/** A polite reminder of what work waits for, ready to be pasted wherever people talk. */
function reminderText(work: Deliverable, block: Block, plan: Plan): string {
  const name = whomToAsk(work, block, plan);
  const unit = plan.outcomeById.get(work.outcomeId)?.unit ?? t('log.items');
  const title = workTitle(work, unit);
  const member = plan.memberById.get(work.memberId);
  const since = member ? formatDay(memberDays(member, plan.calendarById).dayAt(block.fromMs)) : '';
  const wanted = block.wanted || block.reason;
  const hello =
    name === '' ? t('log.ask.hello') : t('log.ask.helloTo', { name: firstName(name, block) });
  return [
    hello,
    t('log.ask.waits', { title, since }),
    wanted === '' ? '' : t('log.ask.wanted', { wanted }),
    t('log.ask.please'),
    member?.name ?? '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** People are greeted by their first name; a client's company by all of it. */
const firstName = (name: string, { on }: Block): string =>
  on === 'client' ? name : (name.split(' ')[0] ?? name);

/** Puts the reminder on the clipboard and says so. */
export async function askAgain(work: Deliverable, plan: Plan): Promise<void> {
  const block = openBlock(work);
  if (!block) return;
  const copied = await bridge.copyText({ text: reminderText(work, block, plan) });
  if (!copied.ok) return announceFailure(copied.error);
  const name = whomToAsk(work, block, plan);
  showToast({
    title: name === '' ? t('log.ask.copied') : t('log.ask.copiedFor', { name }),
    text: t('log.ask.paste'),
  });
}
