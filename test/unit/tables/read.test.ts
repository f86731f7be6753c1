import assert from 'node:assert/strict';
import { checkReadings, readFirst } from './summary';

describe('readTable: where the models are', () => {
  checkReadings([
    [
      'benchmarks in rows',
      '| Benchmark | Alpha-7B | Beta-8B |\n|---|---|---|\n| Exam | 70.1 | 71.0 |\n| Quiz | 45.0 | **46.2** |',
      ['benchmarks-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'models in rows',
      '| Model | Exam | Quiz |\n|---|---|---|\n| Alpha-7B | 70.1 | 45.0 |\n| Beta-8B | 71.0 | 46.2 |',
      ['models-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'a first header that says "Model" over benchmarks',
      '| Model | Alpha-7B | Beta-8B-Chat | Gamma-70B |\n|---|---|---|---|\n| Exam | 70.1 | 71.0 | 72.5 |\n| Quiz | 15.0 | 16.2 | 17.9 |\n| Riddles | 88.0 | 89.1 | 90.2 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: Exam = 70.1, Quiz = 15.0, Riddles = 88.0',
        'Beta-8B-Chat: Exam = 71.0, Quiz = 16.2, Riddles = 89.1',
        'Gamma-70B: Exam = 72.5, Quiz = 17.9, Riddles = 90.2',
      ],
    ],
    [
      'a first header that says "Benchmark" over models',
      '| Benchmark | Exam EM | Quiz MAJ@1 |\n|---|---|---|\n| Alpha-7B | 70.1 | 15.0 |\n| Beta-8B-Chat | 71.0 | 16.2 |\n| Gamma-70B | 72.5 | 17.9 |',
      [
        'models-in-rows',
        'Alpha-7B: Exam EM = 70.1, Quiz MAJ@1 = 15.0',
        'Beta-8B-Chat: Exam EM = 71.0, Quiz MAJ@1 = 16.2',
        'Gamma-70B: Exam EM = 72.5, Quiz MAJ@1 = 17.9',
      ],
    ],
    [
      'an empty first header over models with sizes',
      '| | Params | Exam | Quiz |\n|---|---|---|---|\n| Alpha | 7B | 70.1 | 45.0 |\n| Beta | 8B | 71.0 | 46.2 |',
      ['models-in-rows', 'Alpha: Exam = 70.1, Quiz = 45.0', 'Beta: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'a corner cell that names both axes',
      '| Benchmark \\ Model | Alpha | Beta |\n|---|---|---|\n| Exam | 70.1 | 71.0 |\n| Quiz | 15.0 | 16.2 |',
      ['benchmarks-in-rows', 'Alpha: Exam = 70.1, Quiz = 15.0', 'Beta: Exam = 71.0, Quiz = 16.2'],
    ],
    [
      'a single model with one value column',
      '| Benchmark | Score |\n|---|---|\n| Exam | 70.1 |\n| Quiz | 45.0 |',
      ['single-model', ': Exam = 70.1, Quiz = 45.0'],
    ],
    [
      'a single model with metrics in columns',
      '| Dataset | Precision | Recall | F1 |\n|---|---|---|---|\n| Letters | 96.4 | 87.3 | 91.6 |\n| Novels | 92.8 | 94.9 | 93.8 |',
      [
        'single-model',
        ': Letters [Precision] = 96.4, Letters [Recall] = 87.3, Letters [F1] = 91.6, Novels [Precision] = 92.8, Novels [Recall] = 94.9, Novels [F1] = 93.8',
      ],
    ],
    [
      'a single model with benchmarks in one row and no label',
      '| Exam | Quiz | Riddles |\n|---|---|---|\n| 85.2 | 72.5 | 91.3 |',
      ['single-model', ': Exam = 85.2, Quiz = 72.5, Riddles = 91.3'],
    ],
    [
      'metrics in rows, test sets in columns',
      '| Metric | Public test set | Hidden test set |\n|---|---|---|\n| TPR | 99.9% | 97.5% |\n| AUC | 0.997 | 0.975 |',
      [
        'single-model',
        ': Public test set [TPR] = 99.9%, Hidden test set [TPR] = 97.5%, Public test set [AUC] = 0.997, Hidden test set [AUC] = 0.975',
      ],
    ],
    [
      'metrics in rows, models in columns',
      '| Metric | Baseline | Ours |\n|---|---|---|\n| Accuracy | 81.2 | 84.0 |\n| F1 | 79.9 | 83.1 |',
      ['benchmarks-in-rows', 'Baseline: Accuracy = 81.2, F1 = 79.9', 'Ours: Accuracy = 84.0, F1 = 83.1'],
    ],
    [
      'one metric for each model',
      '| Model | Accuracy |\n|---|---|\n| Alpha-base | 84.0 |\n| Beta-base | 86.0 |',
      ['models-in-rows', 'Alpha-base: Accuracy = 84.0', 'Beta-base: Accuracy = 86.0'],
    ],
    [
      'a model column that is not the first',
      '| Release | Model | Exam | Quiz |\n|---|---|---|---|\n| 2024-03-28 | alpha-v2 | 70.1 | 45.0 |\n| 2024-07-20 | alpha-v3 | 71.0 | 46.2 |',
      ['models-in-rows', 'alpha-v2: Exam = 70.1, Quiz = 45.0', 'alpha-v3: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'a leading rank column',
      '| Rank | Model | Elo |\n|---|---|---|\n| 1 | Alpha-7B | 1,287 |\n| 2 | Beta-8B | 1,250 |',
      ['models-in-rows', 'Alpha-7B: Elo = 1287', 'Beta-8B: Elo = 1250'],
    ],
    [
      'a model column on the right',
      '| Score | Model |\n|---|---|\n| 70.1 | Alpha-7B |\n| 71.0 | Beta-8B |',
      ['models-in-rows', 'Alpha-7B: Score = 70.1', 'Beta-8B: Score = 71.0'],
    ],
    [
      'an identity spread over two columns',
      '| Model | Size | Exam |\n|---|---|---|\n| Alpha | 7B | 70.1 |\n| Alpha | 13B | 74.0 |\n| Beta | 7B | 69.0 |',
      ['models-in-rows', 'Alpha 7B: Exam = 70.1', 'Alpha 13B: Exam = 74.0', 'Beta 7B: Exam = 69.0'],
    ],
    [
      'equal names stay apart when nothing tells them apart',
      '| Benchmark | Alpha | Alpha |\n|---|---|---|\n| Exam | 80.0 | 85.2 |',
      ['benchmarks-in-rows', 'Alpha: Exam = 80.0', 'Alpha: Exam = 85.2'],
    ],
  ]);
});

describe('readTable: long format', () => {
  checkReadings([
    [
      'one row for each dataset and model',
      '| Dataset | Model | WER (%) ↓ |\n|---|---|---|\n| Calls | Alpha | 4.0 |\n| Calls | Beta | 3.5 |\n| Radio | Alpha | 7.1 |\n| Radio | Beta | 6.9 |',
      ['long', 'Alpha: Calls [WER] = 4.0% ↓, Radio [WER] = 7.1% ↓', 'Beta: Calls [WER] = 3.5% ↓, Radio [WER] = 6.9% ↓'],
    ],
    [
      'with a metric column',
      '| Model | Task | Metric | Value |\n|---|---|---|---|\n| Alpha | Exam | acc | 0.70 |\n| Alpha | Quiz | f1 | 0.81 |\n| Beta | Exam | acc | 0.72 |\n| Beta | Quiz | f1 | 0.80 |',
      ['long', 'Alpha: Exam [acc] = 0.70, Quiz [f1] = 0.81', 'Beta: Exam [acc] = 0.72, Quiz [f1] = 0.80'],
    ],
    [
      'shots in rows',
      '| Model | Shots | Exam | Quiz |\n|---|---|---|---|\n| Alpha-7B | 0 | 80.0 | 85.0 |\n| Alpha-7B | 5 | 85.2 | 91.3 |',
      ['models-in-rows', 'Alpha-7B: Exam 0-shot = 80.0, Quiz 0-shot = 85.0, Exam 5-shot = 85.2, Quiz 5-shot = 91.3'],
    ],
  ]);
});

describe('readTable: groups, metrics and shots', () => {
  checkReadings([
    [
      'section rows, and a total that belongs to none',
      '| Benchmark | Alpha-7B | Beta-8B |\n|---|---|---|\n| **General** | | |\n| Exam | 70.1 | 71.0 |\n| **Code** | | |\n| Kata | 45.0 | 46.2 |\n| Average | 57.6 | 58.6 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: General > Exam = 70.1, Code > Kata = 45.0, Average = 57.6',
        'Beta-8B: General > Exam = 71.0, Code > Kata = 46.2, Average = 58.6',
      ],
    ],
    [
      'a category column, shots and metrics in columns',
      '| Category | Benchmark | # Shots | Metric | Alpha-7B | Beta-8B |\n|---|---|---|---|---|---|\n| General | Exam | 5 | macro_avg/acc | 85.2 | 80.0 |\n| | Quiz | 5 | em | 48.3 | 40.0 |\n| Code | Kata | 0 | pass@1 | 72.5 | 70.0 |\n| | Bugs | | | 10.5 | 11.0 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: General > Exam [macro_avg/acc] 5-shot = 85.2, General > Quiz [em] 5-shot = 48.3, Code > Kata [pass@1] 0-shot = 72.5, Code > Bugs = 10.5',
        'Beta-8B: General > Exam [macro_avg/acc] 5-shot = 80.0, General > Quiz [em] 5-shot = 40.0, Code > Kata [pass@1] 0-shot = 70.0, Code > Bugs = 11.0',
      ],
    ],
    [
      'shots in names',
      '| Task | Value |\n|---|---|\n| Exam (5-shot) | 85.2 |\n| Quiz (0-shot, CoT) | 61.0 |\n| Avg. | 73.1 |',
      ['single-model', ': Exam 5-shot = 85.2, Quiz (CoT) 0-shot = 61.0, Avg. = 73.1'],
    ],
    [
      'shots in a second header row',
      '| Model | Exam | Quiz |\n|---|---|---|\n| | 5-shot | - |\n| Alpha-7B | 70.1 | 45.0 |\n| Beta-8B | 71.0 | 46.2 |',
      ['models-in-rows', 'Alpha-7B: Exam 5-shot = 70.1, Quiz = 45.0', 'Beta-8B: Exam 5-shot = 71.0, Quiz = 46.2'],
    ],
    [
      'metrics in a second header row',
      '| Model | Letters | | Novels | |\n|---|---|---|---|---|\n| | EM | F1 | EM | F1 |\n| Alpha-7B | 70.1 | 75.0 | 60.1 | 64.2 |\n| Beta-8B | 71.0 | 76.2 | 59.0 | 63.3 |',
      [
        'models-in-rows',
        'Alpha-7B: Letters [EM] = 70.1, Letters [F1] = 75.0, Novels [EM] = 60.1, Novels [F1] = 64.2',
        'Beta-8B: Letters [EM] = 71.0, Letters [F1] = 76.2, Novels [EM] = 59.0, Novels [F1] = 63.3',
      ],
    ],
    [
      'models above metrics',
      '| | Alpha-7B | | Beta-7B | |\n|---|---|---|---|---|\n| Dataset | EM | F1 | EM | F1 |\n| Letters | 80.1 | 88.2 | 70.0 | 79.0 |\n| Novels | 60.1 | 65.2 | 50.0 | 55.0 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: Letters [EM] = 80.1, Letters [F1] = 88.2, Novels [EM] = 60.1, Novels [F1] = 65.2',
        'Beta-7B: Letters [EM] = 70.0, Letters [F1] = 79.0, Novels [EM] = 50.0, Novels [F1] = 55.0',
      ],
    ],
    [
      'groups of benchmarks above their names',
      '| Model | Reasoning | | Knowledge |\n|---|---|---|---|\n| | Exam | Quiz | Trivia |\n| Alpha-7B | 70.1 | 45.0 | 33.3 |\n| Beta-8B | 71.0 | 46.2 | 34.1 |',
      [
        'models-in-rows',
        'Alpha-7B: Reasoning > Exam = 70.1, Reasoning > Quiz = 45.0, Knowledge > Trivia = 33.3',
        'Beta-8B: Reasoning > Exam = 71.0, Reasoning > Quiz = 46.2, Knowledge > Trivia = 34.1',
      ],
    ],
    [
      'section rows over models are no groups of benchmarks',
      '| Model | Exam | Quiz |\n|---|---|---|\n| *Open models* | | |\n| Alpha-7B | 70.1 | 45.0 |\n| *Closed models* | | |\n| Gamma-Pro | 80.2 | 55.1 |',
      ['models-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Gamma-Pro: Exam = 80.2, Quiz = 55.1'],
    ],
    [
      'section rows over the same models are benchmarks',
      '| Model | EM | F1 |\n|---|---|---|\n| **Letters** | | |\n| Alpha-7B | 70.1 | 75.0 |\n| Beta-8B | 71.0 | 76.2 |\n| **Novels** | | |\n| Alpha-7B | 60.1 | 64.2 |\n| Beta-8B | 59.0 | 63.3 |',
      [
        'models-in-rows',
        'Alpha-7B: Letters > EM = 70.1, Letters > F1 = 75.0, Novels > EM = 60.1, Novels > F1 = 64.2',
        'Beta-8B: Letters > EM = 71.0, Letters > F1 = 76.2, Novels > EM = 59.0, Novels > F1 = 63.3',
      ],
    ],
    [
      'a merged first cell',
      '| Benchmark | Setting | Alpha-7B |\n|---|---|---|\n| Exam | 0-shot | 80.0 |\n|  | 5-shot | 85.2 |',
      ['benchmarks-in-rows', 'Alpha-7B: Exam 0-shot = 80.0, Exam 5-shot = 85.2'],
    ],
    [
      'the benchmark named only in the heading',
      '# Alpha\n\n## Results\n\n### Riddles\n\n| Model | Average | Easy | Hard |\n|---|---|---|---|\n| Alpha-7B | 70.1 | 80.0 | 60.2 |\n| Beta-8B | 71.0 | 81.1 | 60.9 |',
      [
        'models-in-rows',
        'Alpha-7B: Riddles >> Average = 70.1, Riddles >> Easy = 80.0, Riddles >> Hard = 60.2',
        'Beta-8B: Riddles >> Average = 71.0, Riddles >> Easy = 81.1, Riddles >> Hard = 60.9',
      ],
    ],
    [
      'numbers of shots as columns',
      '# Alpha\n\n### Riddles (F1)\n\n| Model | n=0 | n=5 |\n|---|---|---|\n| Alpha-7B | 0.71 | 0.74 |\n| Beta-8B | 0.70 | 0.73 |',
      [
        'models-in-rows',
        'Alpha-7B: Riddles (F1) 0-shot = 0.71, Riddles (F1) 5-shot = 0.74',
        'Beta-8B: Riddles (F1) 0-shot = 0.70, Riddles (F1) 5-shot = 0.73',
      ],
    ],
    [
      'languages as columns',
      '| Model | English | German | French |\n|---|---|---|---|\n| Alpha-7B | 70.1 | 65.0 | 66.1 |\n| Beta-8B | 71.0 | 66.2 | 67.7 |',
      [
        'models-in-rows',
        'Alpha-7B: English = 70.1, German = 65.0, French = 66.1',
        'Beta-8B: English = 71.0, German = 66.2, French = 67.7',
      ],
    ],
    [
      'languages as rows of one benchmark',
      '| Benchmark | Language | Alpha-7B | Beta-8B |\n|---|---|---|---|\n| Exam | English | 70.1 | 71.0 |\n| | German | 65.0 | 66.2 |\n| Quiz | English | 45.0 | 46.2 |\n| | German | 40.0 | 41.1 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: Exam English = 70.1, Exam German = 65.0, Quiz English = 45.0, Quiz German = 40.0',
        'Beta-8B: Exam English = 71.0, Exam German = 66.2, Quiz English = 46.2, Quiz German = 41.1',
      ],
    ],
    [
      'stacked values in one row',
      '| Category | Benchmark | Alpha-7B | Beta-8B |\n|---|---|---|---|\n| Math | Sums<br>Proofs | 80.6<br>70.4 | 53.5<br>- |\n| Code | Kata | 60.0 | 61.0 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: Math > Sums = 80.6, Math > Proofs = 70.4, Code > Kata = 60.0',
        'Beta-8B: Math > Sums = 53.5, Code > Kata = 61.0',
      ],
    ],
    [
      'a header that comes back in the middle',
      '| Benchmark | Alpha-7B | Beta-8B |\n|---|---|---|\n| Exam | 70.1 | 71.0 |\n| Benchmark | Alpha-7B | Gamma-9B |\n| Quiz | 45.0 | 46.2 |',
      ['benchmarks-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0', 'Gamma-9B: Quiz = 46.2'],
    ],
    [
      'a real header below an empty one',
      '| | | |\n|---|---|---|\n| Task | Metric | Value |\n| Exam | acc_norm | 0.5614 |\n| Quiz | mc2 | 0.5160 |',
      ['single-model', ': Exam [acc_norm] = 0.5614, Quiz [mc2] = 0.5160'],
    ],
  ]);
});

describe('readTable: numbers', () => {
  checkReadings([
    [
      'pairs named by the header',
      '| Model | Letters F1/EM | Novels (matched / mismatched) |\n|---|---|---|\n| Alpha-base | 92.8/86.7 | 84.6 / 83.4 |\n| Beta-base | 91.0/84.3 | 83.9 / 83.1 |',
      [
        'models-in-rows',
        'Alpha-base: Letters F1/EM = F1 92.8 & EM 86.7, Novels (matched / mismatched) = matched 84.6 & mismatched 83.4',
        'Beta-base: Letters F1/EM = F1 91.0 & EM 84.3, Novels (matched / mismatched) = matched 83.9 & mismatched 83.1',
      ],
    ],
    [
      'decimal commas, and units in German headers',
      '| Aufgabe | Ergebnis (%) |\n|---|---|\n| Prüfung | 85,2 |\n| Rätsel | 72,5 |',
      ['single-model', ': Prüfung = 85.2%, Rätsel = 72.5%'],
    ],
    [
      'French headers',
      '| Modèle | Précision | Rappel |\n|---|---|---|\n| Alpha-base | 85,2 | 80,1 |\n| Bêta-base | 86,4 | 79,9 |',
      ['models-in-rows', 'Alpha-base: Précision = 85.2, Rappel = 80.1', 'Bêta-base: Précision = 86.4, Rappel = 79.9'],
    ],
    [
      'Chinese headers, with sizes left out',
      '| 模型 | 参数量 | 数学 | 代码 | 平均 |\n|---|---|---|---|---|\n| Alpha-7B | 7B | 70.1 | 45.0 | 57.6 |\n| Beta-8B | 8B | 71.0 | 46.2 | 58.6 |',
      [
        'models-in-rows',
        'Alpha-7B: 数学 = 70.1, 代码 = 45.0, 平均 = 57.6',
        'Beta-8B: 数学 = 71.0, 代码 = 46.2, 平均 = 58.6',
      ],
    ],
    [
      'errors in a column of their own',
      '| Tasks |Version| Metric | |Value | |Stderr|\n|---|---:|---|---|---:|---|---:|\n|exam | 3|acc |↑ |0.6514|± |0.0335|\n| | |acc_norm |↑ |0.6714|± |0.0330|\n|quiz | 1|acc |↑ |0.4514|± |0.0135|',
      [
        'single-model',
        ': exam [acc] = 0.6514 ± 0.0335, exam [acc_norm] = 0.6714 ± 0.0330, quiz [acc] = 0.4514 ± 0.0135',
      ],
    ],
    [
      'deltas in parentheses, medals, missing values',
      '| Model | Exam ↑ | Noise ↓ |\n|---|---|---|\n| Alpha-7B | 🥇 85.2 (+2.1) | 3.4 |\n| Beta-8B | 83.1 | N/A |',
      ['models-in-rows', 'Alpha-7B: Exam = 85.2 ↑, Noise = 3.4 ↓', 'Beta-8B: Exam = 83.1 ↑'],
    ],
    [
      'LaTeX in headers and cells',
      '| Method | $AP^{val}$ | $\\mathcal{J}\\&\\mathcal{F}$ |\n|---|---|---|\n| Alpha-S | $54.3_{\\pm 0.2}$ | $\\mathbf{72.8}$ |\n| Alpha-L | $55.1$ | $73.0$ |',
      ['models-in-rows', 'Alpha-S: AP val = 54.3 ± 0.2, J&F = 72.8', 'Alpha-L: AP val = 55.1, J&F = 73.0'],
    ],
    [
      'perplexities and error rates at several lengths',
      '| Model | Context Window | 8k PPL | 16k PPL |\n|---|---|---|---|\n| Alpha-7B | 8k | 2.96 | - |\n| Alpha-7B-long | 64k | 3.04 | 2.65 |',
      ['models-in-rows', 'Alpha-7B: 8k PPL = 2.96', 'Alpha-7B-long: 8k PPL = 3.04, 16k PPL = 2.65'],
    ],
    [
      'sizes and tokens in rows above the benchmarks',
      '| | Alpha-7B | Beta-8B |\n|---|---|---|\n| Total Params | 7.2B | 8.1B |\n| Training Tokens | 9T | 18T |\n| Exam | 70.1 | 71.0 |\n| Quiz | 45.0 | 46.2 |',
      ['benchmarks-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'a model zoo with one score among sizes, speeds and links',
      '| Model | Resolution | Params (M) | FLOPs (G) | FPS | Top-1 (%) | Weights |\n|---|---|---|---|---|---|---|\n| alpha_tiny | 224 | 28.3 | 4.5 | 755 | 81.2 | [link](x) |\n| alpha_base | 224 | 88.1 | 15.4 | 278 | 83.5 | [link](y) |',
      ['models-in-rows', 'alpha_tiny: Top-1 = 81.2%', 'alpha_base: Top-1 = 83.5%'],
    ],
    [
      'a benchmark whose name says speed',
      '| Model | Speed Control | Emotion Control | Avg |\n|---|---|---|---|\n| Alpha | 4.21 | 3.65 | 3.93 |\n| Beta | 3.25 | 2.87 | 3.06 |',
      [
        'models-in-rows',
        'Alpha: Speed Control = 4.21, Emotion Control = 3.65, Avg = 3.93',
        'Beta: Speed Control = 3.25, Emotion Control = 2.87, Avg = 3.06',
      ],
    ],
    [
      'changes against another model are no scores',
      '| Benchmark | Alpha-7B | Beta-8B | Δ |\n|---|---|---|---|\n| Exam | 70.1 | 71.0 | +0.9 |\n| Quiz | 45.0 | 46.2 | +1.2 |',
      ['benchmarks-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'years as names of rows',
      '| Year | Score |\n|---|---|\n| 2024 | 85.2 |\n| 2025 | 91.3 |',
      ['single-model', ': 2024 = 85.2, 2025 = 91.3'],
    ],
    [
      'a report of labels with their support',
      '| Label | Precision | Recall | F1 | Support |\n|---|---|---|---|---|\n| PER | 0.95 | 0.94 | 0.945 | 1617 |\n| LOC | 0.93 | 0.92 | 0.925 | 1668 |\n| micro avg | 0.94 | 0.93 | 0.935 | 3285 |',
      [
        'single-model',
        ': PER [Precision] = 0.95, PER [Recall] = 0.94, PER [F1] = 0.945, LOC [Precision] = 0.93, LOC [Recall] = 0.92, LOC [F1] = 0.925, micro avg [Precision] = 0.94, micro avg [Recall] = 0.93, micro avg [F1] = 0.935',
      ],
    ],
    [
      'quantised variants with sizes and one measure',
      '| Quant | Size (GB) | PPL |\n|---|---|---|\n| Q8_0 | 7.7 | 6.21 |\n| Q4_K_M | 4.4 | 6.35 |',
      ['models-in-rows', 'Q8_0: PPL = 6.21', 'Q4_K_M: PPL = 6.35'],
    ],
  ]);
});

describe('readTable: uncommon shapes', () => {
  checkReadings([
    [
      'unlabelled rows above the first model',
      '| | Exam | Quiz |\n|---|---|---|\n| | Beta-X | Gamma2.5 |\n| | 60.4 | 50.4 |\n| Alpha-7B | 70.1 | 45.0 |\n| Delta-8B | 71.0 | 46.2 |',
      ['models-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Delta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'lengths in a second header row',
      '| Model | Input length | Input length |\n|---|---|---|\n| | 3818 | 5661 |\n| Alpha-7B | 98% | 62% |\n| Beta-7B | 98% | 92% |',
      [
        'models-in-rows',
        'Alpha-7B: Input length > Input length 3818 = 98%, Input length > Input length 5661 = 62%',
        'Beta-7B: Input length > Input length 3818 = 98%, Input length > Input length 5661 = 92%',
      ],
    ],
    [
      'lists with missing values',
      '| Dataset | Model | WER |\n|---|---|---|\n| Calls clean \\| noisy | Alpha | 2.1 \\| 5.5 |\n| Calls clean \\| noisy | Beta | - \\| 4.9 |\n| Radio | Alpha | 3.0 |\n| Radio | Beta | 2.9 |',
      [
        'long',
        'Alpha: Calls clean | noisy [WER] = clean 2.1 & noisy 5.5, Radio [WER] = 3.0',
        'Beta: Calls clean | noisy [WER] = noisy 4.9, Radio [WER] = 2.9',
      ],
    ],
    [
      'two numbers apart by blanks',
      '| Model | Exam<br>n=0&nbsp;&nbsp;n=5 |\n|---|---|\n| Alpha-7B | 53.0&nbsp;&nbsp;70.1 |\n| Beta-7B | 69.6&nbsp;&nbsp;73.7 |',
      ['models-in-rows', 'Alpha-7B: Exam n=0 n=5 = n=0 53.0 & n=5 70.1', 'Beta-7B: Exam n=0 n=5 = n=0 69.6 & n=5 73.7'],
    ],
    [
      'a score and how long it took',
      '| model | dataset | dropout=0.0 | dropout=0.1 |\n|---|---|---|---|\n| Alpha | Letters | 98.72%, 3.9h | 98.94%, 10.1h |\n| Alpha | Novels | 90.88%, 4.1h | 92.30%, 10.1h |',
      [
        'long',
        'Alpha: Letters {dropout=0.0} = 98.72%, Letters {dropout=0.1} = 98.94%, Novels {dropout=0.0} = 90.88%, Novels {dropout=0.1} = 92.30%',
      ],
    ],
    [
      'shots in the names of rows',
      '| Model | Exam |\n|---|---|\n| Alpha | 45.9 |\n| Alpha (5-shot) | 46.7 |',
      ['models-in-rows', 'Alpha: Exam = 45.9, Exam 5-shot = 46.7'],
    ],
    [
      'a row of shots with its own label',
      '| Model | Exam | Quiz |\n|---|---|---|\n| # shots | 5 | 0 |\n| Alpha-7B | 70.1 | 45.0 |\n| Beta-8B | 71.0 | 46.2 |',
      [
        'models-in-rows',
        'Alpha-7B: Exam 5-shot = 70.1, Quiz 0-shot = 45.0',
        'Beta-8B: Exam 5-shot = 71.0, Quiz 0-shot = 46.2',
      ],
    ],
    [
      'the same shots for all columns',
      '| | Exam | Quiz |\n|---|---|---|\n| | 5-shot | 5-shot |\n| Alpha-7B | 70.1 | 45.0 |\n| Beta-8B | 71.0 | 46.2 |',
      [
        'models-in-rows',
        'Alpha-7B: Exam 5-shot = 70.1, Quiz 5-shot = 45.0',
        'Beta-8B: Exam 5-shot = 71.0, Quiz 5-shot = 46.2',
      ],
    ],
    [
      'a range of shots among numbers of shots',
      '| Benchmark | # Shots | Metric | Alpha-1B | Alpha-3B |\n|---|---|---|---|---|\n| Exam | 5 | acc | 32.2 | 58 |\n| Law exam | 3-5 | acc | 23.3 | 39.2 |\n| Quiz | 25 | acc | 32.8 | 69.1 |',
      [
        'benchmarks-in-rows',
        'Alpha-1B: Exam [acc] 5-shot = 32.2, Law exam [acc] = 23.3, Quiz [acc] 25-shot = 32.8',
        'Alpha-3B: Exam [acc] 5-shot = 58, Law exam [acc] = 39.2, Quiz [acc] 25-shot = 69.1',
      ],
    ],
    [
      'variants of each benchmark in a column of their own',
      '| Bench | Quantization | Alpha-4B | Alpha-7B |\n|---|---|---|---|\n| Exam | BF16<br>Int4 | 78.2<br>78.1 | 85.9<br>85.0 |\n| Quiz | BF16<br>Int4 | 61.1<br>- | 60.1<br>60.0 |',
      [
        'benchmarks-in-rows',
        'Alpha-4B: Exam {BF16} = 78.2, Exam {Int4} = 78.1, Quiz {BF16} = 61.1',
        'Alpha-7B: Exam {BF16} = 85.9, Exam {Int4} = 85.0, Quiz {BF16} = 60.1, Quiz {Int4} = 60.0',
      ],
    ],
    [
      'a total in the column of the groups',
      '| Category | Benchmark | Alpha-7B | Beta-8B |\n|---|---|---|---|\n| General | Exam | 70.1 | 71.0 |\n| | Quiz | 45.0 | 46.2 |\n| Average | | 57.6 | 58.6 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: General > Exam = 70.1, General > Quiz = 45.0, Average = 57.6',
        'Beta-8B: General > Exam = 71.0, General > Quiz = 46.2, Average = 58.6',
      ],
    ],
    [
      'a corner that names both axes over groups',
      '| Benchmark \\ Model | | Alpha-7B | Beta-8B |\n|---|---|---|---|\n| General | Exam | 70.1 | 71.0 |\n| | Quiz | 45.0 | 46.2 |\n| Code | Kata | 33.0 | 34.0 |',
      [
        'benchmarks-in-rows',
        'Alpha-7B: General > Exam = 70.1, General > Quiz = 45.0, Code > Kata = 33.0',
        'Beta-8B: General > Exam = 71.0, General > Quiz = 46.2, Code > Kata = 34.0',
      ],
    ],
    [
      'augmentations beside accuracies: neither names a model',
      '| Augmentation | Tagging (Accuracy) | Parsing (F1) |\n|---|---|---|\n| none | 0.98 | 0.87 |\n| lower case | 0.97 | 0.83 |',
      [
        'single-model',
        ': none > Tagging (Accuracy) = 0.98, none > Parsing (F1) = 0.87, lower case > Tagging (Accuracy) = 0.97, lower case > Parsing (F1) = 0.83',
      ],
    ],
    [
      'steps, tokens and dates beside one score',
      '| Date | Checkpoint | Tokens | Step | Commonsense Avg |\n|---|---|---|---|---|\n| 2023-09-16 | alpha-1.1b-step-240k | 503B | 240K | 48.28 |\n| 2023-10-01 | alpha-1.1b-step-480k | 1T | 480k | 50.22 |',
      [
        'models-in-rows',
        'alpha-1.1b-step-240k: Commonsense Avg = 48.28',
        'alpha-1.1b-step-480k: Commonsense Avg = 50.22',
      ],
    ],
    [
      'links beside the names of models',
      '| Model | Download | Exam |\n|---|---|---|\n| alpha_tiny <br> ([config](c), [checkpoint](d)) | [link](x) | 76.5 |\n| alpha_large <br> ([config](c), [checkpoint](d)) | [link](y) | 79.5 |',
      ['models-in-rows', 'alpha_tiny: Exam = 76.5', 'alpha_large: Exam = 79.5'],
    ],
    [
      'a title, spans and several header rows in HTML',
      '<table>\n<tr><th colspan="4">Tool use (2024)</th></tr>\n<tr><th rowspan="2">Model</th><th colspan="2">Accuracy (%)</th><th>Rate (%)↑</th></tr>\n<tr><th>Math↑</th><th>Plots↑</th><th>General↑</th></tr>\n<tr><td>Alpha-7B</td><td>82.8</td><td>66.7</td><td>60.8</td></tr>\n<tr><td>Beta-8B</td><td>47.3</td><td>33.3</td><td>74.1</td></tr>\n</table>',
      [
        'models-in-rows',
        'Alpha-7B: Accuracy > Math = 82.8% ↑, Accuracy > Plots = 66.7% ↑, Rate > General = 60.8% ↑',
        'Beta-8B: Accuracy > Math = 47.3% ↑, Accuracy > Plots = 33.3% ↑, Rate > General = 74.1% ↑',
      ],
    ],
    [
      'parts of a dataset under each name, with blank cells for spans',
      '| | Letters | | Novels | |\n|---|---|---|---|---|\n| | val | test | val | test |\n| alpha-v1 | 92.5 | 93.9 | 87.5 | 91.8 |\n| alpha-v1.1 | 92.7 | 94.7 | 88.6 | 92.9 |',
      [
        'models-in-rows',
        'alpha-v1: Letters > Letters val = 92.5, Letters > Letters test = 93.9, Novels > Novels val = 87.5, Novels > Novels test = 91.8',
        'alpha-v1.1: Letters > Letters val = 92.7, Letters > Letters test = 94.7, Novels > Novels val = 88.6, Novels > Novels test = 92.9',
      ],
    ],
    [
      'a second table of other columns below the first, with its own groups',
      '<table>\n<tr><th></th><th colspan="2">Classification</th></tr>\n<tr><th>Model</th><th>fields</th><th>kilns</th></tr>\n<tr><td>Alpha-L</td><td>73.0</td><td>96.5</td></tr>\n<tr><th></th><th colspan="2">Segmentation</th></tr>\n<tr><th>Model</th><th>cashew</th><th>cattle</th></tr>\n<tr><td>Alpha-L</td><td>94.2</td><td>83.7</td></tr>\n</table>',
      [
        'models-in-rows',
        'Alpha-L: Classification > fields = 73.0, Classification > kilns = 96.5, Segmentation > cashew = 94.2, Segmentation > cattle = 83.7',
      ],
    ],
    [
      'numbers in Persian digits',
      '| Model | Exam |\n|---|---|\n| Alpha-7B | ۷۰٫۱ |\n| Beta-7B | ۷۱٫۲ |',
      ['models-in-rows', 'Alpha-7B: Exam = 70.1', 'Beta-7B: Exam = 71.2'],
    ],
    [
      'Korean headers',
      '| 모델 | 크기 | 정확도 | F1 |\n|---|---|---|---|\n| Alpha-7B | 7B | 83.9 | 58.7 |\n| Beta-7B | 7B | 87.8 | 78.0 |',
      ['models-in-rows', 'Alpha-7B: 정확도 = 83.9, F1 = 58.7', 'Beta-7B: 정확도 = 87.8, F1 = 78.0'],
    ],
    [
      'Spanish headers over a single model',
      '| Tarea | Métrica | Valor |\n|---|---|---|\n| NER | F1 | 88,4 |\n| POS | F1 | 98,9 |',
      ['single-model', ': NER [F1] = 88.4, POS [F1] = 98.9'],
    ],
  ]);
});

describe('readTable: tables without scores', () => {
  checkReadings([
    [
      'settings',
      '| Hyperparameter | Value |\n|---|---|\n| learning_rate | 0.0001 |\n| epochs | 3 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'settings with a model as header',
      '| Hyperparameter | Alpha-15B |\n|---|---|\n| Batch size | 512 |\n| Learning rate | 2e-5 |\n| Epochs | 3 |\n| Warmup step | 30 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'settings with small values',
      '| Parameter | Value |\n|---|---|\n| lr | 0.1 |\n| weight decay | 0.01 |\n| dropout | 0.1 |\n| beta1 | 0.9 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'settings in columns',
      '## Hyper-parameter search\n\n| Setting | β | Learning rate |\n|---|---|---|\n| Alpha-Base | 2.0 | 3e-7 |\n| Alpha-Instruct | 2.5 | 5e-7 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'sampling settings',
      '| Parameter | Recommended |\n|---|---|\n| temperature | 0.7 |\n| top_p | 0.95 |\n| top_k | 20 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'a training log',
      '| Training Loss | Epoch | Step | Validation Loss | Accuracy |\n|---|---|---|---|---|\n| 0.5 | 1.0 | 500 | 0.45 | 0.83 |\n| 0.3 | 2.0 | 1000 | 0.40 | 0.86 |',
      ['no scores: training-log'],
    ],
    [
      'a training log that starts with the epoch',
      '| Epoch | Loss | F1 |\n|---|---|---|\n| 1 | 0.52 | 0.80 |\n| 2 | 0.41 | 0.84 |',
      ['no scores: training-log'],
    ],
    [
      'downloads',
      '## Download\n\n| Model | Context Length | Download |\n|---|---|---|\n| Alpha-7B | 4096 | [link](https://example.org) |\n| Alpha-7B-Chat | 4096 | [link](https://example.org) |',
      ['no scores: downloads'],
    ],
    [
      'quantised files with sizes',
      '| Filename | Quant type | File Size | Description |\n|---|---|---|---|\n| [alpha-Q8_0.gguf](x) | Q8_0 | 8.54GB | Extremely high quality. |\n| [alpha-Q4_K_M.gguf](x) | Q4_K_M | 4.92GB | Good quality. |',
      ['no scores: model-specs'],
    ],
    [
      'quantised files with bare numbers',
      '| Link | Type | Size/GB | Notes |\n|:-----|:-----|--------:|:------|\n| [GGUF](https://example.org) | Q2_K | 3.3 | |\n| [GGUF](https://example.org) | Q4_K_S | 4.8 | fast, recommended |',
      ['no scores: model-specs'],
    ],
    [
      'hardware',
      '## Hardware\n\n| Precision | GPU Memory |\n|---|---|\n| BF16 | 16 |\n| INT8 | 9 |',
      ['no scores: hardware'],
    ],
    [
      'speeds between 0 and 100',
      '| Model | Decode (tokens/s) | Latency (ms) | Memory (GB) |\n|---|---|---|---|\n| Alpha-7B | 40.2 | 25.0 | 16.1 |\n| Alpha-7B-Int4 | 71.7 | 14.3 | 5.5 |',
      ['no scores: speed'],
    ],
    [
      'energy used',
      '| | Time (GPU hours) | Power Consumption (W) | Carbon Emitted(tCO2eq) |\n|---|---|---|---|\n| Alpha 7B | 184320 | 400 | 31.22 |\n| Alpha 13B | 368640 | 400 | 62.44 |',
      ['no scores: speed'],
    ],
    [
      'sizes of a dataset',
      '| Split | Examples | Tokens |\n|---|---|---|\n| train | 9,458 | 1,204,118 |\n| test | 1,183 | 152,004 |',
      ['no scores: other-numbers'],
    ],
    [
      'sizes of splits side by side',
      '## Results\n\n| Training | Validation | Test |\n|---|---|---|\n| 9,458 | 1,182 | 1,183 |',
      ['no scores: other-numbers'],
    ],
    [
      'counts of labels',
      '| Label | Training Sample Count |\n|---|---|\n| factual | 168 |\n| procedural | 167 |',
      ['no scores: other-numbers'],
    ],
    [
      'prices',
      '| Model | Input ($/M tokens) | Output ($/M tokens) |\n|---|---|---|\n| Alpha | $0.15 | $0.60 |\n| Alpha Pro | $1.25 | $5.00 |',
      ['no scores: other-numbers'],
    ],
    [
      'memory under a lead-in that says so',
      'Memory usage (GPU Mem in GB):\n\n| Precision | Alpha-7B | Alpha-13B |\n|---|---|---|\n| bf16 / fp16 | 15.3 | 27.5 |\n| 8bits | 8.0 | 16.1 |',
      ['no scores: hardware'],
    ],
    [
      'throughput named only in the heading',
      '## Decoding Throughput (tokens/s)\n\n| | A100 | 4090 |\n|---|---|---|\n| Alpha-3B | 140.6 | 190.5 |\n| Alpha-8B | 82.1 | 95.4 |',
      ['no scores: speed'],
    ],
    [
      'differences alone',
      '| Metrics (avg@1) | Difference between A and B |\n|---|---|\n| Exam ↑ | 0.72% |\n| Quiz ↑ | 1.44% |',
      ['no scores: other-numbers'],
    ],
    [
      'settings of an architecture in columns',
      '| Params | n_layers | d_model | n_heads | Batch Size | Learning Rate |\n|---|---|---|---|---|---|\n| 14M | 6 | 128 | 4 | 2M | 1.0e-3 |\n| 31M | 6 | 256 | 8 | 2M | 1.0e-3 |',
      ['no scores: hyper-parameters'],
    ],
    [
      'lengths of texts',
      '## Training set metrics\n\n| Training set | Min | Median | Max |\n|---|---|---|---|\n| Word count | 1 | 10.0803 | 24 |',
      ['no scores: other-numbers'],
    ],
    [
      'small counts of devices',
      '| Model | MP |\n|---|---|\n| 7B | 1 |\n| 13B | 2 |\n| 34B | 4 |',
      ['no scores: other-numbers'],
    ],
    [
      'a contamination test written as text',
      '| Model | Exam | Quiz |\n|---|---|---|\n| Alpha-7B | result < 0.1, %: 0.06 | result < 0.1, %: 0.15 |',
      ['no scores: text'],
    ],
    [
      'a changelog',
      '| Version | Date | Changes |\n|---|---|---|\n| 1.1 | 2024-05-01 | Better answers |\n| 1.0 | 2024-01-10 | First release |',
      ['no scores: no-numbers'],
    ],
    [
      'features',
      '| Feature | Alpha | Beta |\n|---|---|---|\n| Vision | ✅ | ❌ |\n| Tools | ✅ | ✅ |',
      ['no scores: no-numbers'],
    ],
    [
      'model sizes',
      '| Model | Layers | Hidden size | Heads | Params |\n|---|---|---|---|---|\n| Alpha-small | 12 | 768 | 12 | 125M |\n| Alpha-large | 24 | 1024 | 16 | 355M |',
      ['no scores: model-specs'],
    ],
    [
      'an architecture',
      '| Parameter | Value |\n|---|---|\n| n_layers | 28 |\n| d_model | 4,096 |\n| n_heads | 16 |\n| vocab size | 50,257 |',
      ['no scores: model-specs'],
    ],
    [
      'prose with numbers',
      '| Developers | Some lab |\n|---|---|\n| Training | 1024 GPUs for 21 days |\n| Inputs | Text and pictures |\n| Released | December 12, 2024 |\n| Licence | Free for any use |\n| Outputs | Text |',
      ['no scores: no-numbers'],
    ],
    [
      'versions of dependencies',
      '| Dependency | Version |\n|---|---|\n| OpenCV | >=4.0.0 |\n| Torch | 2.1 |',
      ['no scores: no-numbers'],
    ],
    ['pictures', '| | |\n|---|---|\n| ![a](a.png) | ![b](b.png) |', ['no scores: layout']],
    [
      'a confusion matrix',
      '## Confusion matrix\n\n| | predicted cat | predicted dog |\n|---|---|---|\n| cat | 50 | 3 |\n| dog | 4 | 45 |',
      ['no scores: other-numbers'],
    ],
  ]);
});

describe('readTable: details', () => {
  it('keeps the place of each score in the card', () => {
    const markdown = 'Text.\n\n| Benchmark | Score |\n|---|---|\n| Exam | **70.1** |\n';
    const [score] = readFirst(markdown).models[0]!.scores;
    assert.deepEqual([score!.line, score!.row, score!.column], [5, 1, 1]);
  });

  it('explains the cells that were not taken', () => {
    const { skipped } = readFirst(
      '| Model | Params (M) | Exam | Quiz |\n|---|---|---|---|\n| Alpha | 125 | - | 45.0 |\n| Beta | 355 | soon | 46.2 |\n| Gamma | 770 | 70.1 | 47.0 |\n| Delta | 1500 | 71.0 | 48.0 |',
    );
    assert.deepEqual(skipped.map(({ row, column, reason }) => `${row}:${column} ${reason}`).sort(), [
      '1:1 size',
      '1:2 missing',
      '2:1 size',
      '2:2 not-a-number',
      '3:1 size',
      '4:1 size',
    ]);
  });

  it('gives what a person would get who forces a table without scores', () => {
    const { evaluation, models } = readFirst(
      '| Setting | Value |\n|---|---|\n| learning rate | 0.0001 |\n| epochs | 3 |\n| accuracy | 0.9 |',
    );
    assert.equal(evaluation, false);
    assert.deepEqual(
      models[0]?.scores.map(({ name }) => name),
      ['accuracy'],
    );
  });
});

describe('readTable: what labels say together', () => {
  checkReadings([
    [
      'scales that belong to the name',
      '| Dataset | Scale | Alpha | Beta |\n|---|---|---|---|\n| Leaves | 2x | 38.1 | 38.4 |\n| Leaves | 3x | 34.6 | 35.0 |\n| Roofs | 2x | 31.9 | 32.6 |',
      [
        'benchmarks-in-rows',
        'Alpha: Leaves 2x = 38.1, Leaves 3x = 34.6, Roofs 2x = 31.9',
        'Beta: Leaves 2x = 38.4, Leaves 3x = 35.0, Roofs 2x = 32.6',
      ],
    ],
    [
      'factors that describe a model and are no names',
      '| Model | Speedup | Exam | Quiz |\n|---|---|---|---|\n| Alpha-7B | 2x | 70.1 | 45.0 |\n| Beta-8B | 3x | 71.0 | 46.2 |',
      ['models-in-rows', 'Alpha-7B: Exam = 70.1, Quiz = 45.0', 'Beta-8B: Exam = 71.0, Quiz = 46.2'],
    ],
    [
      'a row of metrics in brackets below benchmarks',
      '| Dataset | Novels | Novels | Letters |\n|---|---|---|---|\n| (metric) | (PPL) | (ACC) | (ACC) |\n| | 8.63 | 63.24 | 93.3 |',
      ['single-model', ': Novels [PPL] = 8.63, Novels [ACC] = 63.24, Letters [ACC] = 93.3'],
    ],
    [
      'letters for the sizes of networks',
      '| Model | L | H | A | Exam | Quiz |\n|---|---|---|---|---|---|\n| Alpha-small | 12 | 256 | 8 | 53.6 | 96.8 |\n| Alpha-large | 24 | 1024 | 24 | 69.3 | 98.4 |',
      ['models-in-rows', 'Alpha-small: Exam = 53.6, Quiz = 96.8', 'Alpha-large: Exam = 69.3, Quiz = 98.4'],
    ],
    [
      'nothing but the sizes of networks',
      '| Model | nl (el/dl) | kv | nh |\n|---|---|---|---|\n| Tiny | 4/4 | 32 | 4 |\n| Base | 12/12 | 64 | 12 |',
      ['no scores: model-specs'],
    ],
    [
      'the same letters over scores',
      '| Model | L | H | A |\n|---|---|---|---|\n| Alpha-7B | 70.1 | 45.0 | 61.2 |\n| Beta-8B | 71.0 | 46.2 | 63.3 |',
      ['models-in-rows', 'Alpha-7B: L = 70.1, H = 45.0, A = 61.2', 'Beta-8B: L = 71.0, H = 46.2, A = 63.3'],
    ],
  ]);
});
