import * as vscode from 'vscode';
import type { HubConnection } from '../../../hub/index';
import type { RunOptions, RunRequest } from '../../../runs';
import { openOrTell } from '../../account/openOrTell';
import type { EvaluationParts } from '../evaluationParts';
import type { PlannedRun } from '../plannedRun';
import { loadRuns } from '../runsClient';
import { readCatalogue } from './catalogue';
import { Choices } from './choices';
import { consentToWrittenCode } from './consent';
import { chooseExtent } from './extentStep';
import { gpusFor } from './machine';
import { chooseModel } from './modelStep';
import { chooseOptions } from './optionsStep';
import { choosePlace } from './placeStep';
import { refreshTasks } from './refreshTasks';
import { chooseRunner } from './runnerStep';
import { type ChosenTasks, chooseTasks } from './taskStep';

/**
 * Asks what to evaluate of a card's model, with what, and where; undefined where the person left. A `task` of inspect that is
 * given is not asked for.
 */
export async function planEvaluation(
  card: vscode.TextDocument,
  parts: EvaluationParts,
  task?: string,
): Promise<PlannedRun | undefined> {
  const opened = await openOrTell(parts.session.openAsking());
  return opened ? plan(card.uri, opened.connection, parts, task) : undefined;
}

async function plan(
  card: vscode.Uri,
  connection: HubConnection,
  parts: EvaluationParts,
  task: string | undefined,
): Promise<PlannedRun | undefined> {
  const { asker, memory } = parts;
  const model = await chooseModel(card, connection, parts);
  if (model === undefined) return undefined;
  const { name } = model;
  const catalogue = () => readCatalogue(parts);
  const choices = new Choices(memory);
  const last = choices.of(name);
  const extent = await chooseExtent(name, last?.options, asker);
  if (extent === undefined) return undefined;
  const gpus = await gpusFor(model);
  const runner = await chooseRunner(model, gpus, {
    catalogue: catalogue(),
    last,
    asker,
    framework: task === undefined ? undefined : 'inspect',
  });
  if (runner === undefined) return undefined;
  const { framework, backend } = runner;
  const recent = choices.recentTasks(name, framework);
  const chosen: ChosenTasks | undefined =
    task === undefined
      ? await chooseTasks({
          ...{ model: name, framework, catalogue, recent, card, asker },
          refresh: () => refreshTasks(framework, parts),
        })
      : { tasks: [task] };
  if (chosen === undefined) return undefined;
  const { tasks, customTasks } = chosen;
  const codeTasks = loadRuns().tasksThatRunCode(tasks, framework, catalogue());
  if (codeTasks.length > 0 && !(await consentToWrittenCode(model, codeTasks, asker))) return undefined;
  const set: RunOptions = {
    ...last?.options,
    limit: extent.limit ?? undefined,
    provider: backend === 'providers' ? last?.options.provider : undefined,
    'custom-tasks': customTasks,
    ...(codeTasks.length > 0 && { 'allow-local-code-execution': true }),
  };
  const options = await chooseOptions(set, {
    model,
    backend,
    tasks: codeTasks.length > 0 ? codeTasks : tasks,
    card,
    asker,
  });
  if (options === undefined) return undefined;
  // Providers do not say which commit they serve.
  const revision = backend === 'providers' ? undefined : model.commit;
  const request: RunRequest = { model: name, revision, framework, backend, tasks, options };
  const [problem] = loadRuns().taskProblems(request, catalogue());
  if (problem !== undefined) {
    void vscode.window.showErrorMessage(problem);
    return undefined;
  }
  await choices.remember({ request });
  const placed = await choosePlace(
    { card, model, request, gpus, last, lastPayer: choices.lastPayer(name), connection },
    parts,
  );
  if (placed === undefined) return undefined;
  const planned = { ...placed, card: card.toString() };
  await choices.remember(planned);
  return planned;
}
