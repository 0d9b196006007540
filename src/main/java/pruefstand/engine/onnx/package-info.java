/**
 * ONNX Runtime in this process: folders as exported for Hugging Face. May import what engine may; the only package that uses ONNX Runtime and DJL's tokenizers.
 */
package pruefstand.engine.onnx;
