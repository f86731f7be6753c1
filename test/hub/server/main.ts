// node out/test/hub/server/main.js [PORT]: a Hub in memory that holds the sample cards, until Ctrl+C.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPeople, TOKENS } from './samples';
import { startHub } from './start';

async function main(): Promise<void> {
  const hub = await startHub({ port: Number(process.argv[2] ?? 0) });
  addPeople(hub.state);
  for (const name of readdirSync('samples')) {
    const card = join('samples', name, 'README.md');
    if (existsSync(card)) hub.state.addModel({ id: `acme/${name}`, files: { 'README.md': readFileSync(card) } });
  }
  const models = hub.state.models().map(({ id }) => id);
  console.log(`HF_ENDPOINT=${hub.url}\nHF_TOKEN=${TOKENS.mona}\nmodels: ${models.join(', ')}`);
}

void main();
