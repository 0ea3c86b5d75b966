/** @file The peers without their types: they are installed when a benchmark first runs, and the check must pass before. */
declare module '@jax-js/jax';
declare module '@tensorflow/tfjs';
declare module '@tensorflow/tfjs-backend-wasm';
declare module 'js-pytorch';
declare module 'numpy-ts';
