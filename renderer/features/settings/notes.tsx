import css from './settings-view.module.css';

interface NotesProps {
  readonly notes: readonly { readonly name: string; readonly text: string }[];
}

/** Names at the left, what there is to know at the right. */
export function Notes({ notes }: NotesProps) {
  return (
    <dl>
      {notes.map(({ name, text }) => (
        <div key={name} className={css['note']}>
          <dt className={css['name']}>{name}</dt>
          <dd className={css['text']}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
