import type { securitySays } from "../../../messages/security.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import { wordsOnPage } from "../../../words.ts";

export const words = wordsOnPage<StaffWords & typeof securitySays.zh>();
