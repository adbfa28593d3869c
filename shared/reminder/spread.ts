// Whose reminders come when: the same for one person, evenly spread over all.

/** FNV-1a: no secret. */
export function spread(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
