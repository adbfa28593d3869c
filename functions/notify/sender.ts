import type { Phone } from "../../shared/kernel/fields.ts";
import type { TemplateName } from "./texts.ts";

/** `id` stays the same however often we try. A gateway that wants registered templates takes `template` and `params`. */
export type Text = {
  id: string;
  to: Phone;
  text: string;
  template: TemplateName;
  params: Readonly<Record<string, string>>;
};

/** `not-sent` only when that is certain: whoever cannot tell says `unknown`, and then nobody tries again. */
export type Sent = "sent" | "not-sent" | "unknown";

/** Two exist: the operator's gateway, and the outbox of the local platform. */
export type Sender = { send(message: Text): Promise<Sent> };
