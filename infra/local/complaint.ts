/** Something the person at the keyboard can put right. It is shown as one line, without a stack. */
export class Complaint extends Error {}

/** One line, and the command has failed. */
export function complain(text: string): never {
  console.error(text);
  process.exit(1);
}
