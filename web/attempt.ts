// One opened form is one attempt: however often it is sent, it is received once (design 3).
import { keepInTab, keptInTab } from "./tab.ts";

/** A random UUID. crypto.randomUUID came with Chromium 92, and only over https. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export type Attempt = {
  /** The Idempotency-Key: the same over retries, reloads and signing in again. */
  key(): string;
  /** After a receipt, or when the person wants to send something else than what was received. */
  end(): void;
};

/** The attempt of a form, for instance `change.phone`. Where storage is forbidden it lasts as long as the page. */
export function attemptFor(form: string): Attempt {
  const name = `attempt:${form}`;
  let key = "";
  const store = (value: string) => {
    key = value;
    keepInTab(name, value);
  };
  return {
    key: () => {
      if (!key) store(keptInTab(name) || newUuid());
      return key;
    },
    end: () => store(""),
  };
}
