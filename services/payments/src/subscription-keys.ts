/** Asks with the first key that is accepted: while keys are changed, both are. @param ask with a key, or without one where there is none */
export async function withKeys<Answer extends { status?: number | undefined }>(
  keys: readonly string[],
  ask: (key: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  for (const key of keys.slice(0, -1)) {
    const answer = await ask(key);
    if (answer.status !== 401) return answer;
  }
  return ask(keys.at(-1));
}

/** The header that names a key: never the address, which lands in logs. */
export const keyHeader = (key: string | undefined): Record<string, string> => (key ? { 'ocp-apim-subscription-key': key } : {});
