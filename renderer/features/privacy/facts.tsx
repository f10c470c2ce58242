import css from './privacy.module.css';

interface FactsProps {
  readonly facts: readonly {
    readonly name: string;
    readonly text: string;
    /** Where it lies on this computer. */
    readonly path?: string | undefined;
  }[];
}

/** What there is at the left; what becomes of it at the right. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl>
      {facts.map(({ name, text, path }) => (
        <div key={name} className={css['fact']}>
          <dt>{name}</dt>
          <dd>
            {text}
            {path !== undefined && <code className={css['path']}>{path}</code>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
