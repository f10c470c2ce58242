/** Codes, counts and times; never a name, an address, a token or anything a person wrote. */
export type ReceiverLog = (
  event: string,
  detail: Readonly<Record<string, string | number>>,
) => void;
