const STEPS = `From a table of a model card to model-index, in four steps:
  1. model-card inspect README.md                          list the tables and the models in them
  2. model-card extract README.md --table 1 --model NAME   see the YAML that would be added
  3. the same command with --write                         add it to the card, and touch nothing else
  4. model-card show README.md                             see what the card claims now
`;

const COMMON = `  -h, --help             this text
`;

const STATUS = `
Exit status: 0 done, 1 extract or import-aa found nothing or not just one, or a pull request is open (they are listed), or
validate found errors, 2 bad use, 3 a card that cannot be read, understood or written, here or on the Hub.
`;

const SOURCES = `
FILE may be org/name or org/name@revision: the card of that model on the Hub. A path that exists comes first.
The token is read from HF_TOKEN, from a .env file here, or from what "hf auth login" keeps.
`;

const MERGE = `Where they go:
      --write            change the card; without this or the next two nothing is written
      --apply            change the card where it lies: write the file, or commit to the Hub
      --create-pr        propose the change for a card on the Hub, unless a pull request is open there
      --even-if-open     propose it even then
      --title TITLE, --description TEXT
                         what the commit or pull request says
      --entry N          which entry of model-index to add to, where it holds several
      --on-conflict keep|replace|fail
                         where the card claims another value: keep it (default), replace it, or end with 1;
                         what the Hub has verified is kept
What they say:
      --task-type TYPE   such as text-generation; by default the card's pipeline_tag
      --source-url URL   by default where the scores come from: the card's page on the Hub, if known
      --source-name NAME
Output:
      --json             one JSON object: results, yaml, conflicts, leftOut, written
`;

/** The commands of the program. */
export type Command =
  | 'inspect'
  | 'show'
  | 'extract'
  | 'add-results'
  | 'import-aa'
  | 'convert'
  | 'evaluate'
  | 'validate'
  | 'fix'
  | 'prs'
  | 'batch'
  | 'mcp';

/** What \`--help\` prints, for the program and for each command. */
export const HELP: Readonly<Record<Command | 'program', string>> = {
  program: `${STEPS}
Usage: model-card COMMAND [OPTIONS] FILE

Commands:
  inspect      list every table: what it holds, its models, or why no scores were seen
  show         list what model-index claims, and where the card's tables say the same
  extract      turn one model's column or row of a table into model-index
  add-results  bring the result file of an evaluation run into model-index
  import-aa    turn what Artificial Analysis has measured of a model into model-index
  convert      turn model-index into files of .eval_results, which leaderboards read
  evaluate     run an evaluation, whose result file add-results takes
  validate     tell what the Hub would reject or warn about, and what else is amiss
  fix          mend what can be mended without a look at it
  prs          list the open pull requests of a model on the Hub
  batch        review many cards, and propose for each what needs no decision
  mcp          serve these as tools to an agent (Model Context Protocol)

Options:
${COMMON}  -v, --version          the version of the program

"model-card COMMAND --help" tells more.
${STATUS}`,

  inspect: `${STEPS}
Usage: model-card inspect [--json] FILE...

Lists the tables of model cards with their numbers and lines, the models in them, the first rows, and the
command that extracts them; tables without scores with the reason, and blocks that are nearly a table.

Options:
      --json             one line of JSON for each card, with every score of every model
${COMMON}${SOURCES}${STATUS}`,

  show: `${STEPS}
Usage: model-card show FILE

Lists what the model-index of a card claims, with the lines where it stands in the front matter and in a table.

Options:
${COMMON}${SOURCES}${STATUS}`,

  extract: `${STEPS}
Usage: model-card extract FILE [OPTIONS]

Prints the YAML that one model's scores would add to model-index, and names on standard error what the card
claims otherwise. With one table of scores and one model that is surely the card's, no option is needed.

Which scores:
      --pasted FILE|-    a table from elsewhere, in a file or on standard input: CSV, cells of a spreadsheet, HTML, or a
                         LaTeX tabular
      --table N          the table by its number, as inspect prints it
      --line LINE        the table by any of its lines
      --model NAME       the model by its name in the table
      --model-index N    the model by its number, as inspect prints it
${MERGE}${COMMON}${SOURCES}${STATUS}`,

  'add-results': `Usage: model-card add-results RESULTS FILE [OPTIONS]

Prints the YAML that the result file of a run would add to the model-index of the card FILE. RESULTS is what lighteval,
inspect (.json or .eval), the LM Evaluation Harness or our own evaluation scripts wrote. Averages stand for their parts,
and what was measured on a part of a benchmark stays out, unless asked for.

Which results:
      --parts            the parts of averages, too
      --partial          what was measured on a part of a benchmark, too; its name says so
      --convert          values on the scale of the card's results, where that is the other one (0.42 and 42)
      --table            insert or refresh a table of the results in the body of the card, too
${MERGE}${COMMON}${SOURCES}${STATUS}`,

  convert: `Usage: model-card convert FILE [OPTIONS]

Prints the files of .eval_results that say what the model-index of the card FILE says, as far as a leaderboard of the Hub
is known for it, and names on standard error what cannot be converted and why. Values take the scale of the leaderboard.

Options:
      --write            write the files beside the card; without it nothing is written
      --task-id DATASET=ID
                         the task in the dataset's eval.yaml, where it is not known; may be repeated
      --entry N          which entry of model-index, where it holds several
      --on-conflict keep|replace
                         where a file claims another value: keep it (default), or replace it
      --offline          do not read the leaderboards; values stay as the card has them
${COMMON}${STATUS}`,

  'import-aa': `Usage: model-card import-aa FILE [OPTIONS]

Prints the YAML that the scores of Artificial Analysis would add to model-index, on the scales they were measured on,
with https://artificialanalysis.ai/ as their source. Without --creator and --model it is the row that is surely the
card's model; each reasoning effort is a row of its own. A key of the free tier reads three indices, one of the Pro
tier the benchmarks too.

Which scores:
      --creator NAME     who made the model, by name or slug
      --model NAME       the row by its slug, name or id
      --refresh          read the list of models anew; it is kept for a day
${MERGE}${COMMON}${SOURCES}
The key is read from AA_API_KEY or from a .env file here.
${STATUS}`,

  evaluate: `Usage: model-card evaluate --model MODEL --tasks TASK,TASK [OPTIONS]

Runs lighteval or inspect with uv, which brings all that they need, and says where the result file is. Before that it looks
whether the tasks, uv, the GPU and its memory are there. On HF Jobs it says first what the run can cost. MODEL is org/name of
the Hub, a folder with a model, or the address of a running vLLM server; TASK is task or task|shots, such as gsm8k|5.

What is evaluated, and with what:
      --revision REV     branch, tag or commit of a model of the Hub; recorded as a commit
      --framework lighteval|inspect
      --backend vllm|transformers|providers
                         without these two they are chosen, and the reason is said; usage of providers is paid
      --provider NAME    the inference provider, or fastest or cheapest
      --limit N          only the first N samples of each task: 10 show whether all works
      --custom-tasks FILE
                         a Python file that defines tasks
How the model is loaded:
      --dtype TYPE, --max-model-len N, --tensor-parallel-size N, --gpu-memory-utilization X, --max-num-seqs N,
      --batch-size N, --trust-remote-code
How it answers (without these, as the framework does by itself):
      --apply-chat-template auto|yes|no, --system-prompt TEXT, --temperature X, --top-p X, --top-k N,
      --max-new-tokens N, --seed N
The run:
      --where local|jobs on this machine (default), or on HF Jobs
      --out DIR          the folder that gets one for the run (default: evaluations)
      --dry-run          print the arguments of the program as JSON, and what was found, and start nothing
      --even-if-too-large
                         start although the model seems not to fit into the memory
      --offline          use only what has been downloaded before
      --allow-local-code-execution
                         let tasks run code that the model wrote on the machine of the run, where it could read your token
On HF Jobs:
      --hardware NAME    what the job runs on; without it the cheapest that the model fits on
      --timeout TIME     the job is ended after this time, such as 90m or 3h (default: 2h)
      --namespace NAME   the organisation that pays; without it you do
      --script-url URL   let the job fetch a copy of the evaluation script from this https address
                         in place of taking the script along
      --yes              start it without a question on what it can cost
      --follow           show the log until the job is over, and write its results to a folder in --out
${COMMON}
The token is read from HF_TOKEN, from a .env file here, or from what "hf auth login" keeps. CUDA_VISIBLE_DEVICES limits the
GPUs.

Exit status: 0 done, 1 the run failed or was ended, 2 it was not started.
`,

  prs: `Usage: model-card prs [--json] org/name

Lists the open pull requests of a model on the Hub, drafts too: number, title, author, date and address.

Options:
      --json             one JSON array
${COMMON}${STATUS}`,

  mcp: `Usage: model-card mcp [--folder FOLDER]...

Serves tools to an agent over standard input and output by the Model Context Protocol: inspect the tables of a card,
extract results, validate, list pull requests and create one, check the hardware, start an evaluation on HF Jobs and read
how it stands. A card is changed, and a pull request opened, only where the arguments of the call say so; a call to start
an evaluation starts one, which is paid for.

Options:
      --folder FOLDER    the cards that may be read and changed, here by default; may be repeated
${COMMON}${STATUS}`,

  validate: `Usage: model-card validate [--json] [--format text|github] FILE...

Checks model cards (README.md) and result files (.eval_results/*.yaml) for what the Hub would reject (error) or warn
about (warning), and for what its tools would misread. A line "# model-card-ignore: CODE, CODE" in the YAML
switches rules off for its file.

Options:
      --json             one line of JSON for each file: file, and its problems with code, severity, line, column,
                         endLine, endColumn, message and the titles of their fixes
      --format text|github
                         lines for a person and for editors (default), or annotations of a GitHub workflow
${COMMON}${SOURCES}${STATUS}`,

  fix: `Usage: model-card fix FILE... [--write]

Lists the fixes that say nothing new of the model: quotes, lists, order, repetitions. "validate --json" tells of the
others, which a person has to choose.

Options:
      --write            change the files; without it nothing is written
${COMMON}${STATUS}`,

  batch: `Usage: model-card batch review SOURCE [OPTIONS]     what can be done with each card
       model-card batch propose SOURCE [OPTIONS]    one pull request per card, with what needs no decision
       model-card batch status --journal FILE       what became of the pull requests
       model-card batch withdraw --journal FILE     close those that are open

SOURCE is the name of a user or an organisation, search:WORDS, a folder with cards, or a file that lists models and paths,
one in each line. Proposed are fixes that say nothing new and scores of the column that is surely the card's own model;
where the card claims another value, that stays. Nothing is written without --create-pr.

Options of review and propose:
      --limit N          at most N cards
      --skip FILE        models and owners to leave alone, one in each line
      --journal FILE     keep what is done; the same command goes on there after it was stopped or killed
Options of propose:
      --create-pr        open the pull requests; needs --journal
      --template FILE    their words, the title in the first line; {summary}, {changes} and {model} are filled in
      --even-if-open     also where a pull request is open
      --again            also what was proposed before and is closed
      --per-hour N       at most N pull requests an hour: 128, as many as huggingface.co takes, unless told otherwise
Options of withdraw:
      --close            close them; without it they are only listed
      --comment TEXT     what is said with it
Output:
      --report FILE      a report as well: JSON where the name ends in .json, else Markdown
      --json             one line of JSON for each card
${COMMON}
The token is read from HF_TOKEN, from a .env file here, or from what "hf auth login" keeps.

Exit status: 0 done, 1 something is left for a person (a pull request is open, or was closed) or there is no such card,
2 bad use, 3 something failed or was stopped; the same command goes on there.
`,
};
