/**
 * Finds the parts of an ONNX export, and reads and checks its graph file before native code sees it. May import what model may.
 */
package pruefstand.model.onnx;
