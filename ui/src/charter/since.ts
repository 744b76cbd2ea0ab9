/** Since which version each clause has stood in its present words. */

/**
 * @param clauses the ids of the clauses of one version
 * @param version which version
 * @param changed the ids of clauses that are not the same in a version as in the one before
 */
export async function since(clauses: readonly string[], version: number, changed: (version: number) => Promise<readonly string[]>): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let at = version; at > 1 && found.size < clauses.length; at -= 1) {
    for (const id of await changed(at)) if (clauses.includes(id) && !found.has(id)) found.set(id, at);
  }
  for (const id of clauses) if (!found.has(id)) found.set(id, 1);
  return found;
}
