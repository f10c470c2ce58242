/** The plan from goal to outcome. */
export const strategy = {
  title: 'Strategy',
  level: {
    goal: 'Goal',
    priority: 'Priority',
    objective: 'Objective',
    keyResult: 'Key result',
    outcome: 'Outcome',
    role: 'Role',
  },
  thread: {
    label: 'What this is for: {{path}}',
    title: 'What this is for',
    why: 'Why: {{why}}',
    owner: 'Owner: {{name}}',
    open: 'Show in the strategy: {{name}}',
    unset: {
      outcome: 'No outcome',
      role: 'No role',
      keyResult: 'Serves no key result yet',
      objective: 'In no objective yet',
      priority: 'For no priority yet',
      goal: 'For no goal yet',
    },
    gone: {
      outcome: 'Its outcome is not in the plan',
      role: 'Its role is not in the plan',
      keyResult: 'Its key result is not in the plan any more',
      objective: 'Its objective is not in the plan any more',
      priority: 'Its priority is not in the plan any more',
      goal: 'Its goal is not in the plan any more',
    },
  },
} as const;
