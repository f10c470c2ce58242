import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import css from './tabs.module.css';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly tabs: readonly {
    readonly value: T;
    readonly label: string;
    readonly count?: number | undefined;
  }[];
  /** The chosen tab's content. */
  readonly children: ReactNode;
}

export function Tabs<T extends string>({ label, value, onChange, tabs, children }: TabsProps<T>) {
  return (
    <Base.Root
      className={css['root']}
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Base.List className={css['list']} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={css['tab']}>
            {tab.label}
            {tab.count !== undefined && <span className={css['count']}>{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel className={css['panel']} value={value}>
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
