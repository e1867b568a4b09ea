/** A paper of the real digest, and those of its 71 companions that a reader would want to see beside it. */
export interface Expected {
  /** Title of the paper. */
  title: string;
  /** Titles of its kin, the nearest first. */
  kin: string[];
  /** Why they belong together. */
  reason: string;
}

/**
 * What a reader expects of twenty papers of the real digest. Written after reading the 72 abstracts and before any code
 * that relates papers; it stays as it is, whatever the code answers.
 */
export const expectedKin: Expected[] = [
  {
    title: 'Multi-Task Zero-Shot Action Recognition with Prioritised Data Augmentation',
    kin: ['Transductive Multi-view Zero-Shot Learning'],
    reason: 'Both carry zero-shot visual recognition over the gap between auxiliary and target classes.',
  },
  {
    title: 'Towards Exact Computation of Inductive Bias',
    kin: ['Model-agnostic Measure of Generalization Difficulty'],
    reason: 'Both count how much inductive bias a task demands before a model can generalise on it.',
  },
  {
    title: 'What Algorithms can Transformers Learn? A Study in Length Generalization',
    kin: ['Improving Length-Generalization in Transformers via Task Hinting'],
    reason: 'Both ask when transformers handle inputs longer than any they were trained on.',
  },
  {
    title: 'Improved Test-Time Adaptation for Domain Generalization',
    kin: [
      'Domain-Specific Risk Minimization for Out-of-Distribution Generalization',
      'Unknown Domain Inconsistency Minimization for Domain Generalization',
      'Crafting Distribution Shifts for Validation and Training in Single Source Domain Generalization',
    ],
    reason:
      'All four are methods for domain generalisation; the first of the kin adapts at test time as well.',
  },
  {
    title: 'Crafting Distribution Shifts for Validation and Training in Single Source Domain Generalization',
    kin: [
      'Unknown Domain Inconsistency Minimization for Domain Generalization',
      'Improved Test-Time Adaptation for Domain Generalization',
      'Domain-Specific Risk Minimization for Out-of-Distribution Generalization',
    ],
    reason: 'Domain generalisation again; the first of the kin also makes unknown domains out of the source.',
  },
  {
    title: 'Meta-optimized Contrastive Learning for Sequential Recommendation',
    kin: ['Intent Contrastive Learning with Cross Subsequences for Sequential Recommendation'],
    reason: 'Both recommend the next thing to a user with contrastive learning.',
  },
  {
    title: 'Data Factors for Better Compositional Generalization',
    kin: [
      'Neural-Symbolic Recursive Machine for Systematic Generalization',
      'Can Models Learn Skill Composition from Examples?',
      'On the Compositional Generalization of Multimodal LLMs for Medical Imaging',
      'On the generalization capacity of neural networks during generic multimodal reasoning',
    ],
    reason: 'Each studies whether models put known parts together in new ways, two of them on one benchmark.',
  },
  {
    title: 'On the Compositional Generalization of Multimodal LLMs for Medical Imaging',
    kin: [
      'On the generalization capacity of neural networks during generic multimodal reasoning',
      'Data Factors for Better Compositional Generalization',
      'Can Models Learn Skill Composition from Examples?',
    ],
    reason: 'New combinations of what was learnt, in models that take in more than text.',
  },
  {
    title: 'The Pitfalls of Simplicity Bias in Neural Networks',
    kin: [
      'Which Shortcut Cues Will DNNs Choose? A Study from the Parameter-Space Perspective',
      'Outliers with Opposing Signals Have an Outsized Effect on Neural Network Optimization',
    ],
    reason:
      'Networks take the simplest feature that works; the second explains it by how they are optimised.',
  },
  {
    title: 'Which Shortcut Cues Will DNNs Choose? A Study from the Parameter-Space Perspective',
    kin: [
      'The Pitfalls of Simplicity Bias in Neural Networks',
      'Fighting Fire with Fire: Contrastive Debiasing without Bias-free Data via Generative Bias-transformation',
    ],
    reason: 'All are about networks that learn an easy but spurious cue in place of the task.',
  },
  {
    title: 'Predictive auxiliary objectives in deep RL mimic learning in the brain',
    kin: ['Proto-Value Networks: Scaling Representation Learning with Auxiliary Tasks'],
    reason: 'Both ask what auxiliary tasks do for the representations of a reinforcement learner.',
  },
  {
    title:
      'SuSana Distancia is all you need: Enforcing class separability in metric learning via two novel distance-based loss functions for few-shot image classification',
    kin: [
      'LaSO: Label-Set Operations networks for multi-label few-shot learning',
      'It Takes Two to Tango: Mixup for Deep Metric Learning',
    ],
    reason:
      'One shares its problem, few-shot classification of images, the other its means, metric learning.',
  },
  {
    title: 'It Takes Two to Tango: Mixup for Deep Metric Learning',
    kin: [
      'SuSana Distancia is all you need: Enforcing class separability in metric learning via two novel distance-based loss functions for few-shot image classification',
    ],
    reason: 'Both work on the loss functions by which an embedding learns distances.',
  },
  {
    title: 'DISCO: Distilling Counterfactuals with Large Language Models',
    kin: ['CausaLM: Causal Model Explanation Through Counterfactual Language Models'],
    reason: 'Counterfactuals in language models, once to train on and once to explain by.',
  },
  {
    title: 'Only-IF:Revealing the Decisive Effect of Instruction Diversity on Generalization',
    kin: [
      'Specialist or Generalist? Instruction Tuning for Specific NLP Tasks',
      'Cross-Task Generalization via Natural Language Crowdsourcing Instructions',
    ],
    reason: 'What the mixture of instructions a model is tuned on does for tasks it has not seen.',
  },
  {
    title: 'Cross-Task Generalization via Natural Language Crowdsourcing Instructions',
    kin: [
      'Only-IF:Revealing the Decisive Effect of Instruction Diversity on Generalization',
      'Specialist or Generalist? Instruction Tuning for Specific NLP Tasks',
    ],
    reason: 'Learning from instructions, to do tasks that were not in training.',
  },
  {
    title: 'Improved Active Multi-Task Representation Learning via Lasso',
    kin: ['Provable General Function Class Representation Learning in Multitask Bandits and MDPs'],
    reason: 'Both prove how much sharing a representation between tasks saves in samples.',
  },
  {
    title: 'On the Provable Advantage of Unsupervised Pretraining',
    kin: [
      'Understanding Augmentation-based Self-Supervised Representation Learning via RKHS Approximation and Regression',
      'Improved Active Multi-Task Representation Learning via Lasso',
      'Provable General Function Class Representation Learning in Multitask Bandits and MDPs',
    ],
    reason:
      'Theory of why representations learnt beforehand help later tasks, with bounds on what they save.',
  },
  {
    title: 'Grokking as the Transition from Lazy to Rich Training Dynamics',
    kin: [
      'What Can Be Learnt With Wide Convolutional Neural Networks?',
      'Outliers with Opposing Signals Have an Outsized Effect on Neural Network Optimization',
    ],
    reason:
      'Theory of trained networks, one in the kernel regime that comes before grokking, one on its dynamics.',
  },
  {
    title: 'Symbolic Discovery of Optimization Algorithms',
    kin: [
      'Searching Latent Program Spaces',
      'sharpDARTS: Faster and More Accurate Differentiable Architecture Search',
    ],
    reason: 'Each searches a space of programs or designs for the one that learns best.',
  },
];
