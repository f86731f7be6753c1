import { checkHardware } from './checkHardware';
import { createPullRequest } from './createPullRequest';
import { evaluationState } from './evaluationState';
import { extractResults } from './extractResults';
import { inspectTables } from './inspectTables';
import { listPullRequests } from './listPullRequests';
import { startEvaluation } from './startEvaluation';
import type { Tool } from './tool';
import { validateCard } from './validateCard';

/** What an agent may do with model cards, in the editor and over MCP. */
export const TOOLS: readonly Tool[] = [
  inspectTables,
  extractResults,
  validateCard,
  listPullRequests,
  createPullRequest,
  checkHardware,
  startEvaluation,
  evaluationState,
];
export type { Resolution, RunHere, Tool, ToolCard, ToolChange, ToolParts, ToolProblem } from './tool';
