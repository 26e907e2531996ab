/** So many comments of a pull request are looked through, a hundred at a time. */
const MOST_PAGES = 10;

/**
 * Writes a comment on a pull request, or changes the one that is there: it is known by its first line.
 * See https://docs.github.com/rest/issues/comments.
 *
 * @param {{ api: string, repository: string, token: string, number: number }} pull
 * @param {{ body: string, worthANewOne: boolean }} comment whether to write one where there is none yet
 * @throws {Error} where GitHub does not let us
 */
export async function writeComment({ api, repository, token, number }, { body, worthANewOne }) {
  const ask = async (method, path, content) => {
    const response = await fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
    return response.json();
  };
  const [marker] = body.split('\n');
  for (let page = 1; page <= MOST_PAGES; page++) {
    const comments = await ask('GET', `/issues/${number}/comments?per_page=100&page=${page}`);
    // Anybody can begin a comment with that line; only a bot's own is changed.
    const own = comments.find((one) => one.user?.type === 'Bot' && one.body?.split(/\r?\n/)[0] === marker);
    if (own) {
      if (own.body !== body) await ask('PATCH', `/issues/comments/${own.id}`, { body });
      return;
    }
    if (comments.length < 100) break;
  }
  if (worthANewOne) await ask('POST', `/issues/${number}/comments`, { body });
}
