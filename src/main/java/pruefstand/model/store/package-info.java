/**
 * What other programs keep of models on this machine: the hub's cache, Ollama, LM Studio, llama.cpp. Only read here. May import
 * what model may.
 */
package pruefstand.model.store;
