// The check of the log, with its words in English. A file of its own: it is fetched when the list is there.
import { accessLogChecked } from "../../messages/access-log.ts";
import { checkIn } from "./check.ts";

export const check = checkIn("en", accessLogChecked.en);
