/** How often something is tried: in `npm test`, and in `npm run prove`, which has hours. */
export const times = (usual: number, proving: number): number => (process.env["PROVE"] ? proving : usual);
