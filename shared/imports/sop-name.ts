/** A file's name as a title: `refund-a_customer.md` becomes `Refund a customer`. */
export function titleFromFile(fileName: string): string {
  const words = fileName
    .slice(0, 200)
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
