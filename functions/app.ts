import type { Instant } from "../shared/kernel/calendar.ts";
import type { Contract } from "../shared/kernel/contract.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { Policy } from "../shared/policy/law.ts";
import type { Casework } from "./casework/casework.ts";
import type { Children } from "./find-children.ts";
import type { Health } from "./health.ts";
import { ending, framed } from "./http/frame.ts";
import type { Shaped } from "./http/shape.ts";
import type { Notices } from "./privacy/notices.ts";
import type { OpenRecord } from "./record.ts";
import { change } from "./routes/change.ts";
import { check } from "./routes/check.ts";
import { children } from "./routes/children.ts";
import { declaration } from "./routes/declaration.ts";
import { health } from "./routes/health.ts";
import { openapi } from "./routes/openapi.ts";
import { phoneCodes } from "./routes/phone-codes.ts";
import { phoneReplacement } from "./routes/phone-replacement.ts";
import { privacy } from "./routes/privacy.ts";
import { session } from "./routes/session.ts";
import { submissions } from "./routes/submissions.ts";
import type { Sessions } from "./sessions/sessions.ts";
import type { Session } from "./sessions/table.ts";
import type { Uploads } from "./uploads/uploads.ts";

export type { Session };

/** No register among them: a record is reached through its door, or not at all. */
export type Deps = {
  openRecord: OpenRecord;
  casework: Casework;
  children: Children;
  uploads: Uploads;
  sessions: Sessions;
  notices: Notices;
  health: Health;
  /** The addresses at which our pages are: writes are taken from there only. */
  origins: readonly string[];
  /** 340422 → 安徽省淮南市寿县. */
  places(): Promise<(code: string) => string>;
  divisionIsKnown(code: string): Promise<boolean>;
  /** The numbers of policy that this service was deployed with. */
  policy(): Promise<Policy>;
  /** With which this person's unsent forms are sealed on their own phone. */
  draftKeys(personId: PersonId): Promise<string[]>;
  now(): Instant;
};

/** What a request carries on its way in: its contract, what the address names, its body, its shape, who sent it. */
export type Env = {
  Variables: {
    requestId: string;
    contract: Contract;
    named: Record<string, string>;
    body: Buffer;
    shaped: Shaped;
    session: Session;
  };
};

export const createApp = (deps: Deps) =>
  ending(
    framed(deps)
      .route("/", session(deps))
      .route("/", phoneCodes(deps))
      .route("/", phoneReplacement(deps))
      .route("/", check(deps))
      .route("/", change(deps))
      .route("/", declaration(deps))
      .route("/", children(deps))
      .route("/", submissions(deps))
      .route("/", privacy(deps))
      .route("/", health(deps))
      .route("/", openapi()),
  );
