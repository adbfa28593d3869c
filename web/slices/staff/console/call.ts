// The call that is going on: the ticket, whom it is about, and what every part of the page does when they change.
import type { Caller, TicketView } from "../../../../shared/helpline/contract.ts";
import type { PlainDate } from "../../../../shared/kernel/calendar.ts";
import type { Lang } from "../../../messages/both.ts";
import type { ConsoleWords } from "./words.ts";

export type Call = {
  words: ConsoleWords;
  lang: Lang;
  today(): PlainDate;
  ticket(): TicketView;
  caller(): Caller | undefined;
  /** The newest of ticket and caller: everything that shows them is drawn again. */
  show(next: { ticket?: TicketView; caller?: Caller | undefined }): void;
  /** An answer and a code are kept on the ticket: it is one version further. */
  moved(): void;
  /** Asks for both again: somebody else changed them. */
  again(): Promise<void>;
  /** It is not mine any more: nothing of the person stays on the screen. */
  left(why: string): void;
};
