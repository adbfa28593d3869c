// What comes for somebody, when and why, what they were told, and how they want to be told.
import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { Reminders } from "./shown.ts";
import { Settings } from "./wanted.ts";

export const readReminders = {
  method: "GET",
  path: "/reminders",
  title: "What comes, when and why, and what I was told",
  signedIn: true,
  delegable: "look",
  query: v.strictObject({ for: v.optional(Whom) }),
  status: 200,
  reply: Reminders,
  problems: ["not-found", "refused"],
} as const;

/** Only for oneself: nobody switches off for somebody else what these would hear. */
export const setReminders = {
  method: "POST",
  path: "/reminders/settings",
  title: "What I want to be reminded of, how, and at which hour",
  signedIn: true,
  body: Settings,
  status: 200,
  reply: v.object({ settings: Settings }),
  problems: ["refused", "conflict"],
} as const;
