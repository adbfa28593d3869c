// The list of unsent forms, in Chinese: a file of its own, fetched where this phone has kept something.
import { drawUnsent } from "../../drafts/unsent.ts";
import { zh } from "../../messages/drafts.ts";

export const listUnsent = drawUnsent(zh);
