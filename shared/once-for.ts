/** Computes something of an object once, for as long as the object is in use. The object must not change. */
export function onceFor<Of extends object, Answer>(
  compute: (of: Of) => Answer,
): (of: Of) => Answer {
  const held = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const known = held.get(of);
    if (known) return known.answer;
    const answer = compute(of);
    held.set(of, { answer });
    return answer;
  };
}
