// How long a session of staff lasts (design 5).
export const STAFF_IDLE_MINUTES = 30;
export const STAFF_SESSION_HOURS = 12;
/** From leaving for the issuer to coming back. */
export const ISSUER_MINUTES = 10;
/** STAFF_ACR for an issuer that lets nobody in without a second factor and says so in no token: a Cognito pool with MFA required. */
export const ISSUER_DEMANDS_IT = "issuer-demands-it";
