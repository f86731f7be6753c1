import { checkReadings } from './summary';

describe('readTable: what the axes are', () => {
  checkReadings([
    [
      'an average at the end of the rows makes them benchmarks',
      '| Env-Name | Alpha | Beta |\n|---|---|---|\n| maze-medium-v2 | 42.4 | 48.1 |\n| maze-large-v2 | 0.0 | 44.8 |\n| maze average | 21.2 | 46.5 |',
      [
        'benchmarks-in-rows',
        'Alpha: maze-medium-v2 = 42.4, maze-large-v2 = 0.0, maze average = 21.2',
        'Beta: maze-medium-v2 = 48.1, maze-large-v2 = 44.8, maze average = 46.5',
      ],
    ],
    [
      'a column of averages makes columns benchmarks',
      '| | Reading | Writing | Average |\n|---|---|---|---|\n| Alpha | 61.2 | 71.2 | 66.2 |\n| Beta | 60.1 | 70.1 | 65.1 |',
      [
        'models-in-rows',
        'Alpha: Reading = 61.2, Writing = 71.2, Average = 66.2',
        'Beta: Reading = 60.1, Writing = 70.1, Average = 65.1',
      ],
    ],
    [
      'benchmarks in rows, their parts and an average in columns',
      '| Benchmark | Nature | History | Average |\n|---|---|---|---|\n| Exam | 51.2 | 67.8 | 59.5 |\n| Quiz | 49.5 | 69.3 | 59.4 |',
      [
        'single-model',
        ': Exam > Nature = 51.2, Exam > History = 67.8, Exam > Average = 59.5, Quiz > Nature = 49.5, Quiz > History = 69.3, Quiz > Average = 59.4',
      ],
    ],
    [
      'counts that differ from row to row make rows classes',
      '| | number | precision | recall |\n|---|---|---|---|\n| PRO | 407 | 0.82 | 0.81 |\n| ORG | 256 | 0.93 | 0.98 |',
      ['single-model', ': PRO [precision] = 0.82, PRO [recall] = 0.81, ORG [precision] = 0.93, ORG [recall] = 0.98'],
    ],
    [
      'counts that differ from column to column make columns classes',
      '| | ADM | ATT | BER |\n|---|---|---|---|\n| precision | 0.98 | 0.96 | 0.56 |\n| recall | 0.49 | 0.41 | 0.29 |\n| support | 775 | 39 | 54 |',
      [
        'single-model',
        ': ADM [precision] = 0.98, ATT [precision] = 0.96, BER [precision] = 0.56, ADM [recall] = 0.49, ATT [recall] = 0.41, BER [recall] = 0.29',
      ],
    ],
    [
      'a corner over rows of metrics that says what the columns are',
      '| Scanner | S1 | S2 |\n|---|---|---|\n| PSNR | 41.56 | 40.68 |\n| SSIM | 0.95 | 0.96 |',
      ['single-model', ': S1 [PSNR] = 41.56, S2 [PSNR] = 40.68, S1 [SSIM] = 0.95, S2 [SSIM] = 0.96'],
    ],
    [
      'numbers that name rows are no models',
      '| Context length | Alpha, scaled | Alpha, plain |\n|---|---|---|\n| 2048 | 0.72 | 0.29 |\n| 4096 | 0.70 | 0.28 |\n| 8192 | 0.65 | 0.24 |',
      [
        'benchmarks-in-rows',
        'Alpha, scaled: 2048 = 0.72, 4096 = 0.70, 8192 = 0.65',
        'Alpha, plain: 2048 = 0.29, 4096 = 0.28, 8192 = 0.24',
      ],
    ],
    [
      'a corner of several levels speaks of the header',
      '<table><tr><th>Task</th><th colspan="2">Text to image</th></tr><tr><td>Metric</td><td>R@1</td><td>R@5</td></tr><tr><td>Walnut</td><td>51.7</td><td>78.9</td></tr><tr><td>Maple</td><td>60.9</td><td>86.8</td></tr></table>',
      [
        'models-in-rows',
        'Walnut: Text to image [R@1] = 51.7, Text to image [R@5] = 78.9',
        'Maple: Text to image [R@1] = 60.9, Text to image [R@5] = 86.8',
      ],
    ],
    [
      'a corner that names the benchmark is no word for what rows are',
      '| Exam3 (acc) | En | Vi |\n|---|---|---|\n| Alpha-7b | 49.6 | 29.8 |\n| Beta-13b | 61.2 | 39.7 |',
      ['models-in-rows', 'Alpha-7b: En = 49.6, Vi = 29.8', 'Beta-13b: En = 61.2, Vi = 39.7'],
    ],
    [
      'models that are called by their sizes',
      '| Benchmark | Metric | 2B Params | 7B Params |\n|---|---|---|---|\n| Exam | acc | 42.3 | 64.3 |\n| Quiz | f1 | 51.3 | 70.2 |',
      [
        'benchmarks-in-rows',
        '2B Params: Exam [acc] = 42.3, Quiz [f1] = 51.3',
        '7B Params: Exam [acc] = 64.3, Quiz [f1] = 70.2',
      ],
    ],
    [
      'models named by what they are made of',
      '| Visual Encoder | Text Decoder | METEOR | CIDEr |\n|---|---|---|---|\n| TS-B | Small | 0.28 | 0.83 |\n| TS-L | Large | 0.29 | 0.97 |',
      ['models-in-rows', 'TS-B Small: METEOR = 0.28, CIDEr = 0.83', 'TS-L Large: METEOR = 0.29, CIDEr = 0.97'],
    ],
    [
      'an ingredient belongs to the name on its left',
      '| Version | LLM | Exam | Quiz |\n|---|---|---|---|\n| Alpha-1.6 | Beta-7B | 35.8 | 34.6 |\n| Alpha-1.6 | Beta-13B | 36.2 | 35.3 |',
      ['models-in-rows', 'Alpha-1.6 Beta-7B: Exam = 35.8, Quiz = 34.6', 'Alpha-1.6 Beta-13B: Exam = 36.2, Quiz = 35.3'],
    ],
    [
      'datasets written once before the models',
      '| | System | Exam | Quiz |\n|---|---|---|---|\n| Dev | Alpha | 61.2 | 71.2 |\n| | Beta | 60.1 | 70.1 |\n| Test | Alpha | 51.2 | 61.2 |\n| | Beta | 50.1 | 60.1 |',
      [
        'models-in-rows',
        'Alpha: Dev > Exam = 61.2, Dev > Quiz = 71.2, Test > Exam = 51.2, Test > Quiz = 61.2',
        'Beta: Dev > Exam = 60.1, Dev > Quiz = 70.1, Test > Exam = 50.1, Test > Quiz = 60.1',
      ],
    ],
    [
      'variants below a model',
      '| Model | Exam | Quiz |\n|---|---|---|\n| Foo-7B | 61.2 | 71.2 |\n| + tuning | 62.2 | 72.2 |\n| Bar-7B | 60.2 | 70.2 |\n| + tuning | 61.2 | 71.9 |',
      [
        'models-in-rows',
        'Foo-7B: Exam = 61.2, Quiz = 71.2',
        'Foo-7B + tuning: Exam = 62.2, Quiz = 72.2',
        'Bar-7B: Exam = 60.2, Quiz = 70.2',
        'Bar-7B + tuning: Exam = 61.2, Quiz = 71.9',
      ],
    ],
    [
      'two tables side by side',
      '| Foo models | Valid | Test | Bar models | Valid | Test |\n|---|---|---|---|---|---|\n| Foo-7B | 61.2 | 60.3 | Bar-7B | 41.2 | 40.2 |\n| Foo-13B | 62.2 | 61.3 | Bar-13B | 42.2 | 41.2 |',
      [
        'models-in-rows',
        'Foo-7B: Valid = 61.2, Test = 60.3',
        'Foo-13B: Valid = 62.2, Test = 61.3',
        'Bar-7B: Valid = 41.2, Test = 40.2',
        'Bar-13B: Valid = 42.2, Test = 41.2',
      ],
    ],
    [
      'one resolution a model',
      '| name | acc@1 | res |\n|---|---|---|\n| S60 | 82.1 | 224 |\n| S60 | 83.5 | 384 |',
      ['models-in-rows', 'S60 224: acc@1 = 82.1', 'S60 384: acc@1 = 83.5'],
    ],
    [
      'a long table of algorithms and environments',
      '| algo | env_id | mean_reward | std_reward | eval_episodes |\n|---|---|---|---|---|\n| abc | Cart-v1 | 500.0 | 0.0 | 300 |\n| abc | Hill-v0 | -82.9 | 23.8 | 1788 |\n| xyz | Cart-v1 | 499.1 | 1.2 | 300 |',
      [
        'long',
        'abc: Cart-v1 > mean_reward = 500.0 ± 0.0, Hill-v0 > mean_reward = -82.9 ± 23.8',
        'xyz: Cart-v1 > mean_reward = 499.1 ± 1.2',
      ],
    ],
    [
      'sections that are marked up as headers',
      '<table><tr><th>Models</th><th>Chat</th><th>Logic</th></tr><tr><th colspan="3">27b+ scale</th></tr><tr><td>Foo-32b</td><td>8.3</td><td>9.5</td></tr><tr><th colspan="3">2b+ scale</th></tr><tr><td>Foo-2b</td><td>7.2</td><td>5.9</td></tr></table>',
      ['models-in-rows', 'Foo-32b: Chat = 8.3, Logic = 9.5', 'Foo-2b: Chat = 7.2, Logic = 5.9'],
    ],
  ]);
});

describe('readTable: numbers beside scores', () => {
  checkReadings([
    [
      'detection: counts of images are no scores',
      '| Class | Images | Instances | P | R | mAP50 |\n|---|---|---|---|---|---|\n| all | 128 | 929 | 0.64 | 0.537 | 0.605 |\n| person | 61 | 254 | 0.797 | 0.677 | 0.764 |',
      [
        'single-model',
        ': all [P] = 0.64, all [R] = 0.537, all [mAP50] = 0.605, person [P] = 0.797, person [R] = 0.677, person [mAP50] = 0.764',
      ],
    ],
    [
      'translation: the language pair is part of the name',
      '| langpair | testset | chr-F | BLEU | #sent | #words |\n|---|---|---|---|---|---|\n| deu-eng | news-a | 0.612 | 35.1 | 3000 | 64510 |\n| fra-eng | news-a | 0.632 | 38.1 | 3000 | 64510 |',
      [
        'single-model',
        ': news-a > deu-eng [chr-F] = 0.612, news-a > deu-eng [BLEU] = 35.1, news-a > fra-eng [chr-F] = 0.632, news-a > fra-eng [BLEU] = 38.1',
      ],
    ],
    [
      'metrics before their cut-offs',
      '| Metric | @1 | @5 |\n|---|---|---|\n| NDCG | 0.612 | 0.651 |\n| Recall | 0.592 | 0.70 |',
      ['single-model', ': NDCG@1 = 0.612, NDCG@5 = 0.651, Recall@1 = 0.592, Recall@5 = 0.70'],
    ],
    [
      'a threshold is a setting',
      '| Threshold | Precision | Recall |\n|---|---|---|\n| 0.3 | 0.71 | 0.95 |\n| 0.5 | 0.82 | 0.90 |',
      ['single-model', ': Precision {0.3} = 0.71, Recall {0.3} = 0.95, Precision {0.5} = 0.82, Recall {0.5} = 0.90'],
    ],
    [
      'seeds are runs',
      '| Seed | Acc |\n|---|---|\n| 42 | 81.2 |\n| 43 | 80.9 |\n| mean | 81.05 |',
      ['single-model', ': Acc {42} = 81.2, Acc {43} = 80.9, Acc {mean} = 81.05'],
    ],
    [
      'entities called like quantities, in rows',
      '| Label | Precision | Recall | F1 |\n|---|---|---|---|\n| DATE | 0.91 | 0.90 | 0.905 |\n| TIME | 0.81 | 0.80 | 0.805 |',
      [
        'single-model',
        ': DATE [Precision] = 0.91, DATE [Recall] = 0.90, DATE [F1] = 0.905, TIME [Precision] = 0.81, TIME [Recall] = 0.80, TIME [F1] = 0.805',
      ],
    ],
    [
      'entities called like quantities, in columns',
      '| Label | DATE | TIME |\n|---|---|---|\n| Precision | 0.91 | 0.90 |\n| Recall | 0.81 | 0.80 |',
      [
        'single-model',
        ': DATE [Precision] = 0.91, TIME [Precision] = 0.90, DATE [Recall] = 0.81, TIME [Recall] = 0.80',
      ],
    ],
    [
      'a kind of question called date',
      '| | date | join |\n|---|---|---|\n| sql-70b | 96 | 97.1 |\n| sql-7b | 64 | 74.3 |',
      ['models-in-rows', 'sql-70b: date = 96, join = 97.1', 'sql-7b: date = 64, join = 74.3'],
    ],
    [
      'links whose text is a number',
      '| Model | AP | checkpoint |\n|---|---|---|\n| Alpha-S | 48.5 | [48.5](https://example.org/s.pth) |\n| Alpha-M | 52.3 | [52.3](https://example.org/m.pth) |',
      ['models-in-rows', 'Alpha-S: AP = 48.5', 'Alpha-M: AP = 52.3'],
    ],
    [
      'resolutions are multiples of 16',
      '| Model | HR | Exam |\n|---|---|---|\n| Alpha-2B | 768 | 56.2 |\n| Alpha-7B | 1536 | 65.2 |',
      ['models-in-rows', 'Alpha-2B: Exam = 56.2', 'Alpha-7B: Exam = 65.2'],
    ],
    [
      'seeds have no decimals',
      '| Model | SEED | Quiz |\n|---|---|---|\n| Alpha-2B | 58.6 | 56.2 |\n| Alpha-7B | 61.6 | 65.2 |',
      ['models-in-rows', 'Alpha-2B: SEED = 58.6, Quiz = 56.2', 'Alpha-7B: SEED = 61.6, Quiz = 65.2'],
    ],
    [
      'lengths of texts',
      '| Model | BLEU | Avg char length |\n|---|---|---|\n| Alpha | 12.1 | 371 |\n| Beta | 12.3 | 330 |',
      ['models-in-rows', 'Alpha: BLEU = 12.1', 'Beta: BLEU = 12.3'],
    ],
    [
      'shots in brackets where the header says so',
      '| Benchmark (shots) | Foo-7B | Bar-8B |\n|---|---|---|\n| Exam (5) | 70.1 | 71.2 |\n| Coding (0, pass@1) | 31.0 | 33.5 |',
      [
        'benchmarks-in-rows',
        'Foo-7B: Exam 5-shot = 70.1, Coding (pass@1) 0-shot = 31.0',
        'Bar-8B: Exam 5-shot = 71.2, Coding (pass@1) 0-shot = 33.5',
      ],
    ],
    [
      'shots before a word for value',
      '| Model | Zero-shot score | Five-shot score |\n|---|---|---|\n| Foo-7B | 70.1 | 71.2 |\n| Bar-7B | 49.3 | 55.4 |',
      [
        'models-in-rows',
        'Foo-7B: score 0-shot = 70.1, score 5-shot = 71.2',
        'Bar-7B: score 0-shot = 49.3, score 5-shot = 55.4',
      ],
    ],
    [
      'a second number in brackets that the header announces',
      '| Model | Coding (+) | EM (F1) | Exam |\n|---|---|---|---|\n| Foo-7B | 70.7 (66.5) | 60.1 (68.4) | 55.1 (2) |\n| Bar-7B | 60.4 (55.5) | 58.2 (64.2) | 51.0 (3) |',
      [
        'models-in-rows',
        'Foo-7B: Coding (+) = 70.7 & 66.5, EM (F1) = EM 60.1 & F1 68.4, Exam = 55.1',
        'Bar-7B: Coding (+) = 60.4 & 55.5, EM (F1) = EM 58.2 & F1 64.2, Exam = 51.0',
      ],
    ],
    [
      'a line of dashes and a row of counts among models',
      '| Model | Tables | Plots |\n|---|---|---|\n| # Samples | 155 | 220 |\n| Foo-7B | 31.7 | 10.9 |\n| ------ | ---- | ---- |\n| Bar-7B | 40.7 | 21.8 |',
      ['models-in-rows', 'Foo-7B: Tables = 31.7, Plots = 10.9', 'Bar-7B: Tables = 40.7, Plots = 21.8'],
    ],
  ]);
});

describe('readTable: numbers that are no scores', () => {
  checkReadings([
    [
      'shares of training data',
      '| Category | Data Ratio |\n|---|---|\n| Language | 21.0% |\n| General | 52.3% |\n| Code | 26.7% |',
      ['no scores: other-numbers'],
    ],
    [
      'shares that only their sum tells',
      '| Источник | Объём |\n|---|---|\n| Книги | 25% |\n| Статьи | 35% |\n| Код | 30% |\n| Речь | 10% |',
      ['no scores: other-numbers'],
    ],
    [
      'p-values',
      '| test | accuracy p-value | F1 p-value |\n|---|---|---|\n| rank sum | 0.0078 | 0.0078 |\n| paired | 0.0011 | 0.0012 |',
      ['no scores: other-numbers'],
    ],
    [
      'Chinese model sizes',
      '| 配置 | Foo-7B | Bar-13B |\n|---|---|---|\n| 词表大小 | 32000 | 65536 |\n| 注意力头数 | 32 | 40 |\n| 层数 | 32 | 40 |\n| 最大序列长度 | 4096 | 8192 |',
      ['no scores: model-specs'],
    ],
    [
      'lengths of training',
      '| 模型 | 基座模型 | 训练长度 |\n|---|---|---|\n| foo-13b | Bar-13B | 1024 |\n| foo-7b | Bar-7B | 512 |',
      ['no scores: other-numbers'],
    ],
    [
      'entities by split',
      '## Dataset information\n\n| | Records | B-LOC | B-ORG |\n|---|---|---|---|\n| Train | 29133 | 1423 | 1487 |\n| Test | 6049 | 407 | 256 |',
      ['no scores: other-numbers'],
    ],
    [
      'what a tokenizer makes of languages',
      '## Tokenizer\n\n| Tokenizer | Size | Chinese | English |\n|---|---|---|---|\n| Foo | 49152 | 1.22 | 3.47 |\n| Bar | 70020 | 1.50 | 3.47 |',
      ['no scores: other-numbers'],
    ],
  ]);
});
