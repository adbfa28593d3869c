// The notice of PIPL 17: what is done with a person's data, told before the first record is opened. It asks for nothing: social
// insurance is a duty of law (PIPL 13(3)), so there is nothing to agree to and nobody is kept out who has not read it.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";

/** Its date. Another one is shown to everybody once more. */
export const NOTICE_VERSION = v.parse(PlainDate, "2026-11-22");
