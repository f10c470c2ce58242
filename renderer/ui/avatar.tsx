import css from './avatar.module.css';

interface AvatarProps {
  readonly name: string;
  readonly size?: 'sm' | 'md' | undefined;
}

/** A person's initials. The name itself stands beside it or in its label. */
export function Avatar({ name, size = 'md' }: AvatarProps) {
  return (
    <span className={css['avatar']} data-size={size} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
