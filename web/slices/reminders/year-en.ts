// Fetched while the record is read.
import { reminderCalendar } from "../../messages/reminders.ts";
import { yearIn } from "./year.ts";

export const drawYear = yearIn("en", reminderCalendar.en);
