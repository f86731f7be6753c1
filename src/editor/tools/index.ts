/** The tools for an agent, a bundle of its own that is loaded with the first call of one. */
export { AgentTools } from './agentTools';
